/* Runs a program for as long as whoever started this is alive: when they end, however they end, their end of the pipe closes. */
import { spawn } from 'node:child_process';

const [command, ...rest] = process.argv.slice(2);
const child = spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
const end = () => child.kill('SIGKILL');

// Ctrl-C reaches everybody in the terminal; the order in which things end is for our parent to say.
process.on('SIGINT', () => undefined);
process.stdin.on('end', end).on('error', end).resume();
process.on('SIGTERM', end);
child.on('error', () => process.exit(1));
child.on('exit', (code) => process.exit(code ?? 0));
