#!/usr/bin/env node
/** The `clew` command: the world's streams and signals around {@link run}. */
import { discardOpenFiles } from '../build/index.ts';
import { run } from './program.ts';

// The names of signals and the codes that shells give a process that one ended.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    discardOpenFiles();
    process.exit(code);
  });
}
// A reader that closes the pipe early (`clew stats | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Not awaited here: what a command loads on demand may need this module, which would then wait for itself.
run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  isTerminal: process.stderr.isTTY === true,
  env: process.env,
}).then((code) => {
  process.exitCode = code;
});
