import fc from 'fast-check';
import { textOf } from '../../bot/teams/messageText.ts';

const html = (content: string) => textOf({ contentType: 'html', content });

test.each([
  ['<p>Start with the <strong>number</strong></p>', 'Start with the number'],
  ['<div><div>One</div><div>Two</div></div>', 'One\n\nTwo'],
  ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
  ['<ul><li>First</li><li>Second</li></ul>', '- First\n- Second'],
  ['Thank you <at id="0">Ana</at>&nbsp;<emoji id="smile" alt="🙂"></emoji>', 'Thank you Ana 🙂'],
  ['<img alt="a drawing" src="https://x.test/1.png">', 'a drawing'],
  [
    'a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#39; &#x1F44D; &unknown; &#9999999;',
    'a <b> &amp; "c" \'d\' 👍 &unknown; &#9999999;',
  ],
  ['<attachment id="1"></attachment>', ''],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['lone &#xd83d; half', 'lone � half'],
  ['', ''],
])('a message is what it says, without how it looks: %s', (content, text) => {
  expect(html(content)).toBe(text);
});

test('what was written as text stays as it was written', () => {
  expect(textOf({ contentType: 'text', content: 'a <b> &amp;\r\nc' })).toBe('a <b> &amp;\nc');
  expect(textOf({ contentType: null, content: null })).toBe('');
});

test('nothing that looks like a tag is left, and running it on anything ends', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '</',
    'p',
    'br',
    '"',
    ' alt="',
    '&',
    'lt;',
    '#x3c;',
    '\n',
    'a',
    '😀',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
      const content = parts.join('').replaceAll('&lt;', '').replaceAll('&#x3c;', '');
      expect(html(content)).not.toMatch(/<\/?(p|br)>/);
    }),
  );
  for (const hostile of ['<', '<p ', '<p>', '&#x', '&lt;', '<img alt="', '\n '])
    expect(typeof html(hostile.repeat(100_000))).toBe('string');
});
