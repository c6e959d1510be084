/** What one machine has by itself: its clock, random ids, key files, a file of checkpoints, mails as files, the disk they lie on. */
export { FileCheckpointSink } from '../adapters/driven/checkpoint-file/checkpoint-file.ts';
export { SystemClock } from '../adapters/driven/clock/system-clock.ts';
export { FolderDiskSpace } from '../adapters/driven/disk-space/folder-disk-space.ts';
export { EmlFileMailer, type EmlFileMailerOptions } from '../adapters/driven/eml-files/eml-file-mailer.ts';
export { RandomIds } from '../adapters/driven/ids/random-ids.ts';
export { FileMasterKeyRing } from '../adapters/driven/master-key-file/master-key-file.ts';
export { FileAuditKeys } from '../adapters/driven/signing-key/audit-key-file.ts';
export {
  type AuditKeys,
  KeyedCheckpointSigner,
} from '../adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
export { readSender, type Sender } from '../adapters/shared/mails/address.ts';
export {
  type MasterKey,
  type MasterKeyRing,
  MasterKeyUnavailable,
} from '../adapters/shared/sealing/master-key-ring.ts';
