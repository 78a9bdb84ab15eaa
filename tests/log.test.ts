import { Writable } from 'node:stream';
import { personHash } from '../bot/http/auth.ts';
import { createLog, duringRequest } from '../bot/log.ts';
import { contoso, idOf } from './support/builders.ts';

function logged(say: (log: ReturnType<typeof createLog>) => void): Record<string, string>[] {
  const { lines, log } = aLog();
  say(log);
  return lines.map((line) => JSON.parse(line));
}

function aLog() {
  const lines: string[] = [];
  const target = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  return { lines, log: createLog('info', Object.assign(target, { flushSync() {} }) as never) };
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

test('what is logged because of a request has its id, also from what goes on when it is answered', async () => {
  const { lines, log } = aLog();
  const asked = (id: string) => duringRequest(id, () => Promise.resolve().then(() => log.warn({}, `because of ${id}`)));

  const answered = [asked('one'), asked('two')];
  log.warn({}, 'because of nobody');
  await Promise.all(answered);

  expect(lines.map((line) => [JSON.parse(line).msg, JSON.parse(line).requestId])).toEqual([
    ['because of nobody', undefined],
    ['because of one', 'one'],
    ['because of two', 'two'],
  ]);
});

test('a person is the same word in every line, and another one under another secret', () => {
  const [ours, another] = [personHash('of this house'), personHash('of another house')];
  const [mei, lukas] = ['Mei', 'Lukas'].map((name) => ({ tenantId: contoso, personId: idOf(name), name }));

  expect(ours(mei!)).toBe(ours({ ...mei! }));
  expect(new Set([ours(mei!), ours(lukas!), another(mei!)]).size).toBe(3);
  expect(ours(mei!)).not.toContain(mei!.personId.slice(0, 8));
});
