import { hkdfSync } from 'node:crypto';

/** 32 bytes that wrap the data keys of secrets, kept outside the store. */
export interface MasterKey {
  /** 32 hex digits that follow from the bytes (HKDF-SHA256) and say nothing about them. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

export const MASTER_KEY_BYTES = 32;

export const masterKeyOf = (bytes: Uint8Array): MasterKey => ({
  id: Buffer.from(hkdfSync('sha256', bytes, '', 'planning-backup/master-key-id/v1', 16)).toString('hex'),
  bytes,
});

/**
 * Where master keys are kept: the current one, and, while a rotation is under way, the next. A ring belongs to one
 * store, which says which key it is sealed with; that is what makes a rotation crash-safe:
 *
 * 1. {@link makeNext} keeps a next key, durably;
 * 2. the store wraps all secrets with it and notes its id as the one in use, in one transaction;
 * 3. {@link settle} with that id makes it the current one.
 *
 * Whatever was cut in between, {@link settle} with the id that the store notes finishes it or takes it back. The
 * store calls `current`, `makeNext` and `settle` while it holds its write lock, so that two processes never meet
 * there; `withId` at any time. All throw {@link MasterKeyUnavailable}.
 */
export interface MasterKeyRing {
  /** The current key, made at the first call ever: only for a store that is sealed with none yet. */
  current(): MasterKey;
  /** The key of this id, whether current or next; undefined if it is neither. */
  withId(id: string): MasterKey | undefined;
  makeNext(): MasterKey;
  settle(idInUse: string): void;
}

/** The message says which file to look at, and nothing of a key. */
export class MasterKeyUnavailable extends Error {
  override readonly name = 'MasterKeyUnavailable';
}
