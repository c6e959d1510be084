import type { BackupRunEvent } from '../domain/backup-run/events.ts';
import type { NightRecords } from '../domain/history/nights.ts';
import { BEGINNING, type EventLog } from './ports/event-log.ts';
import { backupRunStreamsOf } from './stream-names.ts';

/** The records of every night that an organisation ever had claimed, in the order of their claims. */
export const recordsOfNights = async (
  log: Pick<EventLog, 'readAll'>,
  organisationId: string,
): Promise<readonly NightRecords[]> => {
  const nights = new Map<string, { occurredAt: string; event: BackupRunEvent }[]>();
  for await (const recorded of log.readAll(BEGINNING, backupRunStreamsOf(organisationId))) {
    const { stream } = recorded;
    const record = {
      // Written when it is asked for: of a night's events, few are.
      get occurredAt() {
        return recorded.occurredAt.toString();
      },
      event: recorded.event as BackupRunEvent,
    };
    const records = nights.get(stream);
    if (records === undefined) nights.set(stream, [record]);
    else records.push(record);
  }
  return [...nights.values()];
};
