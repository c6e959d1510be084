/** Secrets, names and addresses sealed and opened, for stores of a host's own. */
export {
  type MasterKey,
  type MasterKeyRing,
  MasterKeyUnavailable,
  masterKeyOf,
} from '../adapters/shared/sealing/master-key-ring.ts';
export {
  rewrapNoticeRecord,
  type SealedNoticeRecord,
  sealNoticeRecord,
  unsealNoticeRecord,
} from '../adapters/shared/sealing/sealed-notice-record.ts';
export type { SealedPayload } from '../adapters/shared/sealing/sealed-payload.ts';
export { rewrap, type SealedSecret, seal, unseal } from '../adapters/shared/sealing/sealed-secret.ts';
