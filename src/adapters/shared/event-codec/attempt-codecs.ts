import { z } from 'zod';
import type { AttemptEvent, SaveRejected, StoredPasswordOpened } from '../../../domain/attempts/events.ts';
import type { CodecsOf } from './codec.ts';
import { count, destination, failure, oneOf, text } from './fields.ts';

export const ATTEMPT_CODECS: CodecsOf<AttemptEvent> = {
  SaveRejected: {
    storedType: 'attempts.save-rejected.v1',
    data: z.strictObject({
      command: oneOf<SaveRejected['command']>({
        SaveSettings: true,
        PauseBackup: true,
        ResumeBackup: true,
        RemoveBackup: true,
        ChangeTimeZone: true,
      }),
      reason: oneOf<SaveRejected['reason']>({
        ActorNotAnAdministrator: true,
        StaleForm: true,
        BackupNotSetUp: true,
        PasswordRequired: true,
        HostKeyRequired: true,
        UnfittingHostIdentity: true,
        PrivateKeyWithoutSftp: true,
        UserMalformed: true,
        TimeZoneUnknown: true,
        FilePrefixMalformed: true,
        FileNamesAlreadyFixed: true,
      }),
    }),
  },
  ConnectionTested: {
    storedType: 'attempts.connection-tested.v1',
    data: z.strictObject({ destination, user: text, failure: failure.nullable() }),
  },
  StoredPasswordOpened: {
    storedType: 'attempts.stored-password-opened.v1',
    data: z.strictObject({
      secretId: text,
      purpose: oneOf<StoredPasswordOpened['purpose']>({ night: true, 'connection-test': true }),
    }),
  },
  FurtherAttemptsCounted: {
    storedType: 'attempts.further-attempts-counted.v1',
    data: z.strictObject({ hour: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d$/), count }),
  },
};
