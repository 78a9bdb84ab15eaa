import { Writable } from 'node:stream';
import { createLog } from '../bot/log.ts';

function logged(say: (log: ReturnType<typeof createLog>) => void): Record<string, string>[] {
  const lines: string[] = [];
  const target = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  say(createLog('info', Object.assign(target, { flushSync() {} }) as never));
  return lines.map((line) => JSON.parse(line));
}

test('an event is one line of JSON, with its time and its facts', () => {
  const [line] = logged((log) => log.warn({ requestId: 'a', status: 503 }, 'Not ready'));

  expect(line).toMatchObject({ level: 'warn', requestId: 'a', status: 503, msg: 'Not ready' });
  expect(line!.time).toBeGreaterThan(0);
});

test('of an error, only its kind, place and sentence are told: not what a client hung on it', () => {
  const trouble = Object.assign(new Error('Storage refused'), {
    code: 'Conflict',
    statusCode: 409,
    request: { headers: { authorization: 'SharedKey secret' }, body: 'Thank you, Mei' },
    cause: Object.assign(new Error('inside'), { request: 'Thank you, Mei' }),
  });

  const [line] = logged((log) => log.error({ err: trouble }, 'Failed'));

  expect(line!.err).toMatchObject({ type: 'Error', message: 'Storage refused', code: 'Conflict', statusCode: 409 });
  expect(JSON.stringify(line)).not.toMatch(/secret|Mei/);
});

test('what a parser quotes is not repeated', () => {
  const parse = (): unknown => JSON.parse('{"text": Thank you, Mei}');

  const [line] = logged((log) => {
    try {
      parse();
    } catch (err) {
      log.error({ err }, 'Failed');
    }
  });

  expect(JSON.stringify(line)).not.toContain('Thank');
});
