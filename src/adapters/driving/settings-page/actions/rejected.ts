import type { BackupConfigurationRejection } from '../../../../domain/backup-configuration/rejections.ts';
import type { Said } from '../../../shared/wording/said.ts';
import type { Field } from '../form/form-values.ts';
import { wordsIn } from '../wording/catalogue.ts';
import { pageRejectionSaid } from '../wording/failures.ts';
import { type Posted, secretField } from './posted.ts';

type OfForm = Exclude<BackupConfigurationRejection['reason'], 'StaleForm' | 'ActorNotAnAdministrator'>;

/** At which field a rule's no is said, and in which words. Null: at none. */
export const rejectionAtField = (reason: OfForm, posted: Posted): { field: Field | null; said: Said } => {
  const { locale, settings } = posted.section;
  const { problems } = wordsIn(locale);
  const said = pageRejectionSaid(reason, locale);
  switch (reason) {
    case 'PasswordRequired': {
      const field = secretField(posted.read.values);
      return { field, said: settings === undefined ? problems.passwordMissing : problems.passwordRequired };
    }
    case 'HostKeyRequired':
      return { field: 'trusted', said: problems.hostKeyRequired };
    case 'UnfittingHostIdentity':
      return { field: 'trusted', said };
    case 'PrivateKeyWithoutSftp':
      return { field: 'method', said };
    case 'UserMalformed':
      return { field: 'user', said };
    case 'FilePrefixMalformed':
    case 'FileNamesAlreadyFixed':
      return { field: 'prefix', said };
    case 'BackupNotSetUp':
    case 'TimeZoneUnknown':
      return { field: null, said };
    default:
      return reason satisfies never;
  }
};
