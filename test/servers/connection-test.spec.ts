import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FtpFileTransport } from '../../src/adapters/driven/ftp/ftp-file-transport.ts';
import { failureSaid } from '../../src/adapters/shared/wording/failures.ts';
import { failureSaidToAdministrators } from '../../src/adapters/shared/wording/failures-for-administrators.ts';
import { TEST_STEPS } from '../../src/application/testing-connection/results.ts';
import type { Listener } from '../adapters/shared/guarded-network/loopback.ts';
import { type RealServer, realParts } from '../support/real-parts/description.ts';
import { run } from '../support/real-parts/shell.ts';
import { type FailingTest, FULL, failingTestsOn, WRONG_PASSWORD } from './failing-tests.ts';
import { networkTo } from './real-file-server.ts';
import { makeFolder, type TestChange, type Tested, tap, testConnection } from './tested-connection.ts';

const { servers, ssh, tls } = realParts();

const OWN = '/connection-test';

/** What servers, TLS and Node say, and we never do. */
const NOT_OUR_WORDS =
  /vsftpd|SSH-2|incorrect|denied|no such|not permitted|verification failed|alert|\b(ERR_|E[A-Z]{5,})|\b5\d\d /;

/** Everything before the step is ok, and nothing after it was tried, but that a probe that was written is removed. */
const expectStoppedAt = ({ report }: Tested, { step, code }: FailingTest): void => {
  const at = TEST_STEPS.indexOf(step);
  expect(report.steps).toEqual(
    TEST_STEPS.map((name, index) => {
      if (index === at) return { step, status: 'failed', failure: { step, code } };
      const isCleared = name === 'clean-up' && at >= TEST_STEPS.indexOf('upload');
      return { step: name, status: index < at || isCleared ? 'ok' : 'not-tried' };
    }),
  );
};

const expectRemedies = ({ cli }: Tested, { step, code }: FailingTest): void => {
  for (const lang of ['de', 'en'] as const) {
    const { what, remedy } = failureSaid({ step, code }, lang);
    expect(cli[lang].exit).toBe(1);
    for (const said of [what, remedy, `(${code})`]) expect(cli[lang].all).toContain(said);
    for (const said of Object.values(failureSaidToAdministrators({ step, code }, lang)))
      expect(said).toMatch(/.{10,}\./);
  }
  expect(failureSaid({ step, code }, 'de')).not.toEqual(failureSaid({ step, code }, 'en'));
};

const expectNoSecret = ({ said }: Tested, { password }: RealServer): void => {
  const key = readFileSync(ssh.clientKeys.unauthorised.file, 'utf8').split('\n')[2] ?? '';
  for (const secret of [password, WRONG_PASSWORD, key])
    for (const form of [secret, encodeURIComponent(secret), ...['hex', 'base64'].map((to) => encoded(secret, to))])
      expect(said).not.toContain(form);
};

const encoded = (text: string, to: string): string => Buffer.from(text).toString(to as 'hex' | 'base64');

/** What was said in replies, RFC 959, section 4.2, without their codes; single short words are anybody's. */
const wordsIn = (heard: readonly string[]): readonly string[] =>
  heard.flatMap((text) => text.split('\r\n').map((line) => line.slice(4).trim())).filter(({ length }) => length > 6);

describe.each(servers)('a connection test on $name', (server) => {
  let listener: (Listener & { readonly heard: readonly string[] }) | undefined;
  /** Where a server speaks in the clear, every word of it is heard. */
  const inFront = (): TestChange => (listener === undefined ? {} : { port: listener.port });
  const probes = (): readonly string[] =>
    readdirSync(server.root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?:^|\/)planning-backup-test-/.test(name),
    );
  const test = async (change: TestChange): Promise<Tested> =>
    testConnection(server, { directory: OWN, ...inFront(), ...change });

  beforeAll(async () => {
    makeFolder(server, OWN);
    const disk = makeFolder(server, FULL);
    const options = `size=4k,mode=777,nosuid,nodev,noexec`;
    await run('mount', ['-t', 'tmpfs', '-o', options, 'planning-backup-test', disk]);
    writeFileSync(join(disk, 'filler.bin'), new Uint8Array(4_096));
    if (server.protocol === 'ftp') listener = await tap(server);
  });

  afterAll(async () => {
    await listener?.close();
    // A server's session that is being torn down may still hold the disk for a moment.
    await run('umount', ['--lazy', join(server.root, FULL)]);
    for (const folder of [OWN, FULL]) rmSync(join(server.root, folder), { recursive: true });
  });

  it('that goes well leaves nothing on the disk', async () => {
    const replacement = server.renameOver === 'replaces' ? 'atomic' : 'delete-then-rename';
    const tested = await test({ replacement });
    const { report, cli } = tested;
    expect(report).toMatchObject({ isOk: true, capability: replacement });
    expect(report.warnings).toEqual(server.protocol === 'ftp' ? [{ warning: 'unprotected' }] : []);
    expect([cli.de.exit, cli.en.exit]).toEqual([0, 0]);
    expect(readdirSync(join(server.root, OWN))).toEqual([]);
    expectNoSecret(tested, server);
  });

  it('warns of a file that is not ours, and leaves it as it is', async () => {
    const file = join(server.root, OWN, 'Themenplanung.xlsx');
    writeFileSync(file, 'somebody else’s');
    const { report } = await test({ replacement: 'overwrite' });
    expect(report.warnings).toContainEqual({ warning: 'foreign-file', name: 'Themenplanung.xlsx' });
    expect(readFileSync(file, 'utf8')).toBe('somebody else’s');
    rmSync(file);
    expect(readdirSync(join(server.root, OWN))).toEqual([]);
  });

  if (server.renameOver === 'refused')
    it('finds that a rename is refused, and what the server allows', async () => {
      const failing = { title: 'rename refused', change: {}, step: 'replace', code: 'replacing-refused' } as const;
      const tested = await test({});
      expectStoppedAt(tested, failing);
      expectRemedies(tested, failing);
      expectNoSecret(tested, server);
      expect(tested.report.capability).toBe('delete-then-rename');
      expect(tested.cli.en.all).toContain('--replace delete-then-rename');
      expect(readdirSync(join(server.root, OWN))).toEqual([]);
    });

  it('names each step that fails, its code and a remedy, without a word of the server’s', async () => {
    const said: string[] = [];
    for (const failing of await failingTestsOn(server)) {
      const tested = await test(failing.change);
      expectStoppedAt(tested, failing);
      expectRemedies(tested, failing);
      expectNoSecret(tested, server);
      expect(tested.said, failing.title).not.toMatch(NOT_OUR_WORDS);
      said.push(tested.said);
    }
    expect(probes()).toEqual([]);
    const heard = wordsIn(listener?.heard ?? []);
    if (listener !== undefined) expect(heard.length).toBeGreaterThan(50);
    for (const words of heard) expect(said.join('\n')).not.toContain(words);
  });

  if (server.protocol !== 'ftp')
    it('shows what the server proves itself with', async () => {
      if (server.protocol === 'sftp') {
        const { report, cli } = await test({ trustedIdentity: null });
        expect(report.steps).toContainEqual({ step: 'secure', status: 'to-be-trusted' });
        expect(Object.values(ssh.hostKeys)).toContain(report.presented?.identity.fingerprint);
        expect(cli.en.all).toContain(`--trust ${report.presented?.identity.fingerprint}`);
        return;
      }
      const transport = new FtpFileTransport({ network: networkTo(realParts()) });
      const { report, cli } = await test({ transport, trustedIdentity: null });
      const shown = server.certificate === 'signed' ? tls.signedFingerprint : tls.selfSignedFingerprint;
      expect(report.presented?.identity.fingerprint).toBe(shown);
      expect(report.presented?.certificate).toMatchObject({ subject: expect.stringContaining(tls.serverName) });
      for (const said of [`--trust ${shown}`, 'issued by', 'valid from']) expect(cli.en.all).toContain(said);
    });
});
