import { checkPayload, checkTransaction, limits, TooLarge } from '../../bot/storage/limits.ts';

const partition = 't.abc';
const aRow = (of: { key?: string; cells?: Record<string, string | number> } = {}) => ({
  key: 'wall.1',
  cells: {},
  ...of,
});
const check = (...rows: ReturnType<typeof aRow>[]) => checkTransaction(partition, rows);
const rows = (count: number) => Array.from({ length: count }, (_, index) => aRow({ key: `wall.${index}` }));
const properties = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, 1]));

test('what Table Storage takes is let through, up to the last of it', () => {
  expect(() => {
    check(...rows(100));
    check(aRow({ key: 'k'.repeat(512) }));
    check(aRow({ cells: properties(252) }));
    check(aRow({ cells: { text: 'x'.repeat(32_768) } }));
    checkPayload('x'.repeat(4 * 1024 * 1024));
  }).not.toThrow();
});

test.each([
  ['more than a hundred rows', () => check(...rows(101))],
  ['a long key', () => check(aRow({ key: 'k'.repeat(513) }))],
  ['a long partition key', () => checkTransaction('t'.repeat(513), [aRow()])],
  ['many properties', () => check(aRow({ cells: properties(253) }))],
  ['a long string', () => check(aRow({ cells: { text: 'x'.repeat(32_769) } }))],
  ['a long string of emoji', () => check(aRow({ cells: { text: '🎉'.repeat(16_385) } }))],
  [
    'a large row',
    () =>
      check(aRow({ cells: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`p${i}`, 'x'.repeat(32_000)])) })),
  ],
  ['a large transaction', () => checkPayload('é'.repeat(2 * 1024 * 1024 + 1))],
])('%s is refused before anything is sent', (_, attempt) => {
  expect(attempt).toThrow(TooLarge);
});

test.each(['a/b', 'a\\b', 'a#b', 'a?b', 'a\u0000b', 'a\u001fb', 'a\u007fb', 'a\u009fb'])(
  'a key cannot hold %j',
  (key) => {
    expect(() => check(aRow({ key }))).toThrow('character');
  },
);

test('a transaction has something in it, and each row once', () => {
  expect(() => check()).toThrow('needs a row');
  expect(() => check(aRow(), aRow())).toThrow('once');
});

test('the limits are those of Table Storage', () => {
  expect(limits).toEqual({
    keyLength: 512,
    properties: 252,
    stringLength: 32 * 1024,
    rowBytes: 1024 * 1024,
    rowsInTransaction: 100,
    transactionBytes: 4 * 1024 * 1024,
  });
});
