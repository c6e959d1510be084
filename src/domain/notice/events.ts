/** What became of the notices of one change, for each recipient. No address stands here: it can be erased. */
export type NoticeEvent = NoticeClaimed | NoticeSent | NoticeFailed | NoticeGivenUp;

interface OfRecipient<Type extends string> {
  readonly type: Type;
  readonly recipientId: string;
}

/** One worker is about to hand the mail over; an answer that never comes lets another take over. */
export interface NoticeClaimed extends OfRecipient<'NoticeClaimed'> {
  /** From 1; a mail sent twice has the same Message-ID in every try. */
  readonly attempt: number;
  readonly workerId: string;
}

/** A mail server took it. */
export interface NoticeSent extends OfRecipient<'NoticeSent'> {
  readonly attempt: number;
  /** 2 where the recipient's address has changed since: both got it. */
  readonly addresses: number;
}

export type NoticeFailureCode = 'mail-server-unavailable' | 'mail-refused' | 'record-unavailable';

export interface NoticeFailed extends OfRecipient<'NoticeFailed'> {
  readonly attempt: number;
  readonly code: NoticeFailureCode;
}

/** Tried for 72 hours, in vain. The page shows it. */
export interface NoticeGivenUp extends OfRecipient<'NoticeGivenUp'> {
  readonly attempts: number;
}
