import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { PlanKind } from '../../../domain/backup-run/events.ts';
import type { AttemptEnd, AttemptStory } from '../../../domain/history/attempt-stories.ts';
import type { Freshness, Verdict } from '../../../domain/history/freshness.ts';
import type { Overdue } from '../../../domain/history/overdue.ts';
import type { NightKind } from '../../../domain/history/strip.ts';
import { daysBetween } from '../../../domain/schedule/local-date.ts';
import { nightOf } from '../../../domain/schedule/night.ts';

/** What page and command line say of nights and of the files' age, in one language. */
export interface FreshnessWords {
  readonly kinds: Readonly<Record<NightKind, string>>;
  /** Why an attempt was begun. */
  readonly reasons: Readonly<Record<AttemptStory['reason'], string>>;
  /** How an attempt ended; `open`: it has not. */
  readonly ends: Readonly<Record<AttemptEnd | 'open', string>>;
  readonly attempt: (attempt: number) => string;
  readonly toBeRetried: string;
  readonly plans: Readonly<Record<PlanKind, string>>;
  readonly verdicts: Readonly<Record<Exclude<Verdict, 'outdated' | 'incomplete'>, string>>;
  readonly outdated: (night: string) => string;
  readonly incomplete: (there: string) => string;
  readonly notBegunTonight: (until: string) => string;
  readonly notBegunSince: (night: string) => string;
  readonly notEnded: (night: string) => string;
}

const ENGLISH: FreshnessWords = {
  kinds: {
    delivered: 'delivered',
    late: 'late',
    'half-delivered': 'half delivered',
    failed: 'failed',
    missed: 'missed',
    unfinished: 'not ended',
    running: 'running',
    'to-come': 'to come',
    overdue: 'overdue',
    paused: 'paused',
    'not-set-up': 'not set up',
  },
  reasons: {
    scheduled: 'as scheduled',
    manual: 'by hand',
    retry: 'tried again',
    'lease-lost': 'taken over from an attempt that had come to a halt',
    'settings-changed': 'with changed settings',
    'published-late': 'because an older attempt may have put its files in place late',
  },
  ends: {
    delivered: 'both files in place',
    'half-delivered': 'only one file in place',
    failed: 'failed',
    paused: 'stopped, because the backup was paused',
    removed: 'stopped, because the backup was removed',
    overtaken: 'overtaken by the next attempt',
    open: 'not ended',
  },
  attempt: (attempt) => `attempt ${attempt}`,
  toBeRetried: 'It is tried again today.',
  plans: { 'story-plan': 'story plan', 'event-plan': 'event plan' },
  verdicts: {
    current: 'Yes, you can rely on the files: both are up to date.',
    uneven: 'Only with care: the two files are of different nights.',
    none: 'No: there is no file at the destination yet.',
    'old-plan': 'Only with care: the files came in time, but the plan in them is more than two days old.',
    doubtful:
      'Not for certain: an attempt broke off while it replaced a file, which may be missing or only half there.',
    paused: 'Less by the day: the backup is paused, and nothing renews the files.',
  },
  outdated: (night) => `Only with care: both files are out of date. They are of the night of ${night}.`,
  incomplete: (there) => `Only in part: so far, the ${there} is the only file at the destination.`,
  notBegunTonight: (until) => `No backup ran last night. It should have been there by ${until}.`,
  notBegunSince: (night) => `From the night of ${night} on, no backup has run.`,
  notEnded: (night) => `The backup of the night of ${night} was begun, and has come to a halt.`,
};

const GERMAN: FreshnessWords = {
  kinds: {
    delivered: 'angekommen',
    late: 'verspätet',
    'half-delivered': 'halb angekommen',
    failed: 'fehlgeschlagen',
    missed: 'versäumt',
    unfinished: 'nicht beendet',
    running: 'läuft',
    'to-come': 'kommt noch',
    overdue: 'überfällig',
    paused: 'angehalten',
    'not-set-up': 'nicht eingerichtet',
  },
  reasons: {
    scheduled: 'planmäßig',
    manual: 'von Hand',
    retry: 'noch einmal versucht',
    'lease-lost': 'von einem stehen gebliebenen Versuch übernommen',
    'settings-changed': 'mit geänderten Einstellungen',
    'published-late': 'weil ein älterer Versuch seine Dateien vielleicht verspätet eingesetzt hatte',
  },
  ends: {
    delivered: 'beide Dateien liegen dort',
    'half-delivered': 'nur eine Datei liegt dort',
    failed: 'fehlgeschlagen',
    paused: 'abgebrochen, weil das Backup angehalten wurde',
    removed: 'abgebrochen, weil das Backup entfernt wurde',
    overtaken: 'vom nächsten Versuch abgelöst',
    open: 'nicht beendet',
  },
  attempt: (attempt) => `${attempt}. Versuch`,
  toBeRetried: 'Heute wird es noch einmal versucht.',
  plans: { 'story-plan': 'Themenplanung', 'event-plan': 'Terminplanung' },
  verdicts: {
    current: 'Ja, auf die Dateien ist Verlass: Beide sind auf dem neuesten Stand.',
    uneven: 'Nur bedingt: Die beiden Dateien stammen aus verschiedenen Nächten.',
    none: 'Nein: Am Ziel liegt noch keine Datei.',
    'old-plan': 'Nur bedingt: Die Dateien kamen pünktlich, aber die Planung darin ist mehr als zwei Tage alt.',
    doubtful:
      'Nicht sicher: Ein Versuch brach beim Ersetzen einer Datei ab. Sie kann fehlen oder nur halb vorhanden sein.',
    paused: 'Von Tag zu Tag weniger: Das Backup ist angehalten, und nichts erneuert die Dateien.',
  },
  outdated: (night) => `Nur bedingt: Beide Dateien sind veraltet. Sie stammen aus der Nacht ${night}.`,
  incomplete: (there) => `Nur zum Teil: Bisher liegt am Ziel allein die ${there}.`,
  notBegunTonight: (until) => `Heute Nacht ist kein Backup gelaufen. Bis ${until} hätte es da sein sollen.`,
  notBegunSince: (night) => `Ab der Nacht ${night} ist kein Backup mehr gelaufen.`,
  notEnded: (night) => `Das Backup der Nacht ${night} wurde begonnen und ist stehen geblieben.`,
};

export const freshnessWords = (locale: Locale): FreshnessWords => (locale === 'de' ? GERMAN : ENGLISH);

/** How its reader writes a local date, and the time of an instant. */
export interface Dates {
  readonly day: (date: string) => string;
  readonly time: (instant: string) => string;
}

/** One sentence: whether a newsroom can rely on the files. */
export const verdictSaid = (
  { verdict, files }: Pick<Freshness, 'verdict' | 'files'>,
  locale: Locale,
  dates: Pick<Dates, 'day'>,
): string => {
  const words = freshnessWords(locale);
  const [first] = files;
  if (verdict === 'outdated') return words.outdated(first === undefined ? '' : dates.day(first.night));
  if (verdict === 'incomplete') return words.incomplete(first === undefined ? '' : words.plans[first.kind]);
  return words.verdicts[verdict];
};

/** What was forgotten; what to do about it is said by whoever shows it. `today` is a local date. */
export const overdueSaid = ({ night, since, reason }: Overdue, today: string, locale: Locale, dates: Dates): string => {
  const words = freshnessWords(locale);
  if (reason === 'not-ended') return words.notEnded(dates.day(night));
  return night === today ? words.notBegunTonight(dates.time(since)) : words.notBegunSince(dates.day(night));
};

const TAGS = { de: 'de-DE', en: 'en-GB' } as const;

/**
 * *vor 9 Stunden*, *2 days ago*: in hours up to two days, and then in days by the calendar of the time zone, as mails
 * count them too. Instants, ISO 8601.
 */
export const ageSaid = (instant: string, now: string, timeZone: string, locale: Locale): string => {
  const [then, at] = [Temporal.Instant.from(instant), Temporal.Instant.from(now)];
  const minutes = Math.round((at.epochMilliseconds - then.epochMilliseconds) / 60_000);
  if (minutes === 0) return new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'auto' }).format(0, 'minute');
  const age = new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'always' });
  if (minutes < 60) return age.format(-minutes, 'minute');
  const hours = Math.round(minutes / 60);
  const days = daysBetween(nightOf(then, timeZone), nightOf(at, timeZone));
  return hours < 48 || days < 2 ? age.format(-hours, 'hour') : age.format(-days, 'day');
};
