import { readFileSync, statSync } from 'node:fs';
import type { Credential } from '../../../application/ports/file-transport.ts';
import { Secret } from '../../../application/secret.ts';
import { CallFailed } from './call-failed.ts';
import type { Words } from './wording/words.ts';

const PASSWORD_VARIABLE = 'PLANNING_BACKUP_PASSWORD';

/** As much of standard input as is read. */
export interface InputStream extends AsyncIterable<string | Uint8Array> {
  readonly isTTY?: boolean;
}

export interface CredentialSources {
  readonly isOnStdin: boolean;
  readonly privateKeyFile: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: InputStream;
}

const LONGEST_PASSWORD = 4_096;
const LARGEST_KEY_FILE = 65_536;

// biome-ignore lint/suspicious/noControlCharactersInRegex: a password is one line that can be sent.
const UNSENDABLE = /[\u0000-\u001f\u007f]/;

/** PEM and OpenSSH (RFC 7468 and its like), or PuTTY's own form. */
const PRIVATE_KEY = /^\s*(?:-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|PuTTY-User-Key-File-[23]:)/;

/** What the server is to be logged into with, or null to keep what is stored. Never from an argument. */
export const readCredential = async (sources: CredentialSources, words: Words): Promise<Credential | null> => {
  const entered = sources.isOnStdin ? await fromStdin(sources.stdin, words) : sources.env[PASSWORD_VARIABLE];
  if (entered === '' && sources.isOnStdin) throw wrong('PasswordEmpty', words);
  if (entered !== undefined && (entered.length > LONGEST_PASSWORD || UNSENDABLE.test(entered)))
    throw wrong('PasswordMalformed', words);
  const password = entered === undefined || entered === '' ? null : new Secret(entered);
  if (sources.privateKeyFile !== undefined) {
    const privateKey = new Secret(readPrivateKey(sources.privateKeyFile, words));
    return { method: 'private-key', privateKey, passphrase: password };
  }
  return password === null ? null : { method: 'password', password };
};

/** One line; the end of it is not part of the password. */
const fromStdin = async (stdin: InputStream, words: Words): Promise<string> => {
  if (stdin.isTTY === true) throw wrong('PasswordFromTerminal', words);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  let text = '';
  for await (const chunk of stdin) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_PASSWORD + 2) throw wrong('PasswordMalformed', words);
  }
  return (text + decoder.decode()).replace(/\r?\n$/, '');
};

const readPrivateKey = (file: string, words: Words): string => {
  let text: string;
  try {
    text = statSync(file).size > LARGEST_KEY_FILE ? '' : readFileSync(file, 'utf8');
  } catch {
    throw new CallFailed(2, 'PrivateKeyFileUnreadable', words.privateKeyFileUnreadable(file));
  }
  if (!PRIVATE_KEY.test(text)) throw new CallFailed(2, 'PrivateKeyMalformed', words.privateKeyMalformed(file));
  return text;
};

const wrong = (code: 'PasswordEmpty' | 'PasswordMalformed' | 'PasswordFromTerminal', words: Words): CallFailed =>
  new CallFailed(2, code, words.password[code]);
