import { Temporal } from 'temporal-polyfill';
import type { CellInput } from './cell.ts';
import { DAY, dateTimeSerial } from './serial.ts';

/** The common form of an instant, on a day that every month has: `Date.parse` takes 30 February for 2 March. */
const COMMON = /^[0-9]{4}-[0-9]{2}-(?:0[1-9]|1[0-9]|2[0-8])T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?Z$/;

/**
 * Local date and time of very many instants in one time zone. Asked of Temporal one by one, those of a large plan take
 * most of the time and memory of its workbook; a zone's offset is the same all day, but for a few days of the year.
 */
export class ZoneClock {
  readonly #timeZone: string;
  /** By the day in UTC; undefined for a day on which the offset changes. */
  readonly #offsets = new Map<number, number | undefined>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** Date and time as a spreadsheet counts them, to the second; a text that is no instant stays a text. */
  serial(text: string | undefined): CellInput {
    if (text === undefined) return null;
    const instant = epochOf(text);
    return Number.isNaN(instant) ? text : dateTimeSerial(instant + this.#offsetAt(instant));
  }

  #offsetAt(instant: number): number {
    const day = Math.floor(instant / DAY);
    if (!this.#offsets.has(day)) {
      const first = this.#exactOffset(day * DAY);
      this.#offsets.set(day, first === this.#exactOffset((day + 1) * DAY) ? first : undefined);
    }
    return this.#offsets.get(day) ?? this.#exactOffset(instant);
  }

  #exactOffset(instant: number): number {
    const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.#timeZone);
    return offsetNanoseconds / 1_000_000;
  }
}

/** In milliseconds; NaN for what is no instant. */
const epochOf = (text: string): number => {
  const common = COMMON.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(common)) return common;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return Number.NaN;
  }
};
