import type { Output } from '../output.ts';
import type { ProgressView } from './progress-telemetry.ts';
import type { ProgressStep } from './steps.ts';

/** One line for each thing that happened, for logs and pipes. */
export class LineView implements ProgressView {
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
  }

  begin(): void {}

  advance(_step: ProgressStep, line: string): void {
    this.#output.message(line);
  }

  note(line: string): void {
    this.#output.message(line);
  }

  async end(): Promise<void> {}
}
