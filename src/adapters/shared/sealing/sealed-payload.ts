import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { lengthPrefixed } from '../event-codec/length-prefixed.ts';
import { decrypt, encrypt } from './aes-gcm.ts';
import type { MasterKey } from './master-key-ring.ts';

/**
 * Bytes as a store keeps them sealed. Each has a data key of its own, 32 random bytes, from which HKDF-SHA256 makes
 * the key that encrypts and the commitment. AES-256-GCM alone lets one ciphertext open under two keys; the
 * commitment does not.
 */
export interface SealedPayload {
  /** The master key that wraps the data key. */
  readonly keyId: string;
  /** The data key, encrypted by the master key. Without it the rest is noise: destroying it destroys what is sealed. */
  readonly wrappedKey: Uint8Array;
  readonly commitment: Uint8Array;
  /** Encrypted; the associated data are what it is, its id, and what it was sealed to. */
  readonly sealed: Uint8Array;
}

/** What is sealed where: nothing opens as another kind, or under another id. */
export interface SealedAs {
  readonly kind: 'secret' | 'notice-record';
  readonly id: string;
}

const KEY_BYTES = 32;

/** Overwrites `plain` when it is done. `to` is what it is to be opened to, and to nothing else. */
export const sealPayload = (
  as: SealedAs,
  to: readonly (string | null)[],
  plain: Buffer,
  masterKey: MasterKey,
): SealedPayload => {
  const dataKey = randomBytes(KEY_BYTES);
  try {
    return {
      keyId: masterKey.id,
      wrappedKey: wrap(as, dataKey, masterKey),
      commitment: derived(as, dataKey, 'commitment'),
      sealed: encrypt(derived(as, dataKey, 'encryption'), plain, associatedData(as, to)),
    };
  } finally {
    plain.fill(0);
    dataKey.fill(0);
  }
};

/** Undefined for anything else than it was sealed as, to and by, and for whatever was altered since. */
export const unsealPayload = (
  as: SealedAs,
  to: readonly (string | null)[],
  payload: SealedPayload,
  masterKey: MasterKey,
): Buffer | undefined => {
  const dataKey = unwrap(as, payload, masterKey);
  if (dataKey === undefined || !commits(as, payload.commitment, dataKey)) return undefined;
  const plain = decrypt(derived(as, dataKey, 'encryption'), payload.sealed, associatedData(as, to));
  dataKey.fill(0);
  return plain;
};

/** The same under another master key; nobody sees the content. Undefined if the first does not open it. */
export const rewrapPayload = (
  as: SealedAs,
  payload: SealedPayload,
  from: MasterKey,
  to: MasterKey,
): SealedPayload | undefined => {
  const dataKey = unwrap(as, payload, from);
  if (dataKey === undefined) return undefined;
  const wrappedKey = wrap(as, dataKey, to);
  dataKey.fill(0);
  return { ...payload, keyId: to.id, wrappedKey };
};

const wrap = (as: SealedAs, dataKey: Uint8Array, masterKey: MasterKey): Uint8Array =>
  encrypt(masterKey.bytes, dataKey, wrappingData(as, masterKey.id));

const unwrap = (as: SealedAs, { keyId, wrappedKey }: SealedPayload, masterKey: MasterKey): Buffer | undefined =>
  keyId === masterKey.id ? decrypt(masterKey.bytes, wrappedKey, wrappingData(as, keyId)) : undefined;

const commits = (as: SealedAs, commitment: Uint8Array, dataKey: Uint8Array): boolean => {
  const expected = derived(as, dataKey, 'commitment');
  return commitment.length === expected.length && timingSafeEqual(commitment, expected);
};

const derived = ({ kind }: SealedAs, dataKey: Uint8Array, purpose: 'commitment' | 'encryption'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', dataKey, '', `planning-backup/${kind}-${purpose}/v1`, KEY_BYTES));

const wrappingData = ({ kind, id }: SealedAs, keyId: string): Uint8Array =>
  lengthPrefixed([`planning-backup/wrapped-key-of-${kind}/v1`, id, keyId]);

const associatedData = ({ kind, id }: SealedAs, to: readonly (string | null)[]): Uint8Array =>
  lengthPrefixed([`planning-backup/${kind}/v1`, id, ...to]);
