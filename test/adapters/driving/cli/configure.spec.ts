import { describe, expect, test } from 'vitest';
import { aCertificate, aHostKey } from '../../../builders/destination.ts';
import { ABENDBLATT, CONFIGURE, ftpServer, ftpsServer, Machine, PASSWORD, sftpServer } from './call.ts';

const KEY = aHostKey().fingerprint;
const SFTP = `${CONFIGURE} --destination sftp://sftp.example/backup`;

describe('a host key that nobody has trusted yet', () => {
  test('is shown with the call to go on with; nothing is saved, nothing is opened, and it exits 1', async () => {
    const machine = new Machine(sftpServer());
    const { exit, out, err } = await machine.call(SFTP, PASSWORD);
    expect(exit).toBe(1);
    expect(out).toContain(`host key ${KEY}`);
    expect(out).toContain(`planning-backup ${SFTP} --trust ${KEY}`);
    expect(err).toContain('not trusted yet');
    expect(machine.opened).toBe(0);
  });

  test('as JSON is one document with the error, what is shown, and the call', async () => {
    const { exit, out } = await new Machine(sftpServer()).call(`${SFTP} --json --lang de`, PASSWORD);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'HostKeyNotTrusted', message: expect.stringContaining('Hostschlüssel') },
      presented: { identity: { fingerprint: KEY } },
      next: expect.stringContaining(`--trust ${KEY}`),
    });
  });

  test('the call it shows is taken back by a shell as it was', async () => {
    const machine = new Machine(sftpServer());
    machine.plan("anna's plan.json", ABENDBLATT);
    const call = ['configure', '--plan', "anna's plan.json", '--actor', 'anna', '--user', 'redaktion'];
    const { out } = await machine.call([...call, '--destination', 'sftp://sftp.example/backup'], '');
    expect(out).toContain(`--plan 'anna'\\''s plan.json' --actor anna`);
    expect(out).toContain('Give the password too');
  });
});

describe('a certificate', () => {
  const FTPS = `${CONFIGURE} --destination ftps://ftps.example/backup --tls explicit`;

  test('that no authority vouches for is shown, and nothing is saved', async () => {
    const machine = new Machine(ftpsServer(false));
    const { exit, out } = await machine.call(`${FTPS} --lang de`, PASSWORD);
    expect(exit).toBe(1);
    expect(out).toContain(`Zertifikat ${aCertificate().fingerprint}`);
    expect(out).toContain('ausgestellt auf CN=ftps.example');
    expect(machine.opened).toBe(0);
  });

  test('that an authority vouches for needs no trust of its own', async () => {
    const machine = new Machine(ftpsServer(true));
    expect((await machine.call(FTPS, PASSWORD)).exit).toBe(0);
  });

  test('can be pinned', async () => {
    const machine = new Machine(ftpsServer(false));
    const { exit, out } = await machine.call(`${FTPS} --trust ${aCertificate().fingerprint}`, PASSWORD);
    expect(exit).toBe(0);
    expect(out).toContain(`trusted identity: certificate ${aCertificate().fingerprint}`);
  });
});

test('setting up says every setting, version and head, who is to be told, and where both keys lie', async () => {
  const { exit, out, err } = await new Machine(sftpServer()).setUp();
  expect(exit).toBe(0);
  expect(out).toContain('The backup of Abendblatt is set up.');
  expect(out).toContain('destination: sftp://sftp.example/backup');
  expect(out).toMatch(/Version 3, checksum [0-9a-f]{64}/);
  expect(out).toContain('Recorded that these are to be told: Ben Schulz');
  expect(err).toContain('A master key was made: /data/master.key');
  expect(err).toContain('The audit key /data/audit-private.pem lies beside the store');
});

test('plain FTP is taken with a visible warning', async () => {
  const machine = new Machine(ftpServer());
  const { exit, err } = await machine.call(`${CONFIGURE} --destination ftp://ftp.example/backup`, PASSWORD);
  expect(exit).toBe(0);
  expect(err).toContain('The password travels unprotected');
});

describe('a change', () => {
  const CHANGE = 'configure --plan plan.json --actor anna --user redaktion';

  test('says from and to, and keeps what was not given: password, trust, replacing, confidential records', async () => {
    const machine = new Machine(sftpServer());
    const trusting = `${SFTP} --trust ${KEY} --replace overwrite --confidential leave-out`;
    await machine.call(trusting, PASSWORD);
    const { exit, out } = await machine.call(`${CHANGE} --destination sftp://sftp.example/other --json`);
    expect(exit).toBe(0);
    expect(JSON.parse(out).changes).toEqual([
      {
        type: 'DestinationChanged',
        from: expect.objectContaining({ directory: '/backup' }),
        to: expect.objectContaining({ directory: '/other' }),
      },
    ]);
  });

  test('says where old files remain', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    const { out } = await machine.call(`${CHANGE} --destination sftp://sftp.example/other --lang de`);
    expect(out).toContain('Ziel: sftp://sftp.example/backup → sftp://sftp.example/other');
    expect(out).toContain('sftp://sftp.example/backup geliefert, bleiben ihre Dateien dort: Themenplanung.xlsx');
  });

  test('to another user asks for the password, exits 2, and the refusal is recorded', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    const call = 'configure --plan plan.json --actor anna --user other --destination sftp://sftp.example/backup';
    const { exit, err } = await machine.call(call);
    expect(exit).toBe(2);
    expect(err).toContain('--password-stdin');
    expect(machine.log.stored.at(-1)?.type).toContain('save-rejected');
  });

  test('that changes nothing says so and records nothing', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    const before = machine.log.stored.length;
    const { exit, out } = await machine.call(`${CHANGE} --destination sftp://sftp.example/backup`);
    expect(exit).toBe(0);
    expect(out).toContain('Nothing differs');
    expect(machine.log.stored).toHaveLength(before);
  });

  test('keeps the kind of TLS of the same host: encryption is not lost by leaving an option out', async () => {
    const machine = new Machine(ftpsServer(true));
    await machine.call(`${CONFIGURE} --destination ftp://ftps.example/backup --tls explicit`, PASSWORD);
    const { out } = await machine.call(`${CHANGE} --destination ftp://ftps.example/other`);
    expect(out).toContain('→ ftps://ftps.example/other (explicit TLS)');
  });

  test('to another server without --trust looks at it, and saves nothing', async () => {
    const machine = new Machine(sftpServer());
    await machine.setUp();
    const before = machine.log.stored.length;
    const { exit, err } = await machine.call(`${CONFIGURE} --destination sftp://unknown.example/backup`, PASSWORD);
    expect(exit).toBe(1);
    expect(err).toContain('Failed at connecting to the server');
    expect(machine.log.stored).toHaveLength(before);
  });
});

test('pause, resume and remove say what they did, and remove says where files remain', async () => {
  const machine = new Machine(sftpServer());
  await machine.setUp();
  const by = '--plan plan.json --actor ben';
  expect((await machine.call(`pause ${by}`)).out).toContain('backup paused');
  expect((await machine.call(`resume ${by}`)).out).toContain('backup resumed');
  const { exit, out } = await machine.call(`remove ${by}`);
  expect(exit).toBe(0);
  expect(out).toContain('backup removed');
  expect(out).toContain('Recorded that these are to be told: Anna Weber');
  expect(out).toContain('their files stay there: Themenplanung.xlsx, Terminplanung.xlsx');
});

test('whatever was opened is closed, whether a call succeeds or fails', async () => {
  const machine = new Machine(sftpServer());
  await machine.setUp();
  await machine.call('pause --plan plan.json --actor mallory');
  expect(machine.opened).toBe(2);
  expect(machine.open).toBe(0);
});
