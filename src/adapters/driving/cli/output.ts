import { harmless, harmlessJson } from './harmless.ts';

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

  message(...lines: readonly string[]): void {
    this.#write(this.#messages, lines);
  }

  #write(stream: OutputStream, lines: readonly string[]): void {
    if (lines.length > 0) stream.write(lines.map((line) => `${harmless(line)}\n`).join(''));
  }
}
