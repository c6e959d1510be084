import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly process: ChildProcess;
  /** Lines of its output so far. */
  readonly lines: readonly string[];
  printed(lines: number): Promise<void>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** One of the scripts beside this, in a process of its own. What it writes to standard error is shown. */
export const startChild = (script: string, ...args: readonly string[]): Child => {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let checkPrinted = (): void => undefined;
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    checkPrinted();
  });
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]).then(
    ([[code, signal]]) => (code ?? signal) as number | string,
  );
  const printed = (count: number): Promise<void> => {
    const reached = new Promise<void>((resolve) => {
      checkPrinted = () => lines.length >= count && resolve();
      checkPrinted();
    });
    return Promise.race([reached, ended.then(() => undefined)]);
  };
  return { process: child, lines, printed, ended };
};
