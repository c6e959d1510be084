import type { Credential } from '../../../application/ports/file-transport.ts';
import type { SecretBinding } from '../../../domain/backup-configuration/secret-binding.ts';
import { readCredential, writeCredential } from './credential-text.ts';
import type { MasterKey } from './master-key-ring.ts';
import { rewrapPayload, type SealedAs, type SealedPayload, sealPayload, unsealPayload } from './sealed-payload.ts';

/** A credential as a store keeps it, sealed to its binding. */
export type SealedSecret = SealedPayload;

export const seal = (
  secretId: string,
  binding: SecretBinding,
  credential: Credential,
  masterKey: MasterKey,
): SealedSecret => sealPayload(as(secretId), bindingTexts(binding), writeCredential(credential), masterKey);

/** Undefined for any other id, binding or master key than it was sealed with, and for whatever was altered since. */
export const unseal = (
  secretId: string,
  binding: SecretBinding,
  secret: SealedSecret,
  masterKey: MasterKey,
): Credential | undefined => {
  const plain = unsealPayload(as(secretId), bindingTexts(binding), secret, masterKey);
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
): SealedSecret | undefined => rewrapPayload(as(secretId), secret, from, to);

const as = (id: string): SealedAs => ({ kind: 'secret', id });

/** A field more in a binding is a field more here, and a new label. */
const bindingTexts = (binding: SecretBinding): readonly (string | null)[] => {
  const { organisationId, protocol, tlsMode, host, port, user, trustedIdentity, ...rest } = binding;
  rest satisfies Record<string, never>;
  const server = [protocol, tlsMode, host, String(port), user];
  return [organisationId, ...server, trustedIdentity?.kind ?? null, trustedIdentity?.fingerprint ?? null];
};
