import { type Logger, pino, stdTimeFunctions } from 'pino';
import type { Happening, Telemetry } from '../../../application/ports/telemetry.ts';
import { harmlessJsonText } from '../../shared/harmless-text/harmless.ts';
import { entryOf } from './entries.ts';

/** One line of JSON a happening. Its fields are listed in docs/operations.md, and keep their names. */
export class PinoLog implements Telemetry {
  readonly #logger: Logger;

  /** `write` gets whole lines, each with its line feed. */
  constructor(write: (line: string) => void) {
    this.#logger = pino(
      {
        base: { service: 'planning-backup', pid: process.pid },
        timestamp: stdTimeFunctions.isoTime,
        formatters: { level: (level) => ({ level }) },
      },
      // The JSON of ids and texts may hold what a terminal or a log reader takes for the end of a line.
      { write: (line: string) => write(`${harmlessJsonText(line.trimEnd())}\n`) },
    );
  }

  happened(happening: Happening): void {
    const { level, ...fields } = entryOf(happening);
    this.#logger[level]({ event: happening.name, ...fields });
  }

  /** What the command says in words, for whoever reads the lines of one day. */
  said(message: string, level: 'info' | 'error' = 'info'): void {
    this.#logger[level]({ event: 'message', message });
  }
}
