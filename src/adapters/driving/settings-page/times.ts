import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';

/** English as it is read in Europe: the day first, and 24 hours. */
const TAGS = { de: 'de-DE', en: 'en-GB' } as const;

/** Moments as the organisation's clock shows them. */
export class Times {
  readonly #moment: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #age: Intl.RelativeTimeFormat;
  readonly #justNow: string;

  constructor(locale: Locale, timeZone: string) {
    const tag = TAGS[locale];
    this.#moment = new Intl.DateTimeFormat(tag, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
    this.#day = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' });
    this.#age = new Intl.RelativeTimeFormat(tag, { numeric: 'always' });
    this.#justNow = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(0, 'minute');
  }

  /** Of an instant, ISO 8601. */
  moment(instant: string): string {
    return this.#moment.format(Temporal.Instant.from(instant).epochMilliseconds);
  }

  /** Of a local date, `YYYY-MM-DD`. */
  day(date: string): string {
    return this.#day.format(Temporal.Instant.from(`${date}T00:00Z`).epochMilliseconds);
  }

  /** *vor 9 Stunden*, *2 days ago*: in hours up to two days. */
  age(instant: string, now: Temporal.Instant): string {
    const minutes = Math.round(now.since(Temporal.Instant.from(instant)).total('minutes'));
    if (minutes === 0) return this.#justNow;
    if (minutes < 60) return this.#age.format(-minutes, 'minute');
    const hours = Math.round(minutes / 60);
    return hours < 48 ? this.#age.format(-hours, 'hour') : this.#age.format(-Math.round(hours / 24), 'day');
  }
}
