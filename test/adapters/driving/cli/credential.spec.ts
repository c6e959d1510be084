import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { languageOf, wantsJson } from '../../../../src/adapters/driving/cli/arguments.ts';
import { type CredentialSources, readCredential } from '../../../../src/adapters/driving/cli/credential.ts';
import { wordsIn } from '../../../../src/adapters/driving/cli/wording/in.ts';

const folder = mkdtempSync(join(tmpdir(), 'planning-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n';

const read = (stdin: string | Uint8Array | null, more: Partial<CredentialSources> = {}) =>
  readCredential(
    {
      isOnStdin: stdin !== null,
      privateKeyFile: undefined,
      env: {},
      stdin: (async function* () {
        yield stdin ?? '';
      })(),
      ...more,
    },
    wordsIn('en'),
  );

const password = async (...given: Parameters<typeof read>): Promise<string | undefined> => {
  const credential = await read(...given);
  return credential?.method === 'password' ? credential.password.reveal() : undefined;
};

describe('a password', () => {
  test('comes from standard input without the end of its line', async () => {
    expect(await password('pass wörd \n')).toBe('pass wörd ');
    expect(await password('x\r\n')).toBe('x');
    expect(await password(Buffer.from('ü'))).toBe('ü');
  });

  test('comes from the environment, where standard input does not give one', async () => {
    expect(await password(null, { env: { PLANNING_BACKUP_PASSWORD: 'x' } })).toBe('x');
    expect(await password('y', { env: { PLANNING_BACKUP_PASSWORD: 'x' } })).toBe('y');
  });

  test('that nobody gave is the stored one', async () => {
    expect(await read(null)).toBeNull();
    expect(await read(null, { env: { PLANNING_BACKUP_PASSWORD: '' } })).toBeNull();
  });

  test.each([
    ['nothing', '', 'PasswordEmpty'],
    ['two lines', 'a\nb\n', 'PasswordMalformed'],
    ['a control character', 'a\u0000b', 'PasswordMalformed'],
    ['far too much', 'x'.repeat(5_000), 'PasswordMalformed'],
  ])('of %s is refused', async (_, stdin, code) => {
    await expect(read(stdin)).rejects.toMatchObject({ exitCode: 2, code });
  });

  test('is not typed where it can be seen', async () => {
    const stdin = Object.assign(
      (async function* () {
        yield 'x';
      })(),
      { isTTY: true },
    );
    await expect(read('', { stdin })).rejects.toMatchObject({ code: 'PasswordFromTerminal' });
  });
});

describe('a private key', () => {
  test('comes from a file, and the password is its passphrase', async () => {
    const file = join(folder, 'key');
    writeFileSync(file, KEY);
    const credential = await read('phrase', { privateKeyFile: file });
    if (credential?.method !== 'private-key') throw new Error('not a key');
    expect([credential.privateKey.reveal(), credential.passphrase?.reveal()]).toEqual([KEY, 'phrase']);
    expect(JSON.stringify(credential)).not.toMatch(/AAAA|phrase"?:"phrase/);
  });

  test.each([
    ['a public key', 'ssh-ed25519 AAAA', 'PrivateKeyMalformed'],
    ['something large', `${KEY}${'x'.repeat(70_000)}`, 'PrivateKeyMalformed'],
    ['a folder', null, 'PrivateKeyFileUnreadable'],
  ])('that is %s is refused', async (_, text, code) => {
    const file = join(folder, 'none');
    if (text !== null) writeFileSync(file, text);
    await expect(read(null, { privateKeyFile: text === null ? folder : file })).rejects.toMatchObject({ code });
  });
});

test.each([
  [['status', '--lang', 'de'], {}, 'de'],
  [['--lang=de', 'status'], { LANG: 'en_GB' }, 'de'],
  [['status'], { LC_ALL: 'de_DE.UTF-8', LANG: 'en' }, 'de'],
  [['status'], { LC_ALL: '', LC_MESSAGES: 'de', LANG: 'en' }, 'de'],
  [['status'], { LC_ALL: 'C', LANG: 'de_DE' }, 'en'],
  [['status'], { LANG: 'den' }, 'en'],
  [['status'], {}, 'en'],
])('the language of %j with %j is %s', (argv, env, language) => {
  expect(languageOf(argv, env)).toBe(language);
});

test('JSON is asked for anywhere', () => {
  expect([['--json'], ['history', '--format', 'json'], ['--format=json']].every(wantsJson)).toBe(true);
  expect(wantsJson(['history', '--format', 'table'])).toBe(false);
});
