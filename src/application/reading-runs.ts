import type { BackupRunEvent } from '../domain/backup-run/events.ts';
import type { NightRecord, NightRecords } from '../domain/history/nights.ts';
import { BEGINNING, type EventLog, type Position, type RecordedEvent } from './ports/event-log.ts';
import { backupRunStreamsOf } from './stream-names.ts';

/**
 * The nights of one organisation, for as long as one piece of work looks at them: the first look reads all of them,
 * which grow by a night every day, and each further one only what was recorded since.
 */
export class NightsOfOrganisation {
  readonly #log: Pick<EventLog, 'readAll'>;
  readonly #streams: string;
  readonly #nights = new Map<string, NightRecords>();
  #readTo: Position = BEGINNING;

  constructor(log: Pick<EventLog, 'readAll'>, organisationId: string) {
    this.#log = log;
    this.#streams = backupRunStreamsOf(organisationId);
  }

  /** The records of every night that was ever claimed, in the order of their claims. */
  async now(): Promise<readonly NightRecords[]> {
    const since = new Map<string, NightRecord[]>();
    let readTo = this.#readTo;
    for await (const recorded of this.#log.readAll(readTo, this.#streams)) {
      const records = since.get(recorded.stream);
      if (records === undefined) since.set(recorded.stream, [recordOf(recorded)]);
      else records.push(recordOf(recorded));
      readTo = recorded.position;
    }
    // A look that broke off has seen nothing: the next one reads all of it.
    this.#readTo = readTo;
    // What was returned before stays as it was.
    for (const [night, records] of since) this.#nights.set(night, [...(this.#nights.get(night) ?? []), ...records]);
    return [...this.#nights.values()];
  }

  /** As {@link now}, without the times. */
  async events(): Promise<readonly (readonly BackupRunEvent[])[]> {
    return (await this.now()).map((records) => records.map(({ event }) => event));
  }
}

/** As {@link NightsOfOrganisation.now}, for who looks once. */
export const recordsOfNights = (
  log: Pick<EventLog, 'readAll'>,
  organisationId: string,
): Promise<readonly NightRecords[]> => new NightsOfOrganisation(log, organisationId).now();

const recordOf = (recorded: RecordedEvent): NightRecord => ({
  // Written when it is asked for: of a night's events, few are.
  get occurredAt() {
    return recorded.occurredAt.toString();
  },
  event: recorded.event as BackupRunEvent,
});
