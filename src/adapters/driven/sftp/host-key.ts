import { createHash } from 'node:crypto';
import type { ServerHostKeyAlgorithm } from 'ssh2';
import { type HostIdentity, readHostIdentity } from '../../../domain/destination/host-identity.ts';

/**
 * The kinds of host keys in the order of preference, each with its algorithms. `ssh-rsa` is left out: it signs with
 * SHA-1. RSA keys sign with SHA-2 (RFC 8332).
 */
export const HOST_KEY_KINDS: readonly (readonly ServerHostKeyAlgorithm[])[] = [
  ['ssh-ed25519'],
  ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'],
  ['rsa-sha2-512', 'rsa-sha2-256'],
];

/** As `ssh-keygen -l` prints it: `SHA256:` and the Base64 of the digest over the raw key, without padding. */
export const hostKeyIdentity = (key: Buffer): HostIdentity => {
  const digest = createHash('sha256').update(key).digest('base64').replace(/=+$/, '');
  const identity = readHostIdentity(`SHA256:${digest}`);
  if (!identity.ok) throw new Error('A SHA-256 digest has 43 characters of Base64.');
  return identity.value;
};
