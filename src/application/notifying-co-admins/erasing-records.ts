import { Temporal } from 'temporal-polyfill';
import { isSettled, noticeOf } from '../../domain/notice/state.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { NoticeRecord, NoticeRecords } from '../ports/notice-records.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import { noticesNow } from './notices.ts';
import { toTell } from './to-tell.ts';

/** After its last outcome, a record of names and addresses is of no more use. In hours, as instants count no days. */
const KEPT_FOR = Temporal.Duration.from({ hours: 30 * 24 });

interface ErasingPorts {
  readonly eventLog: Pick<EventLog, 'read'>;
  readonly noticeRecords: NoticeRecords;
  readonly clock: ScheduleClock;
}

/** Destroys the records whose mails are long settled, and those whose change was never recorded. */
export const eraseOldRecords = async (ports: ErasingPorts): Promise<void> => {
  for await (const changeId of ports.noticeRecords.changeIds()) {
    const record = await ports.noticeRecords.read(changeId);
    if (record === undefined) continue;
    const lastOutcomeAt = await lastOutcome(changeId, record, ports);
    if (lastOutcomeAt === undefined) continue;
    if (Temporal.Instant.compare(ports.clock.now(), lastOutcomeAt.add(KEPT_FOR)) >= 0)
      await ports.noticeRecords.destroy(changeId);
  }
};

/** Undefined while a mail is owed, however old: whoever was not told yet has only this record to be told by. */
const lastOutcome = async (
  changeId: string,
  { organisationId, keptAt }: NoticeRecord,
  { eventLog }: ErasingPorts,
): Promise<Temporal.Instant | undefined> => {
  const change = await toTell(eventLog, organisationId, changeId);
  // Kept for a change that was not recorded after all.
  if (change === undefined) return Temporal.Instant.from(keptAt);
  const { state, tried } = await noticesNow(eventLog, changeId);
  if (!change.recipientIds.every((id) => isSettled(noticeOf(state, id)))) return undefined;
  return [...tried.values()]
    .map(({ lastAt }) => lastAt)
    .sort(Temporal.Instant.compare)
    .at(-1);
};
