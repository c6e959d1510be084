import { z } from 'zod';
import type { BackupConfigurationEvent } from '../../../domain/backup-configuration/events.ts';
import type { ConfidentialRecords, Locale, Replacement } from '../../../domain/backup-configuration/settings.ts';
import type { CodecsOf } from './codec.ts';
import { destination, fileNames, hostIdentity, login, oneOf, text } from './fields.ts';

const replacement = oneOf<Replacement>({ atomic: true, 'delete-then-rename': true, overwrite: true });
const confidentialRecords = oneOf<ConfidentialRecords>({ include: true, 'leave-out': true });
const locale = oneOf<Locale>({ de: true, en: true });

export const CONFIGURATION_CODECS: CodecsOf<BackupConfigurationEvent> = {
  BackupSetUp: {
    storedType: 'backup-configuration.backup-set-up.v1',
    data: z.strictObject({
      destination,
      login,
      trustedIdentity: hostIdentity.nullable(),
      replacement,
      confidentialRecords,
      timeZone: text,
      locale,
    }),
  },
  FileNamesFixed: { storedType: 'backup-configuration.file-names-fixed.v1', data: z.strictObject(fileNames) },
  DestinationChanged: {
    storedType: 'backup-configuration.destination-changed.v1',
    data: z.strictObject({ from: destination, to: destination }),
  },
  CredentialsChanged: {
    storedType: 'backup-configuration.credentials-changed.v1',
    data: z.strictObject({ from: login, to: login }),
  },
  HostIdentityTrusted: {
    storedType: 'backup-configuration.host-identity-trusted.v1',
    data: z.strictObject({ from: hostIdentity.nullable(), to: hostIdentity }),
  },
  HostIdentityForgotten: {
    storedType: 'backup-configuration.host-identity-forgotten.v1',
    data: z.strictObject({ from: hostIdentity }),
  },
  ReplacementChanged: {
    storedType: 'backup-configuration.replacement-changed.v1',
    data: z.strictObject({ from: replacement, to: replacement }),
  },
  ConfidentialRecordsSettingChanged: {
    storedType: 'backup-configuration.confidential-records-setting-changed.v1',
    data: z.strictObject({ from: confidentialRecords, to: confidentialRecords }),
  },
  TimeZoneChanged: {
    storedType: 'backup-configuration.time-zone-changed.v1',
    data: z.strictObject({ from: text, to: text }),
  },
  BackupPaused: { storedType: 'backup-configuration.backup-paused.v1', data: z.strictObject({}) },
  BackupResumed: { storedType: 'backup-configuration.backup-resumed.v1', data: z.strictObject({}) },
  BackupRemoved: {
    storedType: 'backup-configuration.backup-removed.v1',
    data: z.strictObject({ destination, fileNames: z.strictObject(fileNames), secretId: text }),
  },
  CoAdministratorsToBeTold: {
    storedType: 'backup-configuration.co-administrators-to-be-told.v1',
    data: z.strictObject({ changeId: text, recipientIds: z.array(text) }),
  },
};
