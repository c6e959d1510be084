import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { REAL_PARTS_VARIABLE } from './description.ts';
import { down } from './down.ts';
import { impossible, installPackages } from './packages.ts';
import { identify } from './processes.ts';
import { up } from './up.ts';

const USAGE = `usage: real-parts install | up | down [DESCRIPTION] | run COMMAND [ARGUMENT …]
  up      starts the servers and prints the line that tells the tests of them
  down    stops those that ${REAL_PARTS_VARIABLE} or DESCRIPTION names
  run     starts them, runs COMMAND, and stops them`;

/** Runs a command with the real parts up; an interrupt reaches the command too, after which they are stopped. */
const runWith = async (command: string, args: readonly string[]): Promise<number> => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  const description = await up(identify(process.pid));
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        stdio: 'inherit',
        env: { ...process.env, [REAL_PARTS_VARIABLE]: description },
      });
      process.once('SIGTERM', () => child.kill('SIGTERM'));
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 1));
    });
  } finally {
    await down(dirname(description));
  }
};

const main = async ([action, ...rest]: readonly string[]): Promise<number> => {
  const reason = impossible();
  if (reason !== undefined) throw new Error(`The real parts cannot run here: ${reason}.`);
  if (action === 'install') {
    await installPackages();
  } else if (action === 'up') {
    process.stdout.write(`export ${REAL_PARTS_VARIABLE}=${await up()}\n`);
  } else if (action === 'down') {
    await down(dirname(rest[0] ?? process.env[REAL_PARTS_VARIABLE] ?? ''));
  } else if (action === 'run' && rest[0] !== undefined) {
    return runWith(rest[0], rest.slice(1));
  } else {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  return 0;
};

process.exitCode = await main(process.argv.slice(2));
