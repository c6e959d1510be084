import { describe, expect, it } from 'vitest';
import { EventLogUnavailable } from '../../../src/application/ports/event-log.ts';
import { Secret } from '../../../src/application/secret.ts';
import { attemptsStream, backupConfigurationStream } from '../../../src/application/stream-names.ts';
import type {
  ConnectionTestOutcome,
  ConnectionTestRequest,
} from '../../../src/application/testing-connection/results.ts';
import { aCertificate, aDestination, aHostKey } from '../../builders/destination.ts';
import { inFrontOf } from '../../support/logs.ts';
import { ABENDBLATT, aNightRequest, Newsroom, PASSWORD } from '../../support/newsroom.ts';
import { aTest, steps } from './form.ts';

const test = async (newsroom: Newsroom, changes: Partial<ConnectionTestRequest> = {}): Promise<ConnectionTestOutcome> =>
  (await newsroom.backup()).testing.test(aTest(changes));

describe('a test of the connection', () => {
  it('walks every step of a night and leaves nothing behind', async () => {
    const newsroom = new Newsroom();
    expect(await test(newsroom)).toMatchObject({
      isOk: true,
      capability: 'atomic',
      warnings: [],
      presented: { identity: aHostKey() },
    });
    expect(newsroom.files()).toEqual({});
  });

  it('changes no settings, and is recorded with what was tested', async () => {
    const newsroom = new Newsroom();
    await test(newsroom);
    const configuration = await newsroom.eventLog.read(backupConfigurationStream(ABENDBLATT.id));
    expect(configuration.events).toEqual([]);
    const attempts = await newsroom.eventLog.read(attemptsStream(ABENDBLATT.id));
    expect(attempts.events.map(({ event }) => event)).toEqual([
      { type: 'ConnectionTested', destination: aDestination(), user: 'redaktion', failure: null },
    ]);
    expect(JSON.stringify(newsroom.eventLog.stored)).not.toContain(PASSWORD);
  });

  it('logs in nowhere before a host key is trusted, and shows the key', async () => {
    const newsroom = new Newsroom();
    const outcome = await test(newsroom, { trustedIdentity: null });
    expect(outcome).toMatchObject({ isOk: false, presented: { identity: aHostKey() }, capability: null });
    expect(steps(outcome)).toMatchObject({ secure: 'to-be-trusted', 'log-in': 'not-tried' });
    expect(newsroom.server.loginAttempts).toBe(0);
  });

  it('shows the certificate that no authority vouches for', async () => {
    const newsroom = new Newsroom({ protocol: 'ftp', tlsMode: 'explicit', identity: aCertificate(), port: 21 });
    const destination = aDestination({ protocol: 'ftp', tlsMode: 'explicit', port: 21 });
    const outcome = await test(newsroom, { destination, trustedIdentity: null });
    expect(steps(outcome)).toMatchObject({ secure: 'certificate-untrusted' });
    expect(outcome).toMatchObject({ presented: { identity: aCertificate(), certificate: { vouchedFor: false } } });
    expect(newsroom.server.loginAttempts).toBe(0);
  });

  it.each([
    ['reach', 'host-not-reachable', { destination: aDestination({ host: 'elsewhere.example' }) }, {}],
    ['reach', 'connection-refused', { destination: aDestination({ port: 2222 }) }, {}],
    ['secure', 'host-key-changed', { trustedIdentity: aHostKey('B') }, {}],
    ['log-in', 'login-refused', { user: 'somebody' }, {}],
    ['directory', 'directory-missing', { destination: aDestination({ directory: '/missing' }) }, {}],
    ['upload', 'directory-not-writable', {}, { directories: { '/backup/planung': { writable: false } } }],
    ['upload', 'disk-full', {}, { directories: { '/backup/planung': { writable: true, capacity: 10 } } }],
    ['replace', 'replacing-refused', {}, { renameOver: 'refused' }],
  ] as const)('names the step %s and why: %s', async (step, code, changes, server) => {
    const newsroom = new Newsroom(server);
    expect(steps(await test(newsroom, changes))[step]).toBe(code);
    expect(newsroom.files()).toEqual({});
  });

  it('finds out what a server that refuses to rename over a file allows', async () => {
    const newsroom = new Newsroom({ renameOver: 'refused' });
    expect(await test(newsroom)).toMatchObject({ isOk: false, capability: 'delete-then-rename' });
    const chosen = await test(newsroom, { replacement: 'delete-then-rename' });
    expect(chosen).toMatchObject({ isOk: true, capability: 'delete-then-rename' });
    expect(newsroom.files()).toEqual({});
  });

  it.each(['delete-then-rename', 'overwrite'] as const)(
    'says that a server could do better than %s',
    async (replacement) => {
      expect(await test(new Newsroom(), { replacement })).toMatchObject({ isOk: true, capability: 'atomic' });
    },
  );

  it('finds a size that is wrong', async () => {
    const newsroom = new Newsroom();
    newsroom.server.plan({ on: 'size', reportedTooLargeBy: 1, times: 99 });
    expect(steps(await test(newsroom))).toMatchObject({ size: 'size-differs', replace: 'not-tried' });
  });

  it('removes its probe in a new session where the first was cut', async () => {
    const newsroom = new Newsroom();
    newsroom.server.plan({ on: 'upload', cutAfterBytes: 4 });
    expect(steps(await test(newsroom))).toMatchObject({ upload: 'connection-lost' });
    expect(newsroom.files()).toEqual({});
  });

  it('says by name what it could not remove', async () => {
    const newsroom = new Newsroom();
    newsroom.server.plan({ on: 'remove', connectionBreaks: 'before-it-is-done', times: 99 });
    const outcome = await test(newsroom);
    expect(steps(outcome)).toMatchObject({ 'clean-up': 'remove-refused' });
    expect(outcome).toMatchObject({
      warnings: [{ warning: 'probe-left-behind', name: Object.keys(newsroom.files())[0] }],
    });
  });

  it('warns of a file of our name that we did not put there, and not of our own', async () => {
    const newsroom = new Newsroom();
    newsroom.server.files.set('/backup/planung/Themenplanung.xlsx', new Uint8Array(1));
    expect(await test(newsroom)).toMatchObject({ warnings: [{ warning: 'foreign-file', name: 'Themenplanung.xlsx' }] });
    await newsroom.setUp();
    await newsroom.run(aNightRequest());
    expect(await test(newsroom)).toMatchObject({ warnings: [] });
  });

  it('warns of no file where a prefix that is none leaves open what they will be called', async () => {
    const newsroom = new Newsroom();
    newsroom.server.files.set('/backup/planung/Themenplanung.xlsx', new Uint8Array(1));
    expect(await test(newsroom, { filePrefix: '../' })).toMatchObject({ isOk: true, warnings: [] });
    expect(await test(newsroom, { filePrefix: 'a-' })).toMatchObject({ warnings: [] });
  });

  it('warns that plain FTP protects nothing', async () => {
    const newsroom = new Newsroom({ protocol: 'ftp', identity: null, port: 21 });
    const destination = aDestination({ protocol: 'ftp', port: 21 });
    expect(await test(newsroom, { destination, trustedIdentity: null })).toMatchObject({
      isOk: true,
      presented: null,
      warnings: [{ warning: 'unprotected' }],
    });
  });
});

describe('the stored password', () => {
  it('is used for what it was entered for, and that is recorded first', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    expect(await test(newsroom, { credential: null })).toMatchObject({ isOk: true });
    const { events } = await newsroom.eventLog.read(attemptsStream(ABENDBLATT.id));
    expect(events[0]?.event).toMatchObject({ type: 'StoredPasswordOpened', purpose: 'connection-test' });
  });

  it('goes to another directory of the same server', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const destination = aDestination({ directory: '/elsewhere' });
    expect(await test(newsroom, { credential: null, destination })).toMatchObject({ isOk: true });
  });

  it.each([
    ['host', { destination: aDestination({ host: 'evil.example' }) }],
    ['port', { destination: aDestination({ port: 2222 }) }],
    ['protocol', { destination: aDestination({ protocol: 'ftp' }), trustedIdentity: null }],
    ['TLS mode', { destination: aDestination({ protocol: 'ftp', tlsMode: 'explicit' }), trustedIdentity: null }],
    ['user', { user: 'somebody' }],
    ['trusted identity', { trustedIdentity: aHostKey('B') }],
  ] as const)('does not go anywhere with another %s', async (_, changes) => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    expect(steps(await test(newsroom, { credential: null, ...changes }))).toEqual({ refused: 'PasswordRequired' });
    const opened = newsroom.eventLog.stored.filter(({ type }) => type.includes('opened'));
    expect(opened).toEqual([]);
  });

  it('is asked for where nothing is stored, and said to be gone where it is', async () => {
    const newsroom = new Newsroom();
    expect(steps(await test(newsroom, { credential: null }))).toEqual({ refused: 'PasswordRequired' });
    await newsroom.setUp();
    for (const id of newsroom.secretStore.sealed.keys()) await newsroom.secretStore.destroy(id);
    expect(steps(await test(newsroom, { credential: null }))).toEqual({ refused: 'PasswordUnavailable' });
  });

  it('is what an operator tests, without a form', async () => {
    const newsroom = new Newsroom();
    const { testing } = await newsroom.backup();
    const by = { actorId: 'operator', requestId: null };
    expect(steps(await testing.testStored(ABENDBLATT.id, by))).toEqual({ refused: 'BackupNotSetUp' });
    await newsroom.setUp();
    expect(await testing.testStored(ABENDBLATT.id, by)).toMatchObject({ isOk: true });
  });
});

describe('who may test, and how often', () => {
  it('is refused to whoever is no administrator', async () => {
    const newsroom = new Newsroom();
    expect(steps(await test(newsroom, { actorId: 'mallory' }))).toEqual({ refused: 'ActorNotAnAdministrator' });
    expect(steps(await test(newsroom, { organisationId: 'other' }))).toEqual({ refused: 'ActorNotAnAdministrator' });
    expect(newsroom.server.loginAttempts).toBe(0);
  });

  it('is refused while the directory cannot be read', async () => {
    const newsroom = new Newsroom();
    newsroom.directory.setAvailable(false);
    expect(await test(newsroom)).toEqual({ outcome: 'unavailable', what: 'directory' });
  });

  it('is refused while the log cannot be read', async () => {
    const newsroom = new Newsroom();
    const read = () => Promise.reject(new EventLogUnavailable('the log is away'));
    const { testing } = await newsroom.backup({ eventLog: inFrontOf(newsroom.eventLog, { read }) });
    expect(await testing.test(aTest())).toEqual({ outcome: 'unavailable', what: 'event log' });
    expect(newsroom.server.loginAttempts).toBe(0);
  });

  it('rejects with a bug of the directory or the store', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const bug = () => Promise.reject(new TypeError('a bug'));
    const lost = await newsroom.backup({ directory: { organisation: bug } });
    await expect(lost.testing.test(aTest())).rejects.toThrow('a bug');
    newsroom.secretStore.open = bug;
    await expect(test(newsroom, { credential: null })).rejects.toThrow('a bug');
  });

  it('stops after five refused logins at one server and user, over all instances at once', async () => {
    const newsroom = new Newsroom();
    const instances = await Promise.all([1, 2, 3, 4].map(() => newsroom.backup()));
    const wrong = { credential: { method: 'password', password: new Secret('guess') } } as const;
    const tries = Array.from({ length: 1_000 }, (_, n) =>
      instances[n % 4]?.testing.test(aTest({ ...wrong, actorId: n % 2 === 0 ? 'anna' : 'ben' })),
    );
    await Promise.all(tries);
    expect(newsroom.server.loginAttempts).toBe(5);
  });

  it('counts no login that was not refused, and begins anew in the next hour', async () => {
    const newsroom = new Newsroom();
    const wrong = { credential: { method: 'password', password: new Secret('guess') } } as const;
    for (let n = 0; n < 10; n += 1) expect(await test(newsroom)).toMatchObject({ isOk: true });
    for (let n = 0; n < 5; n += 1)
      expect(steps(await test(newsroom, wrong))).toMatchObject({ 'log-in': 'login-refused' });
    expect(steps(await test(newsroom))).toEqual({ refused: 'TooManyRefusedLogins' });
    await newsroom.clock.advance(3_600_000);
    expect(await test(newsroom)).toMatchObject({ isOk: true });
  });

  it('is limited for each administrator', async () => {
    const newsroom = new Newsroom();
    for (let n = 0; n < 30; n += 1) await test(newsroom);
    expect(steps(await test(newsroom))).toEqual({ refused: 'TooManyTests' });
    expect(await test(newsroom, { actorId: 'ben' })).toMatchObject({ isOk: true });
  });

  it.each([
    ['UnfittingHostIdentity', { trustedIdentity: aCertificate() }],
    ['UserMalformed', { user: 'a\r\nDELE b' }],
    [
      'PrivateKeyWithoutSftp',
      {
        destination: aDestination({ protocol: 'ftp' }),
        credential: { method: 'private-key', privateKey: new Secret('key'), passphrase: null },
        trustedIdentity: null,
      },
    ],
  ] as const)('refuses what could not be saved either: %s', async (reason, changes) => {
    expect(steps(await test(new Newsroom(), changes))).toEqual({ refused: reason });
  });
});
