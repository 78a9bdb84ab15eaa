/* A service that stops does not wait for whoever has nothing to ask, and answers whoever has. */
import { connect, type Socket } from 'node:net';
import { type Service, startService } from '../support/server.ts';

let service: Service;
const sockets: Socket[] = [];
beforeEach(async () => void (service = await startService()));
afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));

/** A connection on which this much was said. */
async function say(words: string): Promise<Socket> {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await new Promise((connected) => socket.once('connect', connected));
  socket.write(words);
  await new Promise((heard) => setTimeout(heard, 100));
  return socket;
}

async function timeToStop(): Promise<number> {
  const before = Date.now();
  await service.stop();
  return Date.now() - before;
}

const head = 'PUT /api/teams/x/values HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';

test('a connection on which nothing was asked is hung up on at once', async () => {
  await say('');
  expect(await timeToStop()).toBeLessThan(2_000);
}, 15_000);

test('a request that never comes to its end is waited for a moment, and no longer', async () => {
  const authorization = `authorization: Bearer ${await service.tokenFor('Amara')}\r\n`;
  await Promise.all([say('GET /api/me HTTP/1.1\r\n'), say(`${head}${authorization}content-length: 9\r\n\r\n{"a"`)]);
  const took = await timeToStop();
  expect(took).toBeGreaterThan(2_000);
  expect(took).toBeLessThan(8_000);
}, 15_000);

test('a request that was on its way is answered, and its connection ends with the answer', async () => {
  const socket = await say('GET /healthz HTTP/1.1\r\nhost: local');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  const ended = new Promise((resolve) => socket.once('end', resolve));
  const stopped = timeToStop();
  setTimeout(() => socket.write('host\r\n\r\n'), 300);

  expect(await stopped).toBeLessThan(2_500);
  await ended;
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
}, 15_000);
