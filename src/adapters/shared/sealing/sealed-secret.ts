import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Credential } from '../../../application/ports/file-transport.ts';
import type { SecretBinding } from '../../../domain/backup-configuration/secret-binding.ts';
import { lengthPrefixed } from '../event-codec/length-prefixed.ts';
import { decrypt, encrypt } from './aes-gcm.ts';
import { readCredential, writeCredential } from './credential-text.ts';
import type { MasterKey } from './master-key-ring.ts';

/**
 * A credential as a store keeps it. Each has a data key of its own, 32 random bytes, from which HKDF-SHA256 makes
 * the key that encrypts and the commitment. AES-256-GCM alone lets one ciphertext open under two keys; the
 * commitment does not.
 */
export interface SealedSecret {
  /** The master key that wraps the data key. */
  readonly keyId: string;
  /** The data key, encrypted by the master key. Without it the rest is noise: destroying it destroys the secret. */
  readonly wrappedKey: Uint8Array;
  readonly commitment: Uint8Array;
  /** The credential, encrypted; its associated data are the secret's id and its binding. */
  readonly sealed: Uint8Array;
}

const KEY_BYTES = 32;

export const seal = (
  secretId: string,
  binding: SecretBinding,
  credential: Credential,
  masterKey: MasterKey,
): SealedSecret => {
  const dataKey = randomBytes(KEY_BYTES);
  const plain = writeCredential(credential);
  try {
    return {
      keyId: masterKey.id,
      wrappedKey: wrap(secretId, dataKey, masterKey),
      commitment: derived(dataKey, 'commitment'),
      sealed: encrypt(derived(dataKey, 'encryption'), plain, associatedData(secretId, binding)),
    };
  } finally {
    plain.fill(0);
    dataKey.fill(0);
  }
};

/** Undefined for any other id, binding or master key than it was sealed with, and for whatever was altered since. */
export const unseal = (
  secretId: string,
  binding: SecretBinding,
  secret: SealedSecret,
  masterKey: MasterKey,
): Credential | undefined => {
  const dataKey = unwrap(secretId, secret, masterKey);
  if (dataKey === undefined || !commits(secret.commitment, dataKey)) return undefined;
  const plain = decrypt(derived(dataKey, 'encryption'), secret.sealed, associatedData(secretId, binding));
  dataKey.fill(0);
  if (plain === undefined) return undefined;
  const credential = readCredential(plain);
  plain.fill(0);
  return credential;
};

/** The same secret under another master key; nobody sees the credential. Undefined if the first does not open it. */
export const rewrap = (
  secretId: string,
  secret: SealedSecret,
  from: MasterKey,
  to: MasterKey,
): SealedSecret | undefined => {
  const dataKey = unwrap(secretId, secret, from);
  if (dataKey === undefined) return undefined;
  const wrappedKey = wrap(secretId, dataKey, to);
  dataKey.fill(0);
  return { ...secret, keyId: to.id, wrappedKey };
};

const wrap = (secretId: string, dataKey: Uint8Array, masterKey: MasterKey): Uint8Array =>
  encrypt(masterKey.bytes, dataKey, wrappingData(secretId, masterKey.id));

const unwrap = (secretId: string, { keyId, wrappedKey }: SealedSecret, masterKey: MasterKey): Buffer | undefined =>
  keyId === masterKey.id ? decrypt(masterKey.bytes, wrappedKey, wrappingData(secretId, keyId)) : undefined;

const commits = (commitment: Uint8Array, dataKey: Uint8Array): boolean => {
  const expected = derived(dataKey, 'commitment');
  return commitment.length === expected.length && timingSafeEqual(commitment, expected);
};

const derived = (dataKey: Uint8Array, purpose: 'commitment' | 'encryption'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', dataKey, '', `planning-backup/secret-${purpose}/v1`, KEY_BYTES));

const wrappingData = (secretId: string, keyId: string): Uint8Array =>
  lengthPrefixed(['planning-backup/wrapped-key/v1', secretId, keyId]);

/** A field more in a binding is a field more here, and a new label. */
const associatedData = (secretId: string, binding: SecretBinding): Uint8Array => {
  const { organisationId, protocol, tlsMode, host, port, user, trustedIdentity, ...rest } = binding;
  rest satisfies Record<string, never>;
  const server = [protocol, tlsMode, host, String(port), user];
  const identity = [trustedIdentity?.kind ?? null, trustedIdentity?.fingerprint ?? null];
  return lengthPrefixed(['planning-backup/secret/v1', secretId, organisationId, ...server, ...identity]);
};
