import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

// Long enough for a request that is on its way to us; whoever stops us is not patient for much longer.
const graceInMs = 3_000;

/**
 * A server that closes waits for every connection, also for those on which nothing was ever asked (browsers open some in advance),
 * or never to the end. Returns what lets them go: who asked gets an answer and nothing after it, everybody else is hung up on.
 */
export function connectionsOf(server: Server): () => void {
  const connected = new Set<Socket>();
  const asked = new Set<IncomingMessage>();
  let isLeaving = false;
  const isAsking = (socket: Socket) => [...asked].some((request) => request.socket === socket);

  server.on('connection', (socket: Socket) => {
    connected.add(socket);
    socket.once('close', () => connected.delete(socket));
  });
  server.on('request', (request, response) => {
    asked.add(request);
    response.once('close', () => {
      asked.delete(request);
      if (isLeaving && !isAsking(request.socket)) request.socket.destroySoon();
    });
  });

  return () => {
    isLeaving = true;
    for (const socket of connected) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => {
      for (const request of asked) if (!request.complete) request.socket.destroy();
      for (const socket of connected) if (!isAsking(socket)) socket.destroy();
    }, graceInMs).unref();
  };
}
