import { isSameDestination } from '../destination/destination.ts';
import { isSameIdentity } from '../destination/host-identity.ts';
import type { BackupSettings } from './settings.ts';

/** Whether a night that was begun with one may end under the other: same place, same login, same trust, same content. */
export const isSameUse = (a: BackupSettings, b: BackupSettings): boolean =>
  isSameDestination(a.destination, b.destination) &&
  a.login.secretId === b.login.secretId &&
  isSameIdentity(a.trustedIdentity, b.trustedIdentity) &&
  a.replacement === b.replacement &&
  a.confidentialRecords === b.confidentialRecords;
