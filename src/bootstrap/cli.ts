#!/usr/bin/env node
import { constants } from 'node:os';
import { runCommandLine } from '../adapters/driving/cli/command-line.ts';
import { errorLine } from '../adapters/shared/described-errors/described-error.ts';
import { harmless } from '../adapters/shared/harmless-text/harmless.ts';
import { embedded } from './embedded.ts';
import { packageVersion } from './package-version.ts';

/** As the user typed it: the package's bin, or the repository's script. */
const PROGRAM = process.env.npm_lifecycle_event === 'cli' ? 'npm run --silent cli --' : 'planning-backup';

const interrupted = new AbortController();
let signalNumber = 0;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const interrupt = (signal: NodeJS.Signals): void => {
  // Whoever insists, by either, gets the system's own way of ending a process.
  for (const name of SIGNALS) process.off(name, interrupt);
  signalNumber = constants.signals[signal];
  interrupted.abort();
};
for (const signal of SIGNALS) process.on(signal, interrupt);

// Who reads us may stop reading, as `head` does; a night that is under way goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1;
  });
}

// A mistake somewhere in the background: one harmless line instead of a dump of whatever was in hand.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${harmless(errorLine(error))}\n`);
  process.exit(1);
});

const end = await runCommandLine(process.argv.slice(2), {
  installation: embedded,
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  program: PROGRAM,
  version: packageVersion(),
  signal: interrupted.signal,
});

// What was under way when an interrupt came would keep the process: sockets, timers, the standard input.
if (end === 'interrupted') process.exit(128 + signalNumber);
process.exitCode = end;
// All is closed by now. But a TLS connection that was cut can leave a handle behind which Node 20 waits for when it ends by itself:
// for ever, and at full speed.
for (const stream of [process.stdout, process.stderr])
  await new Promise<void>((written) => stream.write('', () => written()));
process.exit();
