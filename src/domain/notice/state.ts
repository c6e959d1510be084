import type { NoticeFailureCode } from './events.ts';

/** One recipient's notice. Attempts are counted from 1. */
export type NoticeState =
  | { readonly status: 'due'; readonly attempts: number; readonly lastFailure: NoticeFailureCode | null }
  | { readonly status: 'claimed'; readonly attempts: number; readonly workerId: string }
  | { readonly status: 'sent'; readonly attempts: number }
  | { readonly status: 'given-up'; readonly attempts: number };

/** By recipient id; whoever is not in it has a notice that nobody has tried yet. */
export type NoticesState = ReadonlyMap<string, NoticeState>;

export const initialNotices: NoticesState = new Map();

const UNTRIED: NoticeState = { status: 'due', attempts: 0, lastFailure: null };

export const noticeOf = (notices: NoticesState, recipientId: string): NoticeState =>
  notices.get(recipientId) ?? UNTRIED;

/** Whether nothing more is to be done about it. */
export const isSettled = ({ status }: NoticeState): boolean => status === 'sent' || status === 'given-up';
