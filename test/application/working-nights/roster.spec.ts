import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../src/application/ports/event-log.ts';
import { backupConfigurationStream } from '../../../src/application/stream-names.ts';
import { type RosterEntry, rosterAfter } from '../../../src/application/working-nights/roster.ts';
import { aDestination } from '../../builders/destination.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

const newsroom = new Newsroom();

/** What the roster holds after all that an administrator did. */
const held = async (...actions: readonly ('pause' | 'resume' | 'remove')[]): Promise<RosterEntry | undefined> => {
  const own = new Newsroom();
  await own.setUp();
  const { configuring } = await own.backup();
  for (const action of actions) {
    await own.clock.advance(60_000);
    await configuring[action](aSaveRequest());
  }
  return fold((await own.eventLog.read(backupConfigurationStream(ABENDBLATT.id))).events);
};

const fold = (events: readonly RecordedEvent[]): RosterEntry | undefined =>
  events.reduce<RosterEntry | undefined>(rosterAfter, undefined);

const at = (minutes: number) => newsroom.clock.now().add({ minutes });
const ENTRY = { timeZone: 'Europe/Berlin', host: 'sftp.abendblatt.example' };

describe('the roster', () => {
  it('knows since when a backup is active, and where', async () => {
    expect(await held()).toEqual({ ...ENTRY, activeSince: at(0) });
    expect(await held('pause')).toEqual({ ...ENTRY, activeSince: undefined });
    expect(await held('pause', 'resume')).toEqual({ ...ENTRY, activeSince: at(2) });
    expect(await held('pause', 'resume', 'remove')).toBeUndefined();
  });

  it('follows another server and another time zone, and nothing else', async () => {
    const own = new Newsroom({ host: 'new.example' });
    await own.setUp();
    await own.setUp({ destination: aDestination({ host: 'new.example' }), replacement: 'overwrite' });
    own.directory.set({ ...ABENDBLATT, timeZone: 'America/New_York' });
    await (await own.backup()).configuring.followTimeZone(ABENDBLATT.id, null);
    const { events } = await own.eventLog.read(backupConfigurationStream(ABENDBLATT.id));
    expect(fold(events)).toEqual({ activeSince: at(0), timeZone: 'America/New_York', host: 'new.example' });
  });

  it.each([
    'FileNamesFixed',
    'CredentialsChanged',
    'HostIdentityTrusted',
    'HostIdentityForgotten',
    'ReplacementChanged',
    'ConfidentialRecordsSettingChanged',
    'CoAdministratorsToBeTold',
  ] as const)('does not care for %s', (type) => {
    const entry = { ...ENTRY, activeSince: at(0) };
    expect(rosterAfter(entry, { event: { type } } as unknown as RecordedEvent)).toBe(entry);
  });

  it('holds nothing of what was never set up', async () => {
    const own = new Newsroom();
    await own.setUp();
    const { configuring } = await own.backup();
    await configuring.pause(aSaveRequest());
    await configuring.resume(aSaveRequest());
    await own.setUp({ destination: aDestination({ directory: '/elsewhere' }), credential: null });
    own.directory.set({ ...ABENDBLATT, timeZone: 'America/New_York' });
    await configuring.followTimeZone(ABENDBLATT.id, null);
    const { events } = await own.eventLog.read(backupConfigurationStream(ABENDBLATT.id));
    expect(fold(events.slice(1))).toBeUndefined();
  });
});
