/** A text that no cell of its sheet can show in full. */
export interface LongText {
  readonly number: number;
  /** Sheet, column and record that it comes from. */
  readonly where: string;
  readonly text: string;
}

/** The texts that go on in a sheet of their own; one that stands in several rows is kept once. */
export class LongTexts {
  readonly #numbers = new Map<string, LongText>();

  /** Its number there, from 1. */
  add(text: string, where: string): number {
    const key = `${where}\n${text}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known.number;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, { number, where, text });
    return number;
  }

  all(): readonly LongText[] {
    return [...this.#numbers.values()];
  }
}
