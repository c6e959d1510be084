import { Writable } from 'node:stream';
import { DefaultRenderer, Listr, ListrLogger, type ListrTask, ProcessOutput } from 'listr2';
import { harmless } from '../../../shared/harmless-text/harmless.ts';
import type { Words } from '../wording/words.ts';
import type { ProgressView } from './progress-telemetry.ts';
import { PROGRESS_STEPS, type ProgressStep } from './steps.ts';

/** listr2 asks whether standard output is a terminal; this writes to standard error, which was asked before. */
class StandardErrorRenderer extends DefaultRenderer {
  static override nonTTY = true;
}

interface Step {
  readonly done: Promise<void>;
  readonly settle: (outcome: 'done' | 'given up') => void;
  /** What was said of it, be it before its turn. */
  readonly lines: string[];
  show: () => void;
}

/** The steps of an attempt as a list that fills; a new attempt is a new list. */
export class ListView implements ProgressView {
  readonly #stream: NodeJS.WriteStream;
  readonly #words: Words;
  #steps = new Map<ProgressStep, Step>();
  #running: Promise<void> = Promise.resolve();
  #notes: string[] = [];

  constructor(stream: NodeJS.WriteStream, words: Words) {
    this.#stream = stream;
    this.#words = words;
  }

  begin(): void {
    const before = this.#giveUp();
    const steps = new Map(PROGRESS_STEPS.map((name) => [name, newStep()] as const));
    this.#steps = steps;
    this.#running = before.then(() => this.#show(steps));
  }

  advance(name: ProgressStep, line: string, isDone: boolean): void {
    const step = this.#steps.get(name);
    step?.lines.push(harmless(line));
    step?.show();
    if (isDone) step?.settle('done');
  }

  note(line: string): void {
    // A list that is being drawn must not be written into.
    if (this.#steps.size === 0) this.#stream.write(`${harmless(line)}\n`);
    else this.#notes.push(line);
  }

  async end(): Promise<void> {
    await this.#giveUp();
    for (const note of this.#notes.splice(0)) this.#stream.write(`${harmless(note)}\n`);
  }

  #giveUp(): Promise<void> {
    for (const step of this.#steps.values()) step.settle('given up');
    this.#steps = new Map();
    return this.#running;
  }

  async #show(steps: ReadonlyMap<ProgressStep, Step>): Promise<void> {
    const tasks = [...steps].map(
      ([name, step]): ListrTask => ({
        title: this.#words.progress.steps[name],
        task: (_, task) => {
          // The title and not listr2's output, which is lost where it comes before the task was first drawn.
          step.show = () => {
            task.title = step.lines.join(' ');
          };
          if (step.lines.length > 0) step.show();
          return step.done;
        },
      }),
    );
    const nothing = new Writable({ write: (_chunk, _encoding, callback) => callback() });
    // Both of its streams are taken over while it draws; only the first one is drawn on.
    const processOutput = new ProcessOutput(this.#stream, nothing as unknown as NodeJS.WriteStream);
    const logger = new ListrLogger({ useIcons: true, processOutput });
    const list = new Listr(tasks, {
      renderer: StandardErrorRenderer,
      rendererOptions: { logger, collapseErrors: false, showErrorMessage: false },
      registerSignalListeners: false,
    });
    // A step that was given up ends the list where it stands; what failed is said by the result.
    await list.run().catch(() => undefined);
  }
}

const newStep = (): Step => {
  let settle: Step['settle'] = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = (outcome) => (outcome === 'done' ? resolve() : reject(new Error(outcome)));
  });
  done.catch(() => undefined);
  return { done, settle, lines: [], show: () => undefined };
};
