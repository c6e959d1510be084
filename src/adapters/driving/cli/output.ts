import { harmless, harmlessJson } from '../../shared/harmless-text/harmless.ts';

/** As much of a stream as is written to. */
export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Results go to standard output, as lines or as one JSON document; everything else goes to standard error. */
export class Output {
  readonly isJson: boolean;
  readonly #results: OutputStream;
  readonly #messages: OutputStream;
  #log: ((line: string, level: 'info' | 'error') => void) | undefined;

  constructor(results: OutputStream, messages: OutputStream, isJson: boolean) {
    this.#results = results;
    this.#messages = messages;
    this.isJson = isJson;
  }

  /** Law: once a call. */
  result(document: object, lines: readonly string[]): void {
    if (this.isJson) this.#results.write(`${harmlessJson(document)}\n`);
    else this.#write(this.#results, lines);
  }

  /** From here on messages are lines of a log: whoever reads it as JSON finds nothing else there. */
  messagesGoTo(log: (line: string, level: 'info' | 'error') => void): void {
    this.#log = log;
  }

  message(...lines: readonly string[]): void {
    this.#say('info', lines);
  }

  /** Why the call ends. */
  failure(...lines: readonly string[]): void {
    this.#say('error', lines);
  }

  #say(level: 'info' | 'error', lines: readonly string[]): void {
    if (this.#log !== undefined) for (const line of lines) this.#log(line, level);
    else this.#write(this.#messages, lines);
  }

  #write(stream: OutputStream, lines: readonly string[]): void {
    if (lines.length > 0) stream.write(lines.map((line) => `${harmless(line)}\n`).join(''));
  }
}
