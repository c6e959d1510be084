import { describe, expect, it } from 'vitest';
import type { SaveSettings } from '../../../src/domain/backup-configuration/commands.ts';
import { backupConfiguration } from '../../../src/domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../../src/domain/backup-configuration/events.ts';
import { ADMINISTRATORS, aConfiguration, aForm } from '../../builders/configuration.ts';
import { aCertificate, aDestination, aHostKey } from '../../builders/destination.ts';
import { givenFor } from '../../support/given.ts';

const given = givenFor(backupConfiguration);

const before = aConfiguration();
const told = (changeId: string, ...recipientIds: string[]): BackupConfigurationEvent => ({
  type: 'CoAdministratorsToBeTold',
  changeId,
  recipientIds,
});

describe('a form that shows what is already so', () => {
  it('changes nothing and tells nobody', () => {
    given(...before.events)
      .when(before.form())
      .thenNothingHappened();
  });

  it('changes nothing while the backup is paused', () => {
    const paused = before.paused();
    given(...paused.events)
      .when(paused.form())
      .thenNothingHappened();
  });

  it.each<[string, Partial<SaveSettings>]>([
    ['the time zone, which is the host’s to change', { timeZone: 'Asia/Tokyo' }],
    ['even one that is none', { timeZone: 'Mars/Olympus' }],
    ['the language, which stays that of the file names', { locale: 'en' }],
    ['the prefix that is fixed already', { filePrefix: '' }],
  ])('ignores %s', (_, changes) => {
    given(...before.events)
      .when(before.form(changes))
      .thenNothingHappened();
  });
});

describe('a form that differs in one thing yields one fact, with before and after', () => {
  const { destination, login } = before.settings;

  it('DestinationChanged', () => {
    const to = aDestination({ directory: '/elsewhere' });
    given(...before.events)
      .when(before.form({ destination: to }))
      .then({ type: 'DestinationChanged', from: destination, to }, told('change-4', 'ben', 'carla'));
  });

  it('CredentialsChanged, for a new password of the same user', () => {
    const to = { user: 'redaktion', method: 'password', secretId: 'secret-2' } as const;
    given(...before.events)
      .when(before.form({ enteredSecret: { method: 'password', secretId: 'secret-2' } }))
      .then({ type: 'CredentialsChanged', from: login, to }, told('change-4', 'ben', 'carla'));
  });

  it('ReplacementChanged', () => {
    given(...before.events)
      .when(before.form({ replacement: 'overwrite' }))
      .then({ type: 'ReplacementChanged', from: 'atomic', to: 'overwrite' }, told('change-4', 'ben', 'carla'));
  });

  it('ConfidentialRecordsSettingChanged', () => {
    given(...before.events)
      .when(before.form({ confidentialRecords: 'leave-out' }))
      .then(
        { type: 'ConfidentialRecordsSettingChanged', from: 'include', to: 'leave-out' },
        told('change-4', 'ben', 'carla'),
      );
  });
});

describe('a form that differs in several things', () => {
  it('yields all facts in their fixed order, with the password entered for all of it', () => {
    const destination = aDestination({ host: 'neu.example' });
    const login = { user: 'neu', method: 'private-key', secretId: 'secret-2' } as const;
    given(...before.events)
      .when(
        before.form({
          actorId: 'ben',
          destination,
          user: 'neu',
          enteredSecret: { method: 'private-key', secretId: 'secret-2' },
          trustedIdentity: aHostKey('B'),
          replacement: 'delete-then-rename',
          confidentialRecords: 'leave-out',
        }),
      )
      .then(
        { type: 'DestinationChanged', from: before.settings.destination, to: destination },
        { type: 'CredentialsChanged', from: before.settings.login, to: login },
        { type: 'HostIdentityTrusted', from: aHostKey(), to: aHostKey('B') },
        { type: 'ReplacementChanged', from: 'atomic', to: 'delete-then-rename' },
        { type: 'ConfidentialRecordsSettingChanged', from: 'include', to: 'leave-out' },
        told('change-4', 'anna', 'carla'),
      );
  });

  it('forgets an identity that is no longer needed, and trusts one where there was none', () => {
    const ftps = aDestination({ protocol: 'ftp', tlsMode: 'explicit', port: 21 });
    const enteredSecret = { method: 'password', secretId: 'secret-2' } as const;
    const pinned = aConfiguration({ destination: ftps, trustedIdentity: aCertificate() });
    const vouched = pinned.saved({ trustedIdentity: null, enteredSecret });
    expect(vouched.events.slice(3).map(({ type }) => type)).toEqual([
      'CredentialsChanged',
      'HostIdentityForgotten',
      'CoAdministratorsToBeTold',
    ]);
    expect(vouched.events).toContainEqual({ type: 'HostIdentityForgotten', from: aCertificate() });
    expect(vouched.settings.trustedIdentity).toBeNull();
    const again = vouched.saved({
      trustedIdentity: aCertificate('CD'),
      enteredSecret: { ...enteredSecret, secretId: 's3' },
    });
    expect(again.events).toContainEqual({ type: 'HostIdentityTrusted', from: null, to: aCertificate('CD') });
    expect(again.settings.trustedIdentity).toEqual(aCertificate('CD'));
  });

  it('leaves a paused backup paused', () => {
    const changed = before.paused().withDirectory('/elsewhere');
    expect(changed.state.status).toBe('paused');
    expect(changed.settings.destination.directory).toBe('/elsewhere');
  });
});

describe('a change is rejected', () => {
  it('from a form that is stale, and says which version it is', () => {
    given(...before.events)
      .when(before.form({ expectedVersion: 2 }))
      .thenRejected('StaleForm', { expectedVersion: 2, currentVersion: 3 });
    given(...before.events)
      .when(before.form({ expectedVersion: 3 }))
      .thenNothingHappened();
  });

  it('by somebody who is no administrator, before anything else is looked at', () => {
    given(...before.events)
      .when(before.form({ actorId: 'mallory', expectedVersion: 1, user: '' }))
      .thenRejected('ActorNotAnAdministrator');
  });

  it('where the wanted settings do not fit each other', () => {
    given(...before.events)
      .when(before.form({ trustedIdentity: null }))
      .thenRejected('HostKeyRequired');
    given(...before.events)
      .when(before.form({ user: 'a\nb' }))
      .thenRejected('UserMalformed');
  });

  it('of the file names, which are fixed, and of a prefix that is none', () => {
    given(...before.events)
      .when(before.form({ filePrefix: 'HH_' }))
      .thenRejected('FileNamesAlreadyFixed');
    given(...before.events)
      .when(before.form({ filePrefix: 'a/b' }))
      .thenRejected('FilePrefixMalformed');
    const prefixed = aConfiguration({ filePrefix: 'HH_' });
    given(...prefixed.events)
      .when(prefixed.form({ filePrefix: 'HH_', locale: 'en' }))
      .thenNothingHappened();
    given(...prefixed.events)
      .when(prefixed.form({ filePrefix: '' }))
      .thenRejected('FileNamesAlreadyFixed');
  });
});

describe('pausing, resuming and removing', () => {
  const by = {
    actorId: 'ben',
    administratorIds: ADMINISTRATORS,
    formerAdministratorIds: [],
    changeId: 'change-9',
    expectedVersion: null,
  };
  const pause = { type: 'PauseBackup', ...by } as const;
  const resume = { type: 'ResumeBackup', ...by } as const;
  const remove = { type: 'RemoveBackup', ...by } as const;
  const othersTold = told('change-9', 'anna', 'carla');

  it('pauses, once', () => {
    given(...before.events)
      .when(pause)
      .then({ type: 'BackupPaused' }, othersTold);
    given(...before.paused().events)
      .when(pause)
      .thenNothingHappened();
  });

  it('resumes, once, with the settings as they were', () => {
    const paused = before.paused();
    given(...paused.events)
      .when(resume)
      .then({ type: 'BackupResumed' }, othersTold);
    given(...before.events)
      .when(resume)
      .thenNothingHappened();
    expect(paused.state).toMatchObject({ status: 'paused', version: 5, settings: before.settings });
    expect(paused.resumed().state).toMatchObject({ status: 'active', version: 7, settings: before.settings });
  });

  it.each([before, before.paused()])('removes, and says where the last files remain', ({ events, settings }) => {
    const { destination, fileNames } = settings;
    given(...events)
      .when(remove)
      .then({ type: 'BackupRemoved', destination, fileNames, secretId: 'secret-1' }, othersTold);
  });

  it.each([pause, resume, remove])(
    'has nothing to $type before the backup is set up, or after it was removed',
    (command) => {
      given().when(command).thenRejected('BackupNotSetUp');
      given(...before.removed().events)
        .when(command)
        .thenRejected('BackupNotSetUp');
    },
  );

  it.each([pause, resume, remove])('takes no $type from strangers or from a stale page', (command) => {
    given(...before.events)
      .when({ ...command, actorId: 'mallory' })
      .thenRejected('ActorNotAnAdministrator');
    given(...before.events)
      .when({ ...command, expectedVersion: 1 })
      .thenRejected('StaleForm', { expectedVersion: 1, currentVersion: 3 });
  });

  it('can be set up again, differently, and goes on counting versions', () => {
    const removed = before.removed();
    expect(removed.state).toEqual({ status: 'removed', version: 5 });
    const decision = backupConfiguration.decide(
      aForm({ expectedVersion: 5, locale: 'en', filePrefix: 'neu-' }),
      removed.state,
    );
    expect(decision).toMatchObject({
      outcome: 'accepted',
      events: [
        { type: 'BackupSetUp', locale: 'en' },
        { type: 'FileNamesFixed', storyPlan: 'neu-story-plan.xlsx' },
        { type: 'CoAdministratorsToBeTold' },
      ],
    });
  });
});

describe('the host changes the time zone', () => {
  const change = {
    type: 'ChangeTimeZone',
    timeZone: 'Asia/Tokyo',
    administratorIds: ADMINISTRATORS,
    formerAdministratorIds: [],
    changeId: 'change-9',
  } as const;

  it('and every administrator is told, for none of them did it', () => {
    given(...before.events)
      .when(change)
      .then(
        { type: 'TimeZoneChanged', from: 'Europe/Berlin', to: 'Asia/Tokyo' },
        told('change-9', 'anna', 'ben', 'carla'),
      );
  });

  it('and nothing else, paused or not', () => {
    const changed = [
      ...before.paused().events,
      { type: 'TimeZoneChanged', from: 'Europe/Berlin', to: 'Asia/Tokyo' } as const,
    ];
    const state = changed.reduce(backupConfiguration.evolve, backupConfiguration.initialState);
    expect(state).toEqual({ status: 'paused', version: 6, settings: { ...before.settings, timeZone: 'Asia/Tokyo' } });
  });

  it('to the same one: nothing happens', () => {
    given(...before.events)
      .when({ ...change, timeZone: 'Europe/Berlin' })
      .thenNothingHappened();
  });

  it('to one that is none, or where no backup is set up: rejected', () => {
    given(...before.events)
      .when({ ...change, timeZone: '+01:00' })
      .thenRejected('TimeZoneUnknown');
    given().when(change).thenRejected('BackupNotSetUp');
    given(...before.removed().events)
      .when(change)
      .thenRejected('BackupNotSetUp');
  });
});
