const HIDDEN = '***';

/**
 * A text that must not be seen. It prints as `***` wherever a value is printed: in strings, JSON, logs, errors
 * and the inspector. {@link Secret.reveal} is the only way to it, called where it is sealed or sent.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
