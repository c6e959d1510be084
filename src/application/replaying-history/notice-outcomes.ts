import { noticeOf } from '../../domain/notice/state.ts';
import { noticesNow } from '../notifying-co-admins/notices.ts';
import type { EventLog } from '../ports/event-log.ts';

/** What became of the mail to one co-administrator. `at` is an instant, ISO 8601 in UTC. */
export type NoticeOutcome =
  | { readonly recipientId: string; readonly status: 'waiting' }
  | { readonly recipientId: string; readonly status: 'sent' | 'given-up'; readonly at: string };

/** In the order of the recipients. */
export const noticeOutcomes = async (
  log: Pick<EventLog, 'read'>,
  changeId: string,
  recipientIds: readonly string[],
): Promise<readonly NoticeOutcome[]> => {
  if (recipientIds.length === 0) return [];
  const { state, tried } = await noticesNow(log, changeId);
  return recipientIds.map((recipientId): NoticeOutcome => {
    const { status } = noticeOf(state, recipientId);
    const at = tried.get(recipientId)?.lastAt.toString();
    return at === undefined || status === 'due' || status === 'claimed'
      ? { recipientId, status: 'waiting' }
      : { recipientId, status, at };
  });
};
