import type { HealthFact } from '../../domain/backup-health/events.ts';
import type { Destination } from '../../domain/destination/destination.ts';
import type { ConfigurationFact } from '../../domain/history/history.ts';
import type { Recipient } from './notice-records.ts';

/** All texts are from outside: data, never markup. */
export type Mail = ChangeMail | HealthMail;

interface MailTo<Kind extends string> {
  readonly kind: Kind;
  /** The same in every try for one change and recipient: the Message-ID is made from it. */
  readonly key: string;
  readonly recipient: Recipient;
  /** More than the recipient's own, where it has changed since the change: both get the mail. */
  readonly addresses: readonly string[];
  readonly organisationName: string;
  readonly timeZone: string;
  /** Instant, ISO 8601 in UTC. */
  readonly occurredAt: string;
}

/** What a co-administrator is told of one change of the settings. */
export interface ChangeMail extends MailTo<'change'> {
  readonly actorName: string;
  readonly facts: readonly ConfigurationFact[];
  /** The configuration's version and full head after the change: a witness outside the store. */
  readonly version: number;
  readonly head: string;
}

/** What an administrator is told across nights: that the backup fails, still fails, or works again. */
export interface HealthMail extends MailTo<'health'> {
  /** Oldest first; the last one is how it stands. Those before it began and ended before anybody could be told. */
  readonly facts: readonly HealthFact[];
  /** Where the files are, or should be. */
  readonly destination: Destination;
}

export interface Mailer {
  /** Resolves when a server has taken it for every address. Rejects with {@link MailNotTaken}. */
  send(mail: Mail, signal?: AbortSignal): Promise<void>;
}

/** `mail-refused`: the server said no for good to this mail or address; it is tried again all the same. */
export class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken';
  readonly code: 'mail-server-unavailable' | 'mail-refused';

  constructor(code: 'mail-server-unavailable' | 'mail-refused') {
    super(code);
    this.code = code;
  }
}
