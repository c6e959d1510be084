import { PageProblem, passingProblem } from './page-problem.ts';

/** Bytes that a collection may still take. All its pages share it. */
export interface Allowance {
  left: number;
}

/** Bytes of one line: no record that a workbook could hold is longer. */
const LONGEST_LINE = 5_000_000;

const LINE_FEED = 0x0a;

/**
 * The lines of NDJSON, parsed as they come; empty ones are passed over.
 * @throws {PageProblem} for what is no JSON or no UTF-8, and for more bytes than are allowed
 */
export async function* linesOf(body: AsyncIterable<Uint8Array>, allowance: Allowance): AsyncGenerator<unknown> {
  let number = 0;
  let begun: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    allowance.left -= chunk.length;
    if (allowance.left < 0) throw new PageProblem('unreadable', 'it is larger than it may be');
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      number += 1;
      const line = Buffer.concat([...begun, chunk.subarray(start, end)]);
      begun = [];
      length = 0;
      start = end + 1;
      const text = textOf(line);
      if (text.trim() !== '') yield parsed(text, number);
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    if (length > LONGEST_LINE) throw new PageProblem('unreadable', `its line ${number + 1} is too long`);
    if (rest.length > 0) begun.push(rest);
  }
  // Every line ends with a line feed: one that does not is the part of a line.
  if (length > 0) throw passingProblem('it is cut short: its end is missing');
}

const textOf = (line: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    throw new PageProblem('unreadable', 'it is not UTF-8 text');
  }
};

const parsed = (text: string, number: number): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text.
    throw new PageProblem('unreadable', `its line ${number} is not valid JSON`);
  }
};
