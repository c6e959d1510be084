import type { NoticeCommand, NoticeRejection } from '../../domain/notice/commands.ts';
import { notices } from '../../domain/notice/decide.ts';
import type { NoticeEvent } from '../../domain/notice/events.ts';
import type { Tried } from '../../domain/notice/retrying.ts';
import type { NoticesState } from '../../domain/notice/state.ts';
import { type At, Journal, type JournalPorts } from '../journal.ts';
import type { EventLog } from '../ports/event-log.ts';
import { foldWith } from '../recording.ts';
import { noticeStream } from '../stream-names.ts';

/** The outbox acts by itself; no person is behind a mail being sent. */
const OUTBOX = 'outbox';

export type NoticeJournal = Journal<NoticeCommand, NoticesState, NoticeEvent, NoticeRejection>;

export const noticeJournal = (ports: JournalPorts, changeId: string): NoticeJournal =>
  new Journal(ports, notices, noticeStream(changeId), { actorId: OUTBOX, requestId: null, changeId });

export interface NoticesNow extends At<NoticesState> {
  /** Of each recipient's notice: when the first and the last thing was recorded. */
  readonly tried: ReadonlyMap<string, Tried>;
}

export const noticesNow = async (log: Pick<EventLog, 'read'>, changeId: string): Promise<NoticesNow> => {
  const slice = await log.read(noticeStream(changeId));
  const tried = new Map<string, Tried>();
  for (const { event, occurredAt: lastAt } of slice.events) {
    const { recipientId } = event as NoticeEvent;
    tried.set(recipientId, { since: tried.get(recipientId)?.since ?? lastAt, lastAt });
  }
  return { state: foldWith(notices, slice), end: slice.end, tried };
};
