import { beforeEach, describe, expect, it } from 'vitest';
import { NightsOfOrganisation } from '../../../src/application/reading-runs.ts';
import { attemptJournal } from '../../../src/application/running-nightly-backup/attempt-journal.ts';
import { endAttempt } from '../../../src/application/running-nightly-backup/ending.ts';
import type { HeldLease } from '../../../src/application/running-nightly-backup/held-lease.ts';
import { objectionTo } from '../../../src/application/running-nightly-backup/objections.ts';
import type { BackupSettings } from '../../../src/domain/backup-configuration/settings.ts';
import { settingsOf } from '../../../src/domain/backup-configuration/state.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

const TONIGHT = aNight('2026-11-25');
const PIN = { configurationVersion: 3, configurationHead: '0'.repeat(64), destination: aDestination(), workerId: 'w1' };

let newsroom: Newsroom;
let settings: BackupSettings;
beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.setUp();
  const { state } = await (await newsroom.backup()).history.configuration(ABENDBLATT.id);
  settings = settingsOf(state) as BackupSettings;
  await journal().record({ type: 'ClaimNight', night: TONIGHT, reason: 'scheduled', ...PIN });
});

const journal = () => attemptJournal(newsroom, ABENDBLATT.id, TONIGHT, { actorId: 'worker', requestId: null });

const takeOver = (): Promise<void> =>
  journal().record({ type: 'TakeOverNight', reason: 'lease-lost', overtaken: 1, ...PIN });

const objection = (isHeld = true, attempt = 1) =>
  objectionTo({
    ...{ eventLog: newsroom.eventLog, organisationId: ABENDBLATT.id, journal: journal(), attempt, settings },
    ...{ night: TONIGHT, nights: new NightsOfOrganisation(newsroom.eventLog, ABENDBLATT.id), older: false },
    lease: { isHeld } as HeldLease,
  });

describe('before the renames', () => {
  it('there is no objection to the owner on its own settings', async () => {
    expect(await objection()).toBeUndefined();
  });

  it('there is one to an attempt whose lease is lost', async () => {
    expect(await objection(false)).toBe('overtaken');
  });

  it('there is one to an attempt that was taken over from, and none to the other', async () => {
    await takeOver();
    expect(await objection()).toBe('overtaken');
    expect(await objection(true, 2)).toBeUndefined();
  });

  it('there is one to an attempt at a night that has ended', async () => {
    await journal().record({ type: 'StopAttempt', attempt: 1, reason: 'paused' });
    expect(await objection()).toBe('overtaken');
  });

  it.each([
    ['pause', 'paused'],
    ['remove', 'removed'],
  ] as const)('there is one after a %s', async (what, reason) => {
    await (await newsroom.backup()).configuring[what](aSaveRequest());
    expect(await objection()).toBe(reason);
  });

  it('there is one where a later night is at work', async () => {
    const night = aNight('2026-11-26');
    const later = attemptJournal(newsroom, ABENDBLATT.id, night, { actorId: 'worker', requestId: null });
    await later.record({ type: 'ClaimNight', night, reason: 'scheduled', ...PIN });
    expect(await objection()).toBe('overtaken');
  });

  it('there is one on other settings', async () => {
    await newsroom.setUp({ destination: aDestination({ directory: '/elsewhere' }), credential: null });
    expect(await objection()).toBe('settings-changed');
  });
});

describe('an attempt with an objection', () => {
  const names = () => settings.fileNames;
  const last = async () => {
    const { state } = await journal().now();
    return state;
  };

  it.each(['paused', 'removed'] as const)('that it is %s is stopped', async (reason) => {
    expect(await endAttempt(journal(), 1, reason, names(), true)).toBeUndefined();
    expect(await last()).toMatchObject({ status: 'ended', outcome: 'stopped' });
  });

  it('that settings changed is begun anew, as long as it may', async () => {
    expect(await endAttempt(journal(), 1, 'settings-changed', names(), true)).toBe('settings-changed');
    expect(await last()).toMatchObject({ status: 'running' });
    expect(await endAttempt(journal(), 1, 'settings-changed', names(), false)).toBeUndefined();
    expect(await last()).toMatchObject({ status: 'ended', outcome: 'failed' });
  });

  it('that it was overtaken fails, where it was not', async () => {
    expect(await endAttempt(journal(), 1, 'overtaken', names(), true)).toBeUndefined();
    expect(await last()).toMatchObject({ status: 'ended', outcome: 'failed' });
  });

  it.each(['overtaken', undefined] as const)('(%s) is its new owner’s to end, where it was', async (reason) => {
    await takeOver();
    const rejection = { reason: 'AttemptOvertaken', currentAttempt: 2 };
    await expect(endAttempt(journal(), 1, reason, names(), true)).rejects.toMatchObject({ rejection });
    expect(await last()).toMatchObject({ status: 'running', attempt: 2 });
  });
});
