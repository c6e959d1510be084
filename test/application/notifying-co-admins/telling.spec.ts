import { beforeEach, describe, expect, it } from 'vitest';
import type { Mailer } from '../../../src/application/ports/mailer.ts';
import { aDestination } from '../../builders/destination.ts';
import { aSaveRequest } from '../../support/newsroom.ts';
import { HOUR, MINUTE, Outbox, THREE } from './outbox.ts';

let outbox: Outbox;
beforeEach(() => {
  outbox = new Outbox();
});

const asAnna = { organisationId: THREE.id, actorId: 'anna', requestId: null, expectedVersion: null };

describe('a change is told', () => {
  it('to every other administrator, each in one mail, and not to the one who acted', async () => {
    await outbox.setUp();
    await outbox.work(0);
    expect(outbox.addresses()).toEqual(['ben@abendblatt.example', 'carla@abendblatt.example']);
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
  });

  it('with who, when, what, and the version and head that the log then had', async () => {
    await outbox.setUp();
    const { history } = await outbox.backup();
    const { end } = await history.configuration(THREE.id);
    await outbox.work(0);
    const [change] = await outbox.changes();
    expect(outbox.mailer.sent[0]).toEqual({
      kind: 'change',
      key: `${change?.changeId}/ben`,
      recipient: { id: 'ben', name: 'Ben Okafor', email: 'ben@abendblatt.example', locale: 'en' },
      addresses: ['ben@abendblatt.example'],
      organisationName: 'Abendblatt',
      actorName: 'Anna Weber',
      timeZone: 'Europe/Berlin',
      occurredAt: change?.occurredAt,
      facts: change?.facts,
      ...(end as object),
    });
  });

  it('in one mail a save, however much it changes', async () => {
    await outbox.setUp();
    await outbox.work(0);
    outbox.mailer.delivered.length = 0;
    const changes = {
      destination: aDestination({ directory: '/elsewhere' }),
      confidentialRecords: 'leave-out',
    } as const;
    await outbox.setUp({ ...changes, replacement: 'overwrite' });
    await outbox.work(0);
    expect(outbox.addresses()).toEqual(['ben@abendblatt.example', 'carla@abendblatt.example']);
    expect(outbox.mailer.sent[0]?.facts.map(({ type }) => type)).toEqual([
      'DestinationChanged',
      'CredentialsChanged',
      'ReplacementChanged',
      'ConfidentialRecordsSettingChanged',
    ]);
  });

  it('whoever acts: pause, resume and removal, each by another', async () => {
    await outbox.setUp();
    const { configuring } = await outbox.backup();
    await configuring.pause({ ...asAnna, actorId: 'ben' });
    await configuring.resume({ ...asAnna, actorId: 'carla' });
    await configuring.remove(asAnna);
    await outbox.work(0);
    const told = outbox.mailer.sent.map(({ facts, recipient }) => `${facts[0]?.type} ${recipient.id}`);
    expect(told).toEqual([
      'BackupSetUp ben',
      'BackupSetUp carla',
      'BackupPaused anna',
      'BackupPaused carla',
      'BackupResumed anna',
      'BackupResumed ben',
      'BackupRemoved ben',
      'BackupRemoved carla',
    ]);
    // The zone that stood before, where the settings are gone.
    expect(outbox.mailer.sent.at(-1)?.timeZone).toBe('Europe/Berlin');
  });

  it('to all where the host changed the time zone, even to one who is called as the host is', async () => {
    const host = { id: 'host', name: 'Horst Host', email: 'host@abendblatt.example', locale: 'de' } as const;
    await outbox.setUp();
    outbox.directory.set({ ...THREE, timeZone: 'America/New_York', administrators: [...THREE.administrators, host] });
    const { configuring } = await outbox.backup();
    await configuring.followTimeZone(THREE.id, null);
    outbox.directory.setAvailable(false);
    outbox.mailer.delivered.length = 0;
    await outbox.work(0);
    const zoneMails = outbox.mailer.sent.filter(({ facts }) => facts[0]?.type === 'TimeZoneChanged');
    expect(zoneMails.map(({ recipient }) => recipient.id)).toEqual(['anna', 'ben', 'carla', 'host']);
    expect(zoneMails[0]?.timeZone).toBe('America/New_York');
  });

  it('by the command itself, and what it leaves by the worker', async () => {
    await outbox.setUp();
    const [change] = await outbox.changes();
    const { notifying } = await outbox.backup();
    outbox.mailer.refusal = 'mail-server-unavailable';
    expect(await notifying.notifyOf(THREE.id, change?.changeId ?? '')).toEqual({ settled: 0, waiting: 2 });
    outbox.mailer.refusal = null;
    await outbox.work(2 * MINUTE);
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
    expect(await notifying.notifyOf(THREE.id, change?.changeId ?? '')).toEqual({ settled: 2, waiting: 0 });
    expect(outbox.mailer.delivered).toHaveLength(2);
  });

  it('by a command until its signal aborts: the mail under way is not taken, the next is not begun', async () => {
    await outbox.setUp();
    const [change] = await outbox.changes();
    const cut = new AbortController();
    let begun = 0;
    const mailer: Mailer = {
      send: (mail, signal) => {
        begun += 1;
        cut.abort();
        return outbox.mailer.send(mail, signal);
      },
    };
    const { notifying } = await outbox.backup({ mailer });
    expect(await notifying.notifyOf(THREE.id, change?.changeId ?? '', cut.signal)).toEqual({ settled: 0, waiting: 2 });
    expect(begun).toBe(1);
    await outbox.work(2 * MINUTE);
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
  });
});

describe('nobody is told', () => {
  it('of a change where there is no other administrator, which is recorded', async () => {
    outbox.directory.set({ ...THREE, administrators: [THREE.administrators[0]] });
    await outbox.setUp();
    await outbox.work(HOUR);
    expect(outbox.mailer.delivered).toEqual([]);
    expect(await outbox.changes()).toMatchObject([{ recipientIds: [], notices: [] }]);
    expect(await outbox.recordIds()).toEqual([]);
  });

  it('of a save that changes nothing, that is rejected, or that finds no directory', async () => {
    await outbox.setUp();
    await outbox.work(0);
    const { configuring } = await outbox.backup();
    const same = await configuring.save(aSaveRequest({ credential: null }));
    const stale = await configuring.save(aSaveRequest({ expectedVersion: 1, replacement: 'overwrite' }));
    const noPassword = await configuring.save(aSaveRequest({ credential: null, user: 'other' }));
    const stranger = await configuring.pause({ ...asAnna, actorId: 'eve' });
    outbox.directory.setAvailable(false);
    const unavailable = await configuring.pause(asAnna);
    expect([same, stale, noPassword, stranger, unavailable].map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'rejected',
      'rejected',
      'rejected',
      'unavailable',
    ]);
    await outbox.work(HOUR);
    expect(outbox.mailer.delivered).toHaveLength(2);
    expect(await outbox.recordIds()).toHaveLength(1);
  });

  it('of a test of the connection', async () => {
    await outbox.setUp();
    await outbox.work(0);
    const { testing } = await outbox.backup();
    const tested = testing.testStored(THREE.id, { actorId: 'anna', requestId: null });
    await outbox.clock.advance(MINUTE);
    expect(await tested).toMatchObject({ outcome: 'tested' });
    await outbox.work(HOUR);
    expect(outbox.mailer.delivered).toHaveLength(2);
  });
});
