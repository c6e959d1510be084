import { spawn } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { OwnProcess } from './description.ts';

interface Status {
  readonly parent: number;
  readonly state: string;
  readonly startedAt: string;
}

const status = (pid: number): Status | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces and parentheses itself: the fields are counted behind the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', parent: Number(fields[1]), startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
};

export const identify = (pid: number): OwnProcess => ({ pid, startedAt: status(pid)?.startedAt ?? '' });

export const isRunning = (own: OwnProcess): boolean => {
  const now = status(own.pid);
  return now !== undefined && now.state !== 'Z' && now.startedAt === own.startedAt;
};

/** Everything that descends from a process of ours, youngest generation last. */
const descendants = (own: OwnProcess): OwnProcess[] => {
  if (!isRunning(own)) return [];
  const children = new Map<number, OwnProcess[]>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    const found = Number.isInteger(pid) ? status(pid) : undefined;
    if (found === undefined) continue;
    children.set(found.parent, [...(children.get(found.parent) ?? []), { pid, startedAt: found.startedAt }]);
  }
  const all: OwnProcess[] = [];
  const queue = [own];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const below = children.get(next.pid) ?? [];
    all.push(...below);
    queue.push(...below);
  }
  return all;
};

const kill = (own: OwnProcess): void => {
  if (!isRunning(own)) return;
  try {
    process.kill(own.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

const gone = async (all: readonly OwnProcess[]): Promise<void> => {
  for (const end = Date.now() + 5000; Date.now() < end; await wait(5)) {
    if (!all.some(isRunning)) return;
  }
  throw new Error(
    `These processes do not end: ${all
      .filter(isRunning)
      .map((one) => one.pid)
      .join(', ')}`,
  );
};

/** Ends a server and all its sessions. */
export const endTree = async (own: OwnProcess): Promise<void> => {
  const all = [own, ...descendants(own)];
  all.forEach(kill);
  await gone(all);
};

/** Starts a process that outlives this one, with its output in a file. */
export const startDetached = (
  command: string,
  args: readonly string[],
  log: string,
  env: Readonly<Record<string, string>>,
): OwnProcess => {
  const output = openSync(log, 'a');
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: process.env.PATH, ...env },
  });
  child.on('error', () => {});
  child.unref();
  if (child.pid === undefined) throw new Error(`${command} could not be started`);
  return identify(child.pid);
};
