import { beforeEach, describe, expect, it } from 'vitest';
import type { SaveRequest } from '../../../src/application/configuring-backup/requests.ts';
import type { EventLog } from '../../../src/application/ports/event-log.ts';
import { Secret } from '../../../src/application/secret.ts';
import { attemptsStream, backupConfigurationStream } from '../../../src/application/stream-names.ts';
import type { PlanningBackupOptions } from '../../../src/bootstrap/create-planning-backup.ts';
import { secretBindingOf } from '../../../src/domain/backup-configuration/secret-binding.ts';
import { aDestination, aHostKey } from '../../builders/destination.ts';
import { inFrontOf, losingRaces, losingTheAnswer } from '../../support/logs.ts';
import { ABENDBLATT, aSaveRequest, Newsroom, PASSWORD } from '../../support/newsroom.ts';

const CARLA = { id: 'carla', name: 'Carla Núñez', email: 'carla@abendblatt.example', locale: 'de' } as const;
const ANOTHER = { credential: { method: 'password', password: new Secret('another') } } as const;
const LOG_UNAVAILABLE = { outcome: 'unavailable', what: 'event log' };

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = new Newsroom();
});

const configuring = async (ports: Partial<PlanningBackupOptions> = {}) => (await newsroom.backup(ports)).configuring;

const save = async (changes: Partial<SaveRequest> = {}, ports: Partial<PlanningBackupOptions> = {}) =>
  (await configuring(ports)).save(aSaveRequest(changes));

const slice = () => newsroom.eventLog.read(backupConfigurationStream(ABENDBLATT.id));

const types = async () => (await slice()).events.map(({ event }) => event.type);

const attempts = async () =>
  (await newsroom.eventLog.read(attemptsStream(ABENDBLATT.id))).events.map(({ event, actorId, requestId }) => ({
    ...event,
    ...{ actorId, requestId },
  }));

/** The ids of secrets that can still be opened. */
const liveSecrets = () =>
  [...newsroom.secretStore.sealed].flatMap(([id, sealed]) => (sealed === undefined ? [] : [id]));

/** A store with some of its methods replaced. */
const replacing = <Store extends object>(store: Store, replaced: Partial<Store>): Store =>
  new Proxy(store, {
    get: (target, name) => {
      const method: unknown = Reflect.get({ ...replaced }, name) ?? Reflect.get(target, name);
      return typeof method === 'function' ? method.bind(target) : method;
    },
  });

const notices = async () => {
  const ids: string[] = [];
  for await (const id of newsroom.noticeRecords.changeIds()) ids.push(id);
  return ids;
};

describe('saving a form', () => {
  it('is one append of one change, with who, when and why', async () => {
    const outcome = await save();
    const { events, end } = await slice();
    const { changeId, occurredAt } = { changeId: events[0]?.changeId, occurredAt: newsroom.clock.now() };
    expect(outcome).toEqual({ outcome: 'changed', changeId, end, recipientIds: ['ben'] });
    expect(await types()).toEqual(['BackupSetUp', 'FileNamesFixed', 'CoAdministratorsToBeTold']);
    for (const event of events)
      expect(event).toMatchObject({ changeId, occurredAt, causationId: null, actorId: 'anna', requestId: 'request-1' });
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(3);
  });

  it('takes time zone and locale from the directory, and the rest from the form', async () => {
    const form = { replacement: 'overwrite', confidentialRecords: 'leave-out' } as const;
    await save({ ...form, filePrefix: 'abend-' });
    const [setUp, names] = (await slice()).events.map(({ event }) => event);
    expect(setUp).toMatchObject({
      ...form,
      ...{ timeZone: 'Europe/Berlin', locale: 'de', destination: aDestination(), trustedIdentity: aHostKey() },
      login: { user: 'redaktion', method: 'password' },
    });
    expect(names).toMatchObject({ storyPlan: 'abend-Themenplanung.xlsx' });
  });

  it('seals the password to its one use, under the id that the event names', async () => {
    await save();
    const [secretId = ''] = liveSecrets();
    expect((await slice()).events[0]?.event).toMatchObject({ login: { secretId } });
    const use = { destination: aDestination(), user: 'redaktion', trustedIdentity: aHostKey() };
    const opened = await newsroom.secretStore.open(secretId, secretBindingOf(ABENDBLATT.id, use));
    expect(opened.method === 'password' && opened.password.reveal()).toBe(PASSWORD);
    const elsewhere = secretBindingOf(ABENDBLATT.id, { ...use, user: 'somebody' });
    await expect(newsroom.secretStore.open(secretId, elsewhere)).rejects.toThrow();
  });

  it('records the method of a key', async () => {
    await save({ credential: { method: 'private-key', privateKey: new Secret('key'), passphrase: null } });
    expect((await slice()).events[0]?.event).toMatchObject({ login: { method: 'private-key' } });
  });

  it('keeps of whoever is to be told what a mail needs, and no more', async () => {
    const [anna, ben] = ABENDBLATT.administrators;
    const administrators = [anna, { ...ben, phone: '0175' }, CARLA];
    newsroom.directory.set({ ...ABENDBLATT, administrators });
    await save();
    const [changeId = ''] = await notices();
    expect(changeId).toBe((await slice()).events[0]?.changeId);
    expect(await newsroom.noticeRecords.read(changeId)).toEqual({
      organisationId: ABENDBLATT.id,
      organisationName: 'Abendblatt',
      actorName: 'Anna Weber',
      recipients: [ben, CARLA],
      keptAt: newsroom.clock.now().toString(),
    });
  });

  it('keeps no names where there is nobody to tell', async () => {
    newsroom.directory.set({ ...ABENDBLATT, administrators: ABENDBLATT.administrators.slice(0, 1) });
    expect(await save()).toMatchObject({ outcome: 'changed', recipientIds: [] });
    expect(await notices()).toEqual([]);
  });

  it('of the same again records nothing, tells nobody, and keeps no password', async () => {
    await save();
    const before = await slice();
    expect(await save({ credential: null })).toEqual({ outcome: 'unchanged', version: 3 });
    expect(await slice()).toEqual(before);
    expect(await notices()).toHaveLength(1);
  });

  it('signs what was changed', async () => {
    await save();
    const signed = await newsroom.checkpointSink.read(ABENDBLATT.id);
    await save({ credential: null });
    expect(await newsroom.checkpointSink.read(ABENDBLATT.id)).toEqual(signed);
    await save({ replacement: 'overwrite', credential: null });
    expect((await newsroom.checkpointSink.read(ABENDBLATT.id)).length).toBeGreaterThan(signed.length);
  });
});

describe('a password', () => {
  it('that was replaced is destroyed, and so is that of a backup that was removed', async () => {
    await save();
    const [first] = liveSecrets();
    await save(ANOTHER);
    expect(liveSecrets()).toHaveLength(1);
    expect(liveSecrets()).not.toContain(first);
    await (await configuring()).remove(aSaveRequest());
    expect(liveSecrets()).toEqual([]);
  });

  it('that a crash left behind is destroyed with the next save, though that changes nothing', async () => {
    await save();
    const destroy = () => Promise.reject(new Error('the process was killed'));
    const crashing = replacing(newsroom.secretStore, { destroy });
    await expect(save(ANOTHER, { secretStore: crashing })).rejects.toThrow('the process was killed');
    expect(liveSecrets()).toHaveLength(2);
    expect(await save({ credential: null })).toMatchObject({ outcome: 'unchanged' });
    expect(liveSecrets()).toHaveLength(1);
  });
});

describe('what a rule says no to', () => {
  it('is answered with the rule, and recorded as tried', async () => {
    await save();
    const rejection = { reason: 'StaleForm', expectedVersion: 1, currentVersion: 3 };
    expect(await save({ expectedVersion: 1, replacement: 'overwrite' })).toEqual({ outcome: 'rejected', rejection });
    const by = { actorId: 'anna', requestId: 'request-1' };
    expect(await attempts()).toEqual([{ type: 'SaveRejected', command: 'SaveSettings', reason: 'StaleForm', ...by }]);
    expect(liveSecrets()).toHaveLength(1);
    expect(await notices()).toHaveLength(1);
  });

  it.each(['pause', 'resume', 'remove'] as const)('%s by a stranger, or of nothing', async (what) => {
    const command = { pause: 'PauseBackup', resume: 'ResumeBackup', remove: 'RemoveBackup' }[what];
    const actions = await configuring();
    const rejected = (reason: string) => ({ outcome: 'rejected', rejection: { reason } });
    expect(await actions[what](aSaveRequest())).toEqual(rejected('BackupNotSetUp'));
    expect(await actions[what](aSaveRequest({ actorId: 'eve' }))).toEqual(rejected('ActorNotAnAdministrator'));
    expect(await attempts()).toMatchObject([
      { command, actorId: 'anna' },
      { command, actorId: 'eve' },
    ]);
  });

  it('is the same for an organisation that nobody knows', async () => {
    newsroom.directory.remove(ABENDBLATT.id);
    const rejection = { reason: 'ActorNotAnAdministrator' };
    expect(await save()).toEqual({ outcome: 'rejected', rejection });
    expect(await attempts()).toHaveLength(1);
  });
});

describe('pausing, resuming and removing', () => {
  it('is recorded, each once, and told', async () => {
    await save();
    const actions = await configuring();
    expect(await actions.pause(aSaveRequest({ expectedVersion: 3 }))).toMatchObject({ recipientIds: ['ben'] });
    expect(await actions.pause(aSaveRequest())).toEqual({ outcome: 'unchanged', version: 5 });
    await actions.resume(aSaveRequest({ actorId: 'ben' }));
    await actions.remove(aSaveRequest());
    const told = 'CoAdministratorsToBeTold';
    expect((await types()).slice(3)).toEqual(['BackupPaused', told, 'BackupResumed', told, 'BackupRemoved', told]);
    expect((await slice()).events.at(-3)).toMatchObject({ actorId: 'ben', event: { recipientIds: ['anna'] } });
  });
});

describe('a time zone that the directory changed', () => {
  it('is followed by the host, and told to every administrator', async () => {
    await save();
    const actions = await configuring();
    expect(await actions.followTimeZone(ABENDBLATT.id, 'r9')).toEqual({ outcome: 'unchanged', version: 3 });
    newsroom.directory.set({ ...ABENDBLATT, timeZone: 'America/New_York' });
    expect(await actions.followTimeZone(ABENDBLATT.id, 'r9')).toMatchObject({ recipientIds: ['anna', 'ben'] });
    const changed = { type: 'TimeZoneChanged', from: 'Europe/Berlin', to: 'America/New_York' };
    expect((await slice()).events.at(-2)).toMatchObject({ actorId: 'host', requestId: 'r9', event: changed });
    const record = await newsroom.noticeRecords.read((await notices()).at(-1) ?? '');
    expect(record).toMatchObject({ actorName: 'host', recipients: ABENDBLATT.administrators });
  });
});

describe('a change at the same time as another', () => {
  it('is made upon it, with the password that was sealed already', async () => {
    const { eventLog, races } = losingRaces(newsroom.eventLog, 4);
    expect(await save({}, { eventLog })).toMatchObject({ outcome: 'changed' });
    expect(races()).toBe(5);
    expect(liveSecrets()).toHaveLength(1);
    expect(await notices()).toHaveLength(1);
  });

  it('is unavailable after it lost five times, and leaves nothing behind', async () => {
    const { eventLog, races } = losingRaces(newsroom.eventLog, 5);
    expect(await save({}, { eventLog })).toEqual(LOG_UNAVAILABLE);
    expect(races()).toBe(5);
    expect(await types()).toEqual([]);
    expect(liveSecrets()).toEqual([]);
    expect(await notices()).toEqual([]);
  });

  it.each([
    ['made it stale', { expectedVersion: 3, ...ANOTHER }, 'rejected'],
    ['changed just that', { credential: null, replacement: 'overwrite' }, 'unchanged'],
  ] as const)('keeps neither password nor names where the other %s', async (_, changes, outcome) => {
    await save();
    const sealed = liveSecrets();
    let isFirst = true;
    const append: EventLog['append'] = async (...call) => {
      if (isFirst) await save({ credential: null, replacement: 'overwrite' });
      isFirst = false;
      return newsroom.eventLog.append(...call);
    };
    const eventLog = inFrontOf(newsroom.eventLog, { append });
    expect(await save(changes, { eventLog })).toMatchObject({ outcome });
    expect(liveSecrets()).toEqual(sealed);
    expect(await notices()).toHaveLength(2);
  });
});

describe('where a part does not answer', () => {
  it('the directory: nothing is changed', async () => {
    newsroom.directory.setAvailable(false);
    expect(await save()).toEqual({ outcome: 'unavailable', what: 'directory' });
    expect(liveSecrets()).toEqual([]);
  });

  it('the log: it was changed if it was recorded', async () => {
    expect(await save({}, { eventLog: losingTheAnswer(newsroom.eventLog, 'before') })).toEqual(LOG_UNAVAILABLE);
    expect(await save({}, { eventLog: losingTheAnswer(newsroom.eventLog, 'after') })).toMatchObject({
      outcome: 'changed',
      end: (await slice()).end,
    });
  });

  it('the record of names: nothing is changed, and the password is destroyed', async () => {
    const keep = () => Promise.reject(new Error('the store is away'));
    const noticeRecords = replacing(newsroom.noticeRecords, { keep });
    await expect(save({}, { noticeRecords })).rejects.toThrow('the store is away');
    expect(await types()).toEqual([]);
    expect(liveSecrets()).toEqual([]);
  });
});
