import type { NightTrouble, ReminderDays } from '../../../../domain/backup-health/events.ts';

/** A local date. */
export interface MailDate {
  /** From 1, Monday. */
  readonly weekday: number;
  readonly day: number;
  /** From 1. */
  readonly month: number;
}

/** A file's age, and what it is still good for. */
export interface FileAge {
  readonly date: MailDate;
  /** `HH:MM` */
  readonly time: string;
  /** In local dates; 0 is today. */
  readonly days: number;
  /** The last day that it has; null if that is over. */
  readonly until: MailDate | null;
  readonly isOld: boolean;
}

/** What an administrator reads across nights, in one language. Names arrive as harmless text. */
export interface HealthWording {
  readonly failing: {
    readonly subject: (organisation: string, night: MailDate) => string;
    readonly lead: Readonly<Record<NightTrouble['kind'], (organisation: string, night: MailDate) => string>>;
    /** In place of the lead's night, where several failed before anybody could be told. */
    readonly since: (night: MailDate) => string;
  };
  readonly reminded: {
    readonly subject: (organisation: string, days: ReminderDays) => string;
    readonly lead: (organisation: string, since: MailDate) => string;
  };
  readonly recovered: {
    readonly subject: (organisation: string) => string;
    readonly lead: (organisation: string, night: MailDate) => string;
    readonly nothingToDo: string;
    /** In its place, where what arrived is old. */
    readonly oldPlan: string;
    readonly since: (since: MailDate) => string;
  };
  /** Of a trouble that began and ended before anybody could be told. */
  readonly earlier: (from: MailDate, to: MailDate) => string;
  readonly cause: {
    readonly heading: string;
    readonly headingOfLatest: string;
    readonly missed: string;
    readonly overwrittenLate: string;
  };
  readonly files: {
    readonly heading: string;
    readonly place: (where: string) => string;
    readonly asOf: (age: FileAge) => string;
    readonly until: (age: FileAge) => string;
    readonly mayBeBroken: string;
    readonly oldPlan: string;
    readonly none: string;
    readonly onlyOne: string;
  };
  readonly steps: {
    readonly heading: string;
    readonly nothingAtTheServer: string;
    readonly testConnection: string;
    readonly backUpNow: string;
    readonly again: string;
  };
  readonly nextMail: Readonly<Record<'failing' | ReminderDays, string>>;
  readonly whyYou: (organisation: string) => string;
}
