import type { Credential } from '../../../../application/ports/file-transport.ts';
import { Secret } from '../../../../application/secret.ts';
import type { FormValues } from './form-values.ts';
import type { ProblemAt } from './reading-form.ts';

export type SecretProblem = 'password-malformed' | 'private-key-malformed' | 'passphrase-without-key';

export type ReadSecret =
  /** Null: nothing was entered, so what is stored is kept. */
  | { readonly ok: true; readonly credential: Credential | null }
  | { readonly ok: false; readonly problem: ProblemAt<SecretProblem> };

const LONGEST = 4_096;
const LONGEST_KEY = 32_768;

// biome-ignore lint/suspicious/noControlCharactersInRegex: a password is one line that can be sent.
const UNSENDABLE = /[\u0000-\u001f\u007f]/;

/** PEM and OpenSSH (RFC 7468 and its like), or PuTTY's own form. */
const PRIVATE_KEY = /^\s*(?:-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|PuTTY-User-Key-File-[23]:)/;

/** What the server is to be logged into with. A private key is SFTP's only. */
export const readSecret = (body: URLSearchParams, { protocol, method }: FormValues): ReadSecret =>
  protocol === 'sftp' && method === 'private-key'
    ? readKey(body.get('privateKey') ?? '', body.get('passphrase') ?? '')
    : readPassword(body.get('password') ?? '');

const readPassword = (password: string): ReadSecret => {
  if (password === '') return { ok: true, credential: null };
  if (!isSendable(password)) return { ok: false, problem: { field: 'password', problem: 'password-malformed' } };
  return { ok: true, credential: { method: 'password', password: new Secret(password) } };
};

const readKey = (privateKey: string, passphrase: string): ReadSecret => {
  if (privateKey.trim() === '') {
    if (passphrase === '') return { ok: true, credential: null };
    return { ok: false, problem: { field: 'privateKey', problem: 'passphrase-without-key' } };
  }
  if (privateKey.length > LONGEST_KEY || !PRIVATE_KEY.test(privateKey))
    return { ok: false, problem: { field: 'privateKey', problem: 'private-key-malformed' } };
  if (!isSendable(passphrase)) return { ok: false, problem: { field: 'passphrase', problem: 'password-malformed' } };
  // A form sends line ends as CR LF; a key is written with LF.
  const key = new Secret(`${privateKey.replaceAll('\r\n', '\n').trim()}\n`);
  return {
    ok: true,
    credential: {
      method: 'private-key',
      privateKey: key,
      passphrase: passphrase === '' ? null : new Secret(passphrase),
    },
  };
};

const isSendable = (text: string): boolean => text.length <= LONGEST && !UNSENDABLE.test(text);
