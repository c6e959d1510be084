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

/** Who an organisation's administrators were when the directory was last read, and who had been shortly before. */
export interface Roster {
  /** Instant, ISO 8601 in UTC. */
  readonly seenAt: string;
  /** Missing in one that an older release kept. */
  readonly organisationName?: string;
  readonly administrators: readonly Recipient[];
  readonly former: readonly FormerAdministrator[];
}

/** A person, or an address of a person, that the directory names no longer. */
export interface FormerAdministrator extends Recipient {
  readonly lastSeenAt: string;
}

/** Sealed, and erasable: destroyed some time after the last mail's outcome. */
export interface NoticeRecords {
  /** Written before the change is recorded. */
  keep(changeId: string, record: NoticeRecord): Promise<void>;
  /** Undefined if it was never kept, or is destroyed. */
  read(changeId: string): Promise<NoticeRecord | undefined>;
  /** Gone from the live store at once; destroying what is not there is no error. */
  destroy(changeId: string): Promise<void>;
  /** Takes the place of the organisation's earlier one. */
  keepRoster(organisationId: string, roster: Roster): Promise<void>;
  roster(organisationId: string): Promise<Roster | undefined>;
  /** The changes whose records still lie here. */
  changeIds(): AsyncIterable<string>;
}
