import { Temporal } from 'temporal-polyfill';
import { TRIED_FOR } from '../../domain/notice/retrying.ts';
import { isSettled, noticeOf } from '../../domain/notice/state.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { NoticeRecord, NoticeRecords } from '../ports/notice-records.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import { noticesNow } from './notices.ts';

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

/** Undefined while a mail is still owed. Where nothing was ever recorded, trying would have ended by now. */
const lastOutcome = async (
  changeId: string,
  record: NoticeRecord,
  { eventLog }: ErasingPorts,
): Promise<Temporal.Instant | undefined> => {
  const { state, lastAt } = await noticesNow(eventLog, changeId);
  if (lastAt.size === 0) return Temporal.Instant.from(record.keptAt).add(TRIED_FOR);
  if (!record.recipients.every(({ id }) => isSettled(noticeOf(state, id)))) return undefined;
  return [...lastAt.values()].sort(Temporal.Instant.compare).at(-1);
};
