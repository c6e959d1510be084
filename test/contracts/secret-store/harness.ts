import type { SealedSecret } from '../../../src/adapters/shared/sealing/sealed-secret.ts';
import type { Credential } from '../../../src/application/ports/file-transport.ts';
import type { SecretStore } from '../../../src/application/ports/secret-store.ts';
import { Secret } from '../../../src/application/secret.ts';
import type { SecretBinding } from '../../../src/domain/backup-configuration/secret-binding.ts';
import { aCertificate, aHostKey } from '../../builders/destination.ts';

export type Sealed = ReadonlyMap<string, SealedSecret | undefined>;

export interface SecretStoreHarness {
  readonly store: SecretStore;
  /** A store over what is kept so far, changed behind its back, with the same master keys. */
  altered(edit: (sealed: Sealed) => Sealed): Promise<SecretStore>;
  /** A store over what is kept now, that reads with the master keys of later. */
  copied(): Promise<SecretStore>;
  close(): Promise<void>;
}

export const BINDING: SecretBinding = {
  organisationId: 'abendblatt',
  protocol: 'sftp',
  tlsMode: 'none',
  host: 'sftp.abendblatt.example',
  port: 22,
  user: 'planung',
  trustedIdentity: aHostKey(),
};

/** Each field of a binding, changed alone. */
export const OTHER_BINDINGS: readonly SecretBinding[] = [
  { ...BINDING, organisationId: 'morgenpost' },
  { ...BINDING, protocol: 'ftp' },
  { ...BINDING, tlsMode: 'explicit' },
  { ...BINDING, host: 'sftp.abendblatt.example.evil.example' },
  { ...BINDING, port: 2222 },
  { ...BINDING, user: 'Planung' },
  { ...BINDING, trustedIdentity: aHostKey('B') },
  { ...BINDING, trustedIdentity: { ...aHostKey(), kind: 'certificate' } },
  { ...BINDING, trustedIdentity: aCertificate() },
  { ...BINDING, trustedIdentity: null },
  // Two fields whose letters only move from one to the other.
  { ...BINDING, host: 'sftp.abendblatt.exampl', user: 'eplanung' },
];

export const aPassword = (text: string): Credential => ({ method: 'password', password: new Secret(text) });

export const revealed = (credential: Credential): readonly (string | null)[] =>
  credential.method === 'password'
    ? [credential.password.reveal()]
    : [credential.privateKey.reveal(), credential.passphrase?.reveal() ?? null];

type Part = 'wrappedKey' | 'commitment' | 'sealed';

export const PARTS: readonly Part[] = ['wrappedKey', 'commitment', 'sealed'];

/** Every secret with one part changed. */
export const withEach = (sealed: Sealed, change: (secret: SealedSecret) => SealedSecret): Sealed =>
  new Map([...sealed].map(([id, secret]) => [id, secret && change(secret)]));

/** One bit of a part changed: of its first byte, or of its last (-1). */
export const flipped = (secret: SealedSecret, part: Part, at: 0 | -1): SealedSecret => {
  const bytes = Uint8Array.from(secret[part]);
  const index = at < 0 ? bytes.length - 1 : 0;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return { ...secret, [part]: bytes };
};
