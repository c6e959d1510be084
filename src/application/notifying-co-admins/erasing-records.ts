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
export class ErasingRecords {
  readonly #ports: ErasingPorts;
  /** Before this, nothing has to be found out of a record again: there are many, and they are met again and again. */
  #notBefore: ReadonlyMap<string, Temporal.Instant> = new Map();

  constructor(ports: ErasingPorts) {
    this.#ports = ports;
  }

  async look(): Promise<void> {
    const notBefore = new Map<string, Temporal.Instant>();
    for await (const changeId of this.#ports.noticeRecords.changeIds()) {
      const now = this.#ports.clock.now();
      const known = this.#notBefore.get(changeId);
      const isKnown = known !== undefined && Temporal.Instant.compare(now, known) < 0;
      const from = isKnown ? known : await this.#erasableFrom(changeId, now);
      if (from === undefined) continue;
      if (Temporal.Instant.compare(now, from) < 0) notBefore.set(changeId, from);
      else await this.#ports.noticeRecords.destroy(changeId);
    }
    this.#notBefore = notBefore;
  }

  /** At the earliest, if that is after now; undefined while that is open. */
  async #erasableFrom(changeId: string, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
    const record = await this.#ports.noticeRecords.read(changeId);
    if (record === undefined) return undefined;
    const keptAt = Temporal.Instant.from(record.keptAt);
    const youngUntil = keptAt.add(KEPT_FOR);
    // No outcome is older than the record. One of the future was kept by a clock that was wrong, and says nothing.
    const isYoung = Temporal.Instant.compare(keptAt, now) <= 0 && Temporal.Instant.compare(now, youngUntil) < 0;
    return isYoung ? youngUntil : (await lastOutcome(changeId, record, this.#ports))?.add(KEPT_FOR);
  }
}

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
