import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RealParts } from './description.ts';
import { run } from './shell.ts';

const PASSPHRASE = 'Schlüssel & Bund';

const generate = async (file: string, type: string, passphrase = ''): Promise<string> => {
  await run('/usr/bin/ssh-keygen', ['-q', '-t', type, '-N', passphrase, '-C', 'planning-backup test', '-f', file]);
  return file;
};

const fingerprint = async (file: string): Promise<string> =>
  (await run('/usr/bin/ssh-keygen', ['-l', '-E', 'sha256', '-f', `${file}.pub`])).split(' ')[1] ?? '';

export interface SshKeys {
  readonly ssh: RealParts['ssh'];
  readonly hostKeyFiles: readonly string[];
  readonly authorizedKeysFile: string;
}

export const makeSshKeys = async (directory: string): Promise<SshKeys> => {
  const at = (name: string) => join(directory, name);
  const [ed25519, ecdsa, rsa, plain, withPassphrase, unauthorised] = await Promise.all([
    generate(at('host-ed25519'), 'ed25519'),
    generate(at('host-ecdsa'), 'ecdsa'),
    generate(at('host-rsa'), 'rsa'),
    generate(at('client-plain'), 'ed25519'),
    generate(at('client-with-passphrase'), 'ed25519', PASSPHRASE),
    generate(at('client-unauthorised'), 'ed25519'),
  ]);
  const hostKeyFiles = [ed25519, ecdsa, rsa];
  const authorized = await Promise.all([plain, withPassphrase].map((key) => readFile(`${key}.pub`, 'utf8')));
  await writeFile(at('authorized_keys'), authorized.join(''), { mode: 0o644 });
  return {
    hostKeyFiles,
    authorizedKeysFile: at('authorized_keys'),
    ssh: {
      hostKeys: { ed25519: await fingerprint(ed25519), ecdsa: await fingerprint(ecdsa), rsa: await fingerprint(rsa) },
      clientKeys: {
        plain: { file: plain, passphrase: undefined },
        withPassphrase: { file: withPassphrase, passphrase: PASSPHRASE },
        unauthorised: { file: unauthorised, passphrase: undefined },
      },
    },
  };
};
