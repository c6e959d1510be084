import { impossible } from '../impossible.ts';
import type { NoticeEvent } from './events.ts';
import type { NoticeState, NoticesState } from './state.ts';

export const evolveNotices = (notices: NoticesState, event: NoticeEvent): NoticesState =>
  new Map(notices).set(event.recipientId, noticeAfter(event));

const noticeAfter = (event: NoticeEvent): NoticeState => {
  switch (event.type) {
    case 'NoticeClaimed':
      return { status: 'claimed', attempts: event.attempt, workerId: event.workerId };
    case 'NoticeSent':
      return { status: 'sent', attempts: event.attempt };
    case 'NoticeFailed':
      return { status: 'due', attempts: event.attempt, lastFailure: event.code };
    case 'NoticeGivenUp':
      return { status: 'given-up', attempts: event.attempts };
    default:
      return impossible(event satisfies never);
  }
};
