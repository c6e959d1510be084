import { z } from 'zod';
import type { NoticeEvent, NoticeFailureCode } from '../../../domain/notice/events.ts';
import type { CodecsOf } from './codec.ts';
import { attempt, count, oneOf, text } from './fields.ts';

const code = oneOf<NoticeFailureCode>({
  'mail-server-unavailable': true,
  'mail-refused': true,
  'record-unavailable': true,
});

export const NOTICE_CODECS: CodecsOf<NoticeEvent> = {
  NoticeClaimed: {
    storedType: 'notice.notice-claimed.v1',
    data: z.strictObject({ recipientId: text, attempt, workerId: text }),
  },
  NoticeSent: {
    storedType: 'notice.notice-sent.v1',
    data: z.strictObject({ recipientId: text, attempt, addresses: count }),
  },
  NoticeFailed: {
    storedType: 'notice.notice-failed.v1',
    data: z.strictObject({ recipientId: text, attempt, code }),
  },
  NoticeGivenUp: {
    storedType: 'notice.notice-given-up.v1',
    data: z.strictObject({ recipientId: text, attempts: count }),
  },
};
