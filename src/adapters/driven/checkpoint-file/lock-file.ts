import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCodeOf } from '../../shared/own-files/system-code.ts';

/** Milliseconds between two tries. */
const PAUSE = 10;

/** Milliseconds after which a lock is nobody's: its holder needs a few. */
const STALE = 60_000;

/** The lock was another's for too long. */
export class StillLocked extends Error {
  override readonly name = 'StillLocked';
}

/**
 * Runs the work while no other process of this machine runs its own under the same lock. The lock of a process that
 * died is taken away.
 */
export const withLock = async <Result>(
  lock: string,
  patience: number,
  work: () => Promise<Result>,
): Promise<Result> => {
  const until = performance.now() + patience;
  while (!take(lock)) {
    if (performance.now() > until) throw new StillLocked(lock);
    removeStale(lock);
    await sleep(PAUSE);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const take = (lock: string): boolean => {
  try {
    writeFileSync(lock, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

const removeStale = (lock: string): void => {
  try {
    const holder = readFileSync(lock, 'utf8');
    const isOld = Date.now() - statSync(lock).mtimeMs > STALE;
    if (!isOld && (holder === '' || isAlive(Number(holder)))) return;
    const aside = `${lock}.${process.pid}`;
    renameSync(lock, aside);
    // Another may have been quicker, and this is its lock by now: it gets it back.
    if (readFileSync(aside, 'utf8') !== holder) linkSync(aside, lock);
    rmSync(aside, { force: true });
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT' && systemCodeOf(error) !== 'EEXIST') throw error;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCodeOf(error) === 'EPERM';
  }
};
