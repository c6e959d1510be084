import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleWeek } from '../../demo/sample-week/index.ts';
import { type CallEnd, runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';
import { realParts, realServer } from '../support/real-parts/description.ts';

const NIGHT = '2026-11-24';

const { folders, ssh, tls } = realParts();

interface Scene {
  readonly server: Parameters<typeof realServer>[0];
  readonly language: 'de' | 'en';
  readonly scheme: string;
  readonly more: readonly string[];
  /** Any of these is what the server shows. */
  readonly fingerprints: readonly string[];
}

const SCENES: readonly Scene[] = [
  { server: 'openssh', language: 'de', scheme: 'sftp', more: [], fingerprints: Object.values(ssh.hostKeys) },
  {
    server: 'vsftpd-self-signed',
    language: 'en',
    scheme: 'ftps',
    more: ['--tls', 'explicit'],
    fingerprints: [tls.selfSignedFingerprint],
  },
];

const SAID = {
  de: { setUp: 'ist eingerichtet', delivered: 'angekommen', needsPassword: 'Passwort', removed: 'Backup entfernt' },
  en: { setUp: 'is set up', delivered: 'delivered', needsPassword: 'password', removed: 'backup removed' },
} as const;

describe.each(SCENES)('an administrator, in $language, with $server', ({ server: name, language, ...scene }) => {
  const server = realServer(name);
  const folder = mkdtempSync(join(tmpdir(), 'planning-backup-'));
  const plan = join(folder, 'elbkurier.json');
  const said = SAID[language];
  const everything: string[] = [];
  let trust = '';

  beforeAll(() => writeFileSync(plan, JSON.stringify(sampleWeek(NIGHT))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const cli = async (args: readonly string[], stdin = ''): Promise<{ exit: CallEnd; out: string; err: string }> => {
    let [out, err] = ['', ''];
    const exit = await runCommandLine([...args, '--lang', language, '--data', join(folder, 'data')], {
      installation: embedded,
      env: { PLANNING_BACKUP_ALLOW_NETWORKS: '127.0.0.0/8' },
      stdin: (async function* () {
        yield stdin;
      })(),
      stdout: {
        write: (text) => {
          out += text;
        },
      },
      stderr: {
        write: (text) => {
          err += text;
        },
      },
      program: 'planning-backup',
      version: '1.2.3',
      signal: new AbortController().signal,
    });
    everything.push(out, err);
    return { exit, out, err };
  };

  const configure = (directory: string, ...more: readonly string[]): readonly string[] => [
    ...['configure', '--plan', plan, '--actor', 'anna', '--user', server.user],
    ...['--destination', `${scene.scheme}://${server.host}:${server.port}${encodeURI(directory)}`],
    ...scene.more,
    ...more,
  ];

  test('sees what the server shows before anything is saved', async () => {
    const { exit, out } = await cli(configure(folders.writable, '--password-stdin', '--json'), server.password);
    expect(exit).toBe(1);
    trust = JSON.parse(out).presented.identity.fingerprint;
    expect(scene.fingerprints).toContain(trust);
  });

  test('sets the backup up, trusting it', async () => {
    const { exit, out } = await cli(configure(folders.writable, '--password-stdin', '--trust', trust), server.password);
    expect(exit).toBe(0);
    expect(out).toContain(said.setUp);
  });

  test('has a night delivered: what is said of the files is what lies there', async () => {
    const { exit, out } = await cli(['backup', '--plan', plan, '--night', NIGHT, '--json']);
    expect(exit).toBe(0);
    const { files } = JSON.parse(out);
    expect(files).toHaveLength(2);
    for (const { name: file, bytes, sha256 } of files) {
      const lying = readFileSync(join(server.root, folders.writable, file));
      expect([lying.length, createHash('sha256').update(lying).digest('hex')]).toEqual([bytes, sha256]);
    }
  });

  test('sees it in the status', async () => {
    const { exit, out } = await cli(['status', '--organisation', 'elbkurier']);
    expect(exit).toBe(0);
    expect(out).toContain(`${NIGHT}  ${said.delivered}`);
  });

  test('moves it to another directory without the password, and the next night goes there', async () => {
    const { exit, out } = await cli(configure(folders.nonAscii));
    expect(exit).toBe(0);
    expect(out).toMatch(new RegExp(`${folders.writable}.* → .*${folders.nonAscii}`));
    expect((await cli(['backup', '--plan', plan, '--night', NIGHT])).exit).toBe(0);
    expect(readFileSync(join(server.root, folders.nonAscii, 'Themenplanung.xlsx')).length).toBeGreaterThan(10_000);
  });

  test('reads what failed where nothing may be written, and how to mend it', async () => {
    await cli(configure(folders.readOnly));
    const { exit, out } = await cli(['backup', '--plan', plan, '--night', NIGHT]);
    expect(exit).toBe(1);
    expect(out).toContain('(directory-not-writable)');
  });

  test('is refused with a wrong password, and enters the right one again', async () => {
    await cli(configure(folders.writable, '--password-stdin'), 'canary-wrong');
    const { exit, out } = await cli(['backup', '--plan', plan, '--night', NIGHT]);
    expect(exit).toBe(1);
    expect(out).toContain('(login-refused)');
    const { out: again } = await cli(configure(folders.writable, '--password-stdin'), server.password);
    expect(again).toContain(said.needsPassword);
  });

  test('has the master key changed, and the next night still logs in', async () => {
    expect((await cli(['rotate-master-key'])).exit).toBe(0);
    expect((await cli(['backup', '--plan', plan, '--night', NIGHT])).exit).toBe(0);
  });

  test('removes it, and reads all of it in the history', async () => {
    const { exit, out } = await cli(['remove', '--plan', plan, '--actor', 'anna']);
    expect(exit).toBe(0);
    expect(out).toContain(said.removed);
    const history = await cli(['history', '--organisation', 'elbkurier', '--plan', plan]);
    expect(history.out).toContain('Anna Weber (anna)');
    expect(history.out).toContain(said.removed);
  });

  test('and no password was shown at any time', () => {
    const all = everything.join('');
    for (const password of [server.password, 'canary-wrong'])
      for (const form of [password, encodeURIComponent(password), Buffer.from(password).toString('base64')])
        expect(all).not.toContain(form);
  });
});
