import { accepted, type Decider, type Decision, rejected } from '../decider.ts';
import { impossible } from '../impossible.ts';
import type { ClaimNotice, NoticeCommand, NoticeRejection } from './commands.ts';
import type { NoticeEvent } from './events.ts';
import { evolveNotices } from './evolve.ts';
import { initialNotices, isSettled, type NoticeState, type NoticesState, noticeOf } from './state.ts';

type NoticeDecision = Decision<NoticeEvent, NoticeRejection>;

const decide = (command: NoticeCommand, notices: NoticesState): NoticeDecision => {
  const { recipientId } = command;
  const notice = noticeOf(notices, recipientId);
  switch (command.type) {
    case 'ClaimNotice':
      return claim(command, notice);
    case 'RecordNoticeSent': {
      // A mail that was sent was sent, whoever has claimed the notice since; twice is told by the second claim.
      if (notice.status === 'sent') return accepted([]);
      const { attempt, addresses } = command;
      return accepted([{ type: 'NoticeSent', recipientId, attempt, addresses }]);
    }
    case 'RecordNoticeFailed': {
      const { attempt, code } = command;
      if (notice.status !== 'claimed' || notice.attempts !== attempt) return rejected({ reason: 'NoticeNotClaimed' });
      return accepted([{ type: 'NoticeFailed', recipientId, attempt, code }]);
    }
    case 'GiveUpNotice':
      if (isSettled(notice)) return rejected({ reason: 'NoticeSettled' });
      if (notice.status === 'claimed') return rejected({ reason: 'NoticeClaimedByAnother' });
      return accepted([{ type: 'NoticeGivenUp', recipientId, attempts: notice.attempts }]);
    default:
      return impossible(command satisfies never);
  }
};

const claim = ({ recipientId, workerId, overtaken }: ClaimNotice, notice: NoticeState): NoticeDecision => {
  if (isSettled(notice)) return rejected({ reason: 'NoticeSettled' });
  if (notice.status === 'claimed' && notice.attempts !== overtaken)
    return rejected({ reason: 'NoticeClaimedByAnother' });
  return accepted([{ type: 'NoticeClaimed', recipientId, attempt: notice.attempts + 1, workerId }]);
};

/** The aggregate of all notices of one change; one stream, so that a claim is an append at an exact end. */
export const notices: Decider<NoticeCommand, NoticesState, NoticeEvent, NoticeRejection> = {
  initialState: initialNotices,
  evolve: evolveNotices,
  decide,
};
