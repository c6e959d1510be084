import type { Credential } from '../../../application/ports/file-transport.ts';
import { Secret } from '../../../application/secret.ts';

type Written =
  | { readonly method: 'password'; readonly password: string }
  | { readonly method: 'private-key'; readonly privateKey: string; readonly passphrase: string | null };

/** The one place that reveals a credential in order to seal it: JSON in UTF-8. */
export const writeCredential = (credential: Credential): Buffer => Buffer.from(JSON.stringify(revealed(credential)));

const revealed = (credential: Credential): Written => {
  switch (credential.method) {
    case 'password':
      return { method: 'password', password: credential.password.reveal() };
    case 'private-key': {
      const { privateKey, passphrase } = credential;
      return { method: 'private-key', privateKey: privateKey.reveal(), passphrase: passphrase?.reveal() ?? null };
    }
    default:
      return credential satisfies never;
  }
};

/** What was authenticated was written above, so its shape is known. */
export const readCredential = (bytes: Buffer): Credential => {
  const written = JSON.parse(bytes.toString('utf8')) as Written;
  switch (written.method) {
    case 'password':
      return { method: 'password', password: new Secret(written.password) };
    case 'private-key': {
      const passphrase = written.passphrase === null ? null : new Secret(written.passphrase);
      return { method: 'private-key', privateKey: new Secret(written.privateKey), passphrase };
    }
    default:
      return written satisfies never;
  }
};
