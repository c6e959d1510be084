import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { ageSaid } from '../../shared/wording/freshness.ts';

/** English as it is read in Europe: the day first, and 24 hours. */
const TAGS = { de: 'de-DE', en: 'en-GB' } as const;

/** Moments as the organisation's clock shows them. */
export class Times {
  readonly #locale: Locale;
  readonly #timeZone: string;
  readonly #moment: Intl.DateTimeFormat;
  readonly #time: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #shortDay: Intl.DateTimeFormat;

  constructor(locale: Locale, timeZone: string) {
    const tag = TAGS[locale];
    this.#locale = locale;
    this.#timeZone = timeZone;
    this.#moment = new Intl.DateTimeFormat(tag, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
    this.#time = new Intl.DateTimeFormat(tag, { timeZone, timeStyle: 'short' });
    this.#day = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' });
    this.#shortDay = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'numeric' });
  }

  /** Of an instant, ISO 8601. */
  moment(instant: string): string {
    return this.#moment.format(millisecondsOf(instant));
  }

  /** Of an instant, on a day that is known. */
  time(instant: string): string {
    return this.#time.format(millisecondsOf(instant));
  }

  /** Of a local date, `YYYY-MM-DD`. */
  day(date: string): string {
    return this.#day.format(millisecondsOf(`${date}T00:00Z`));
  }

  /** Of a local date: *25.11.*, *25/11*. */
  shortDay(date: string): string {
    return this.#shortDay.format(millisecondsOf(`${date}T00:00Z`));
  }

  /** *vor 9 Stunden*, *2 days ago*. */
  age(instant: string, now: Temporal.Instant): string {
    return ageSaid(instant, now.toString(), this.#timeZone, this.#locale);
  }
}

const millisecondsOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
