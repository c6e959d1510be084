import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** To standard output, as everything here, so that lines stay in order. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Runs the stages of a test run one after another, and remembers which of them failed. */
export class Stages {
  readonly counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  readonly failures: string[] = [];
  #current: ChildProcess | undefined;
  #interrupted = false;

  get interrupted(): boolean {
    return this.#interrupted;
  }

  /** Ends the stage that runs and lets none begin after it. */
  interrupt(): void {
    this.#interrupted = true;
    this.#current?.kill('SIGTERM');
  }

  /** One stage: it fails by a throw. Gives its result, or undefined if it failed or was not begun. */
  async stage<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    if (this.#interrupted) return undefined;
    say(`\n── ${name}`);
    const begin = performance.now();
    const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`;
    try {
      const result = await work();
      say(`── ${name}: ok in ${seconds()}`);
      return result;
    } catch (error) {
      this.failures.push(name);
      say(`── ${name}: FAILED after ${seconds()}: ${error instanceof Error ? error.message : error}`);
      return undefined;
    }
  }

  async script(name: string): Promise<void> {
    await this.stage(name, () => this.#run('npm', ['run', '--silent', name], {}));
  }

  /** A project of vitest.config.ts. That nothing ran in it is a failure: a wrong pattern must not look like success. */
  async tests(project: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.stage(`tests: ${project}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'planning-backup-report-'));
      try {
        const report = join(folder, 'report.json');
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
        const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters];
        const end = await this.#run(process.execPath, vitest, env).catch((error: Error) => error);
        const counts = countsOf(report);
        for (const key of ['passed', 'failed', 'skipped'] as const) this.counts[key] += counts[key];
        if (counts.passed + counts.failed === 0) throw new Error('no test ran');
        if (end instanceof Error) throw end;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }

  #run(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
      this.#current = child;
      child.on('error', reject);
      child.on('close', (code, signal) => {
        this.#current = undefined;
        if (code === 0) resolve();
        else reject(new Error(`${command} ended with ${code ?? signal}`));
      });
    });
  }
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** What the JSON report of vitest counts; nothing where there is none. */
export const countsOf = (file: string): Counts => {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  // A file that could not even be loaded has no tests to count, and is counted as one that failed.
  const broken = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};
