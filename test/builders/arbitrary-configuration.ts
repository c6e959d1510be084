import fc from 'fast-check';
import type { BackupConfigurationCommand, SaveSettings } from '../../src/domain/backup-configuration/commands.ts';
import { aForm } from './configuration.ts';
import { aCertificate, aDestination, aHostKey } from './destination.ts';

const server = fc.record({
  host: fc.constantFrom('a.example', 'b.example', '192.0.2.1'),
  port: fc.constantFrom(21, 22, 990),
  directory: fc.constantFrom('/', '/backup', '/backup/planung'),
});

/** A destination with an identity that fits it. */
const door = fc.oneof(
  fc.record({ server, trustedIdentity: fc.constantFrom(aHostKey('A'), aHostKey('B')) }).map((sftp) => ({
    destination: aDestination({ ...sftp.server, protocol: 'sftp', tlsMode: 'none' }),
    trustedIdentity: sftp.trustedIdentity,
  })),
  fc
    .record({
      server,
      tlsMode: fc.constantFrom('explicit', 'implicit'),
      trustedIdentity: fc.constantFrom(null, aCertificate('AA'), aCertificate('BB')),
    })
    .map((ftps) => ({
      destination: aDestination({ ...ftps.server, protocol: 'ftp', tlsMode: ftps.tlsMode }),
      trustedIdentity: ftps.trustedIdentity,
    })),
  server.map((ftp) => ({
    destination: aDestination({ ...ftp, protocol: 'ftp', tlsMode: 'none' }),
    trustedIdentity: null,
  })),
);

const administratorIds = fc.array(fc.constantFrom('anna', 'ben', 'carla', 'dora'), { maxLength: 6 });

const by = fc.record({
  actorId: fc.constantFrom('anna', 'ben', 'mallory'),
  administratorIds: administratorIds.map((ids) => ['anna', 'ben', ...ids]),
  formerAdministratorIds: fc.constantFrom([], ['dora']),
  changeId: fc.uuid(),
  expectedVersion: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(9) }),
});

const wanted = fc.record({
  user: fc.constantFrom('redaktion', 'backup'),
  replacement: fc.constantFrom('atomic', 'delete-then-rename', 'overwrite'),
  confidentialRecords: fc.constantFrom('include', 'leave-out'),
  timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Tokyo'),
  locale: fc.constantFrom('de', 'en'),
} as const);

/** A coherent form of an administrator, with a password entered: no rule has anything against it. */
export const acceptableForms: fc.Arbitrary<SaveSettings> = fc
  .record({ door, wanted, changeId: fc.uuid(), secretId: fc.uuid(), actorId: fc.constantFrom('anna', 'ben') })
  .map(({ secretId, changeId, actorId, ...form }) =>
    aForm({ ...form.door, ...form.wanted, changeId, actorId, enteredSecret: { secretId, method: 'password' } }),
  );

/** Whatever may arrive, in any order: some of it is rejected. */
export const configurationCommands: fc.Arbitrary<readonly BackupConfigurationCommand[]> = fc.array(
  fc.oneof(
    fc
      .record({ form: acceptableForms, by, enters: fc.boolean(), filePrefix: fc.constantFrom(null, '', 'HH_', '/') })
      .map(({ form, by: who, enters, filePrefix }) => ({
        ...form,
        ...who,
        filePrefix,
        enteredSecret: enters ? form.enteredSecret : null,
      })),
    by.map((who) => ({ type: 'PauseBackup' as const, ...who })),
    by.map((who) => ({ type: 'ResumeBackup' as const, ...who })),
    by.map((who) => ({ type: 'RemoveBackup' as const, ...who })),
    by.map(({ administratorIds: ids, changeId }) => ({
      type: 'ChangeTimeZone' as const,
      timeZone: 'Asia/Tokyo',
      administratorIds: ids,
      formerAdministratorIds: [],
      changeId,
    })),
  ),
  { maxLength: 12 },
);
