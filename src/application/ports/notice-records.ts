import type { Locale } from '../../domain/backup-configuration/settings.ts';

/** A person to be told, as the directory named them when the change was made. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** What the mails of one change need and no event may hold, because it is about people. */
export interface NoticeRecord {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly actorName: string;
  readonly recipients: readonly Recipient[];
  /** Instant, ISO 8601 in UTC. */
  readonly keptAt: string;
}

/** Sealed, and erasable: destroyed some time after the last mail's outcome. */
export interface NoticeRecords {
  /** Written before the change is recorded. */
  keep(changeId: string, record: NoticeRecord): Promise<void>;
  /** Undefined if it was never kept, or is destroyed. */
  read(changeId: string): Promise<NoticeRecord | undefined>;
  /** Gone from the live store at once; destroying what is not there is no error. */
  destroy(changeId: string): Promise<void>;
  /** The changes whose records still lie here. */
  changeIds(): AsyncIterable<string>;
}
