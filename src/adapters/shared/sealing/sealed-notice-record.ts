import type { NoticeRecord, Roster } from '../../../application/ports/notice-records.ts';
import type { MasterKey } from './master-key-ring.ts';
import { rewrapPayload, type SealedAs, type SealedPayload, sealPayload, unsealPayload } from './sealed-payload.ts';

/** Names and addresses as a store keeps them, sealed to their change or organisation: JSON in UTF-8. */
export type SealedNoticeRecord = SealedPayload;

export const sealNoticeRecord = (id: string, record: NoticeRecord | Roster, masterKey: MasterKey): SealedNoticeRecord =>
  sealPayload(as(id), [], Buffer.from(JSON.stringify(record)), masterKey);

/** Undefined for another change or master key, and for whatever was altered since. */
export const unsealNoticeRecord = <Kept extends NoticeRecord | Roster>(
  id: string,
  sealed: SealedNoticeRecord,
  masterKey: MasterKey,
): Kept | undefined => {
  const plain = unsealPayload(as(id), [], sealed, masterKey);
  // What was authenticated was written above, so its shape is known.
  return plain === undefined ? undefined : (JSON.parse(plain.toString('utf8')) as Kept);
};

export const rewrapNoticeRecord = (
  changeId: string,
  sealed: SealedNoticeRecord,
  from: MasterKey,
  to: MasterKey,
): SealedNoticeRecord | undefined => rewrapPayload(as(changeId), sealed, from, to);

const as = (id: string): SealedAs => ({ kind: 'notice-record', id });
