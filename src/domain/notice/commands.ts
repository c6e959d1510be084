import type { NoticeFailureCode } from './events.ts';

/** Before a mail is handed over. `overtaken` names the attempt whose silence was waited for, null if there is none. */
export interface ClaimNotice {
  readonly type: 'ClaimNotice';
  readonly recipientId: string;
  readonly workerId: string;
  readonly overtaken: number | null;
}

export interface RecordNoticeSent {
  readonly type: 'RecordNoticeSent';
  readonly recipientId: string;
  readonly attempt: number;
  readonly addresses: number;
}

export interface RecordNoticeFailed {
  readonly type: 'RecordNoticeFailed';
  readonly recipientId: string;
  readonly attempt: number;
  readonly code: NoticeFailureCode;
}

export interface GiveUpNotice {
  readonly type: 'GiveUpNotice';
  readonly recipientId: string;
}

export type NoticeCommand = ClaimNotice | RecordNoticeSent | RecordNoticeFailed | GiveUpNotice;

export type NoticeRejection =
  | { readonly reason: 'NoticeClaimedByAnother' }
  | { readonly reason: 'NoticeNotClaimed' }
  | { readonly reason: 'NoticeSettled' };
