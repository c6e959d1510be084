import type { DomainEvent } from '../../domain/domain-event.ts';
import { BEGINNING, type EventLog, type RecordedEvent } from '../ports/event-log.ts';
import {
  attemptsStream,
  backupConfigurationStream,
  backupHealthStream,
  backupRunStreamsOf,
  noticeStream,
} from '../stream-names.ts';

/** A stream as one reading of the log found it: its end, and what its last event was. */
export interface StreamNow {
  readonly stream: string;
  readonly version: number;
  readonly head: string;
  readonly last: DomainEvent['type'];
}

/**
 * Reads every event of an organisation, which verifies each, and returns where its streams end, in the order of
 * their names. `seen` is called with each event. Rejects with AlteredHistory.
 */
export const readStreamsOf = async (
  log: Pick<EventLog, 'read' | 'readAll'>,
  organisationId: string,
  seen: (event: RecordedEvent) => void,
): Promise<readonly StreamNow[]> => {
  const ends = new Map<string, StreamNow>();
  const changeIds = new Set<string>();
  const configuration = backupConfigurationStream(organisationId);
  const health = backupHealthStream(organisationId);
  const see = (event: RecordedEvent): void => {
    seen(event);
    const { stream, version, hash: head } = event;
    ends.set(stream, { stream, version, head, last: event.event.type });
    if (stream === configuration || stream === health) changeIds.add(event.changeId);
  };
  const single = [configuration, attemptsStream(organisationId), health];
  for (const stream of single) (await log.read(stream)).events.forEach(see);
  for await (const event of log.readAll(BEGINNING, backupRunStreamsOf(organisationId))) see(event);
  for (const changeId of changeIds) (await log.read(noticeStream(changeId))).events.forEach(see);
  return [...ends.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1));
};
