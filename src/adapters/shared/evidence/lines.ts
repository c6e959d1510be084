/** Whole lines without their ends. `isText` is false where the bytes behind them are no UTF-8: nothing follows then. */
export interface Lines {
  readonly lines: readonly string[];
  readonly isText: boolean;
}

const LINE_FEED = 0x0a;

/** A line that is longer than any export writes would only fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** The lines of a file, piece by piece; what stands behind the last line end is a line too. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Lines, void> {
  let rest: Uint8Array[] = [];
  let restLength = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      const whole = rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([...rest, chunk.subarray(0, end)]);
      yield decoded(whole.subarray(0, -1));
      rest = [];
      restLength = 0;
    }
    if (end < chunk.length) rest.push(chunk.slice(end));
    restLength += chunk.length - end;
    if (restLength > LONGEST_LINE) yield { lines: [], isText: false };
  }
  if (restLength > 0) yield decoded(Buffer.concat(rest));
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const decoded = (bytes: Uint8Array): Lines => {
  try {
    return { lines: decoder.decode(bytes).split('\n'), isText: true };
  } catch {
    return { lines: textBefore(bytes), isText: false };
  }
};

const textBefore = (bytes: Uint8Array): readonly string[] => {
  const lines: string[] = [];
  for (let from = 0; ; ) {
    const end = bytes.indexOf(LINE_FEED, from);
    try {
      lines.push(decoder.decode(bytes.subarray(from, end === -1 ? undefined : end)));
    } catch {
      return lines;
    }
    from = end + 1;
  }
};
