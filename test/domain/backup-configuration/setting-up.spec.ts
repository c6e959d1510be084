import { describe, expect, it } from 'vitest';
import type { SaveSettings } from '../../../src/domain/backup-configuration/commands.ts';
import { backupConfiguration } from '../../../src/domain/backup-configuration/decide.ts';
import { aConfiguration, aForm } from '../../builders/configuration.ts';
import { aCertificate, aDestination, aHostKey } from '../../builders/destination.ts';
import { givenFor } from '../../support/given.ts';

const given = givenFor(backupConfiguration);

describe('the first form', () => {
  it('sets the backup up, fixes the file names and tells the co-administrators', () => {
    given()
      .when(aForm())
      .then(
        {
          type: 'BackupSetUp',
          destination: aDestination(),
          login: { user: 'redaktion', method: 'password', secretId: 'secret-1' },
          trustedIdentity: aHostKey(),
          replacement: 'atomic',
          confidentialRecords: 'include',
          timeZone: 'Europe/Berlin',
          locale: 'de',
        },
        { type: 'FileNamesFixed', storyPlan: 'Themenplanung.xlsx', eventPlan: 'Terminplanung.xlsx' },
        { type: 'CoAdministratorsToBeTold', changeId: 'change-1', recipientIds: ['ben', 'carla'] },
      );
  });

  it('leads to exactly the settings that it showed', () => {
    const form = aForm({ replacement: 'overwrite', confidentialRecords: 'leave-out', filePrefix: 'HH_', locale: 'en' });
    expect(aConfiguration(form).state).toEqual({
      status: 'active',
      version: 3,
      settings: {
        destination: form.destination,
        login: { user: 'redaktion', method: 'password', secretId: 'secret-1' },
        trustedIdentity: form.trustedIdentity,
        replacement: 'overwrite',
        confidentialRecords: 'leave-out',
        fileNames: { storyPlan: 'HH_story-plan.xlsx', eventPlan: 'HH_event-plan.xlsx' },
        timeZone: 'Europe/Berlin',
        locale: 'en',
      },
    });
  });

  it('is drawn from version 0', () => {
    expect(backupConfiguration.initialState).toEqual({ status: 'not-set-up', version: 0 });
    given()
      .when(aForm({ expectedVersion: 1 }))
      .thenRejected('StaleForm', { expectedVersion: 1, currentVersion: 0 });
  });

  it('tells nobody where there is nobody else, and says so', () => {
    expect(aConfiguration({ administratorIds: ['anna'], formerAdministratorIds: [] }).events.at(-1)).toEqual({
      type: 'CoAdministratorsToBeTold',
      changeId: 'change-1',
      recipientIds: [],
    });
  });

  it('tells each co-administrator once, however often the directory lists them', () => {
    const told = aConfiguration({
      administratorIds: ['ben', 'anna', 'ben', 'anna'],
      formerAdministratorIds: [],
    }).events.at(-1);
    expect(told).toMatchObject({ recipientIds: ['ben'] });
  });
});

describe('a first form is rejected', () => {
  const ftp = (tlsMode: string) => aDestination({ protocol: 'ftp', tlsMode, port: 21 });
  const privateKey = { secretId: 'secret-1', method: 'private-key' } as const;

  it.each<[string, Partial<SaveSettings>, Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRejected']>[0]]>(
    [
      ['without a password', { enteredSecret: null }, 'PasswordRequired'],
      ['by somebody who is no administrator', { actorId: 'mallory' }, 'ActorNotAnAdministrator'],
      [
        'where there are no administrators',
        { administratorIds: [], formerAdministratorIds: [] },
        'ActorNotAnAdministrator',
      ],
      ['in a time zone that is none', { timeZone: 'Mars/Olympus' }, 'TimeZoneUnknown'],
      ['with a prefix that is a path', { filePrefix: '../' }, 'FilePrefixMalformed'],
      ['for SFTP without a host key', { trustedIdentity: null }, 'HostKeyRequired'],
      ['for SFTP with a certificate', { trustedIdentity: aCertificate() }, 'UnfittingHostIdentity'],
      ['for FTPS with a host key', { destination: ftp('explicit') }, 'UnfittingHostIdentity'],
      ['for implicit FTPS with a host key', { destination: ftp('implicit') }, 'UnfittingHostIdentity'],
      ['for plain FTP with a host key', { destination: ftp('none') }, 'UnfittingHostIdentity'],
      [
        'for plain FTP with a certificate',
        { destination: ftp('none'), trustedIdentity: aCertificate() },
        'UnfittingHostIdentity',
      ],
      [
        'for FTP with a private key',
        { destination: ftp('explicit'), trustedIdentity: null, enteredSecret: privateKey },
        'PrivateKeyWithoutSftp',
      ],
      ['with an empty user', { user: '' }, 'UserMalformed'],
      ['with a user that begins with a space', { user: ' redaktion' }, 'UserMalformed'],
      ['with a user that ends with a space', { user: 'redaktion ' }, 'UserMalformed'],
      ['with a line break in the user', { user: 'redaktion\r\nDELE x' }, 'UserMalformed'],
      ['with NUL in the user', { user: 'reda\0ktion' }, 'UserMalformed'],
      ['with a user of 256 characters', { user: 'u'.repeat(256) }, 'UserMalformed'],
    ],
  )('%s', (_, changes, reason) => {
    given().when(aForm(changes)).thenRejected(reason);
  });

  it.each<[string, Partial<SaveSettings>]>([
    ['plain FTP', { destination: ftp('none'), trustedIdentity: null }],
    ['FTPS and a public authority', { destination: ftp('explicit'), trustedIdentity: null }],
    ['FTPS and a pinned certificate', { destination: ftp('explicit'), trustedIdentity: aCertificate() }],
    ['implicit FTPS and a pinned certificate', { destination: ftp('implicit'), trustedIdentity: aCertificate() }],
    ['SFTP and a private key', { enteredSecret: privateKey }],
    ['a user of 255 characters', { user: 'u'.repeat(255) }],
    ['a user with inner spaces and letters of all kinds', { user: 'Büro Süd' }],
  ])('but not with %s', (_, changes) => {
    expect(aConfiguration(changes).state.status).toBe('active');
  });
});
