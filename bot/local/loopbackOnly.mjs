/* Loaded into the Playground before it starts: it listens on every address of the machine, and has no option to change that. */
import { Server } from 'node:net';

const listen = Server.prototype.listen;
const host = '127.0.0.1';

Server.prototype.listen = function (where, ...rest) {
  if (typeof where === 'object' && where !== null && 'port' in where) {
    return listen.call(this, { ...where, host }, ...rest);
  }
  if (!/^\d+$/.test(String(where))) return listen.call(this, where, ...rest);
  const after = typeof rest[0] === 'string' ? rest.slice(1) : rest;
  return listen.call(this, where, host, ...after);
};
