import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { InMemoryFileServer } from '../../../../src/adapters/driven/in-memory/file-server.ts';
import { aCertificate, aHostKey } from '../../../builders/destination.ts';
import { ABENDBLATT, type Called, ftpServer, ftpsServer, Machine, PASSWORD, sftpServer } from './call.ts';

const KEY = aHostKey().fingerprint;
const FORM = 'test-connection --plan plan.json --actor anna --user redaktion --password-stdin';
const SFTP = `${FORM} --destination sftp://sftp.example/backup`;
const TRUSTING = `${SFTP} --trust ${KEY}`;
const FTPS = `${FORM} --destination ftps://ftps.example/backup --tls explicit`;
const STORED = 'test-connection --organisation abendblatt';

/** The step's line, from its sign to its end. */
const line = ({ out }: Called, name: string): string | undefined =>
  out
    .split('\n')
    .find((one) => one.includes(name))
    ?.trim();

describe('a test of what is not saved yet', () => {
  test('says each step with ok, what the server proved itself with, how files are replaced, and exits 0', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    const called = await machine.call(TRUSTING, PASSWORD);
    expect(called).toMatchObject({ exit: 0, err: '' });
    expect(called.out.split('\n')).toEqual([
      'Connection test: sftp://sftp.example/backup as redaktion',
      '  ✓  Check the address      ok',
      '  ✓  Reach the server       ok',
      '  ✓  Secure the connection  ok',
      '  ✓  Log in                 ok',
      '  ✓  Open the directory     ok',
      '  ✓  Write a file           ok',
      '  ✓  Check its size         ok',
      '  ✓  Replace the file       ok',
      '  ✓  Remove the test file   ok',
      'The server proved itself with:',
      `  host key ${KEY}`,
      'Old files can be replaced: in one step (atomic)',
      '',
    ]);
  });

  test('warns of the two keys that the first call makes, and of no older ones', async () => {
    const machine = new Machine(sftpServer());
    const { out } = await machine.call(TRUSTING, PASSWORD);
    expect(out).toContain('Warning: A master key was made: /data/master.key.');
    expect((await machine.call(TRUSTING, PASSWORD)).out).not.toContain('master key');
    const { out: json } = await new Machine(sftpServer()).call(`${TRUSTING} --json`, PASSWORD);
    expect(JSON.parse(json).warnings).toMatchObject([{ code: 'master-key-made' }, { code: 'audit-key-beside-store' }]);
  });

  test('saves nothing, and is recorded', async () => {
    const machine = new Machine(sftpServer());
    await machine.call(TRUSTING, PASSWORD);
    expect(machine.log.stored.map(({ type }) => type)).toEqual(['attempts.connection-tested.v1']);
    expect(machine.open).toBe(0);
  });

  test('shows a host key that nobody has trusted yet, logs in nowhere, and names the call to go on with', async () => {
    const server = sftpServer();
    const called = await new Machine(server).call(SFTP, PASSWORD);
    expect(called.exit).toBe(1);
    expect(line(called, 'Secure the connection')).toBe('?  Secure the connection  waits for your trust');
    expect(line(called, 'Log in')).toBe('–  Log in                 not tried');
    expect(called.out).toContain(`host key ${KEY}`);
    expect(called.out).toContain(`  planning-backup ${SFTP} --trust ${KEY}\n`);
    expect(called.err).toContain('The host key of the server is not trusted yet');
    expect(server.loginAttempts).toBe(0);
  });

  test.each([' ', '='])('that meets another host key shows it, with a call that trusts it instead (%j)', async (is) => {
    const called = await new Machine(sftpServer()).call(`${SFTP} --trust${is}${aHostKey('B').fingerprint}`, PASSWORD);
    expect(called.exit).toBe(1);
    expect(line(called, 'Secure')).toBe('✗  Secure the connection  failed (host-key-changed)');
    expect(called.out).toContain(`  planning-backup ${SFTP} --trust ${KEY}\n`);
    expect(called.err).toContain('Ask whoever runs the server whether it was changed');
  });

  test('shows whose certificate it is that no authority vouches for, and who issued it', async () => {
    const called = await new Machine(ftpsServer(false)).call(`${FTPS} --lang de`, PASSWORD);
    expect(called.exit).toBe(1);
    expect(line(called, 'absichern')).toBe('✗  Verbindung absichern  gescheitert (certificate-untrusted)');
    expect(called.out).toContain(`Zertifikat ${aCertificate().fingerprint}`);
    expect(called.out).toMatch(/ausgestellt auf CN=ftps\.example\n.*ausgestellt von .*\n.*gültig/);
    expect(called.out).toContain(`${FTPS} --lang de --trust ${aCertificate().fingerprint}`);
  });

  test('says a failed step in words, with what mends it, and that nothing after it was tried', async () => {
    const called = await new Machine(sftpServer()).call(TRUSTING, 'wrong');
    expect(called.exit).toBe(1);
    expect(line(called, 'Log in')).toBe('✗  Log in                 failed (login-refused)');
    expect(line(called, 'Open the directory')).toContain('not tried');
    expect(called.err).toBe(
      'Error: Failed at logging in: The server refuses the login.\n' +
        '  → Check user name and password, or whether the public key is entered at the server.\n',
    );
  });

  test('says which other way of replacing the server allows, and the option for it', async () => {
    const refusing = new InMemoryFileServer({ ...sftpServer().options, renameOver: 'refused' });
    const called = await new Machine(refusing).call(TRUSTING, PASSWORD);
    expect(called.exit).toBe(1);
    expect(line(called, 'Replace')).toContain('(replacing-refused)');
    expect(called.out).toContain('Your server also allows another way');
    expect(called.out).toContain('--replace delete-then-rename');
    expect((await new Machine(refusing).call(`${TRUSTING} --replace delete-then-rename`, PASSWORD)).exit).toBe(0);
  });

  test('says that it could be better than wanted', async () => {
    const called = await new Machine(sftpServer()).call(`${TRUSTING} --replace overwrite --lang de`, PASSWORD);
    expect(called.exit).toBe(0);
    expect(called.out).toContain('Ihr Server erlaubt auch');
    expect(called.out).toContain('--replace atomic');
  });

  test('warns of a file of our name that is not ours, of a probe that stays, and of plain FTP', async () => {
    const server = ftpServer();
    server.files.set('/backup/Themenplanung.xlsx', new Uint8Array([1]));
    server.plan({ on: 'remove', connectionBreaks: 'before-it-is-done', times: 9 });
    const call = `${FORM} --destination ftp://ftp.example/backup`;
    const called = await new Machine(server).call(call, PASSWORD);
    expect(called.exit).toBe(1);
    expect(line(called, 'Remove')).toContain('(remove-refused)');
    expect(called.out).toContain('Warning: “Themenplanung.xlsx” is there already');
    expect(called.out).toMatch(/Warning: The test file “\S+” could not be removed/);
    expect(called.out).toContain('Warning: Without encryption');
  });

  test('as JSON is one document with steps, identity, capability, warnings, the call to go on with, and the error', async () => {
    const machine = new Machine(ftpsServer(false));
    const { exit, out, err } = await machine.call(`${FTPS} --json`, PASSWORD);
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      organisation: 'abendblatt',
      destination: { host: 'ftps.example', directory: '/backup' },
      user: 'redaktion',
      isOk: false,
      steps: expect.arrayContaining([
        { step: 'reach', status: 'ok' },
        {
          step: 'secure',
          status: 'failed',
          code: 'certificate-untrusted',
          message: expect.any(String),
          remedy: expect.any(String),
        },
        { step: 'log-in', status: 'not-tried' },
      ]),
      presented: { identity: aCertificate(), certificate: { vouchedFor: false } },
      next: expect.stringContaining('--trust'),
      capability: null,
      warnings: [{ code: 'master-key-made' }, { code: 'audit-key-beside-store' }],
      error: { code: 'certificate-untrusted' },
    });
    const ftp = await new Machine(ftpServer()).call(`${FORM} --destination ftp://ftp.example/backup --json`, PASSWORD);
    expect(JSON.parse(ftp.out)).toMatchObject({ isOk: true, next: null, capability: 'atomic', presented: null });
    expect(JSON.parse(ftp.out).warnings).toContainEqual({
      code: 'unprotected',
      message: expect.any(String),
      remedy: expect.any(String),
    });
  });

  test('with the stored password is made for what it was entered for, and nothing else', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    const asAnna = 'test-connection --plan plan.json --actor anna';
    const same = `${asAnna} --user redaktion --destination sftp://sftp.example/backup`;
    expect((await machine.call(same)).exit).toBe(0);
    const other = `${asAnna} --user other --destination sftp://sftp.example/backup`;
    const { exit, err } = await machine.call(other);
    expect(exit).toBe(2);
    expect(err).toContain('--password-stdin');
  });

  test('without a password in the call says that the changed identity asks for it', async () => {
    const server = sftpServer();
    const machine = new Machine(server);
    await machine.setUp();
    server.identity = aHostKey('C');
    const call = 'test-connection --plan plan.json --actor anna --user redaktion';
    const { out } = await machine.call(`${call} --destination sftp://sftp.example/backup`);
    expect(out).toContain(`--trust ${aHostKey('C').fingerprint}`);
    expect(out).toContain('Give the password too');
  });
});

describe('what can only be refused', () => {
  test.each([
    ['ActorNotAnAdministrator', TRUSTING.replace('anna', 'mallory')],
    ['PasswordRequired', TRUSTING.replace(' --password-stdin', '')],
    ['UnfittingHostIdentity', `${SFTP} --trust ${aCertificate().fingerprint}`],
    ['OrganisationUnknown', STORED],
  ])('exits 2 with %s, and makes no state where there is none', async (code, call) => {
    const machine = new Machine(sftpServer());
    const { exit, out } = await machine.call(`${call} --json`, PASSWORD);
    expect(exit).toBe(2);
    expect(JSON.parse(out).error.code).toBe(code);
    expect(machine.opened).toBe(0);
  });

  test.each([
    ['NothingToTest', 'test-connection'],
    ['OptionMissing', 'test-connection --user redaktion'],
    ['OptionsContradict', `${STORED} --user redaktion`],
    ['login-in-url', SFTP.replace('sftp://', `sftp://u:${PASSWORD}@`)],
    ['ChoiceUnknown', `${SFTP} --replace gently`],
    ['NetworkMalformed', `${SFTP} --allow-network here`],
  ])('exits 2 with %s for a wrong call', async (code, call) => {
    const machine = new Machine(sftpServer());
    const { exit, out } = await machine.call(`${call} --json`, PASSWORD);
    expect(exit).toBe(2);
    expect(JSON.parse(out).error.code).toBe(code);
    expect(machine.opened).toBe(0);
  });

  test('names the option that is missing as the help does', async () => {
    expect((await new Machine().call('test-connection --plan plan.json --lang de')).err).toContain('--actor <ADMIN>');
  });

  test('exits 1 when the server has refused this user too often in this hour', async () => {
    const machine = new Machine(sftpServer());
    for (let n = 0; n < 5; n += 1) await machine.call(TRUSTING, 'wrong');
    const { exit, err } = await machine.call(TRUSTING, PASSWORD);
    expect(exit).toBe(1);
    expect(err).toContain('One more try could lock the account');
  });
});

describe('a test of what is stored', () => {
  test('is the operator’s: it needs no administrator, no plan and no password', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    const called = await machine.call(`${STORED} --lang de`);
    expect(called).toMatchObject({ exit: 0, err: '' });
    expect(called.out).toContain('Verbindungstest: sftp://sftp.example/backup als redaktion');
    expect(line(called, 'Datei ersetzen')).toBe('✓  Datei ersetzen        ok');
    expect(machine.log.stored.at(-1)).toMatchObject({ actorId: 'operator' });
  });

  test('that meets another host key shows it, with the configure that would trust it', async () => {
    const server = sftpServer();
    const machine = new Machine(server);
    await machine.setUp();
    server.identity = aHostKey('C');
    const { exit, out } = await machine.call(`${STORED} --data /srv/backup --allow-network 10.0.0.0/8`);
    expect(exit).toBe(1);
    expect(out).toContain(
      'configure --plan FILE --actor ADMIN --destination sftp://sftp.example:22/backup --user redaktion ' +
        `--trust ${aHostKey('C').fingerprint} --password-stdin --allow-network 10.0.0.0/8 --data /srv/backup`,
    );
  });

  test('of an organisation that never had a backup exits 2', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    const { exit, err } = await machine.call('test-connection --organisation elsewhere');
    expect(exit).toBe(2);
    expect(err).toContain('No backup was ever set up for “elsewhere”');
  });

  test('of a backup that was removed exits 2', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    await machine.call('remove --plan plan.json --actor anna');
    const { exit, out } = await machine.call(`${STORED} --json`);
    expect(exit).toBe(2);
    expect(JSON.parse(out).error.code).toBe('BackupNotSetUp');
  });
});

test.each(['de', 'en'])('no password is said at any failing step, in %s', async (lang) => {
  const servers = [
    sftpServer(),
    new InMemoryFileServer({ ...sftpServer().options, port: 2222, renameOver: 'refused', uploadOver: 'refused' }),
    ftpsServer(false),
  ];
  const machine = new Machine(...servers);
  machine.plan('plan.json', ABENDBLATT);
  const calls = [
    TRUSTING,
    `${TRUSTING} --json`,
    TRUSTING.replace('example/', 'example:2222/'),
    TRUSTING.replace('redaktion', 'other'),
    TRUSTING.replace('/backup', '/missing'),
    TRUSTING.replace('/backup', '/read-only'),
    TRUSTING.replace('sftp.example', 'unknown.example'),
    FTPS,
  ];
  const said: string[] = [];
  for (const call of calls) said.push(inspect(await machine.call(`${call} --lang ${lang}`, PASSWORD)));
  for (const form of [PASSWORD, encodeURIComponent(PASSWORD), Buffer.from(PASSWORD).toString('base64')])
    expect(said.join('')).not.toContain(form);
});
