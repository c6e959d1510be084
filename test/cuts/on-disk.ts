import { join } from 'node:path';
import { FileCheckpointSink } from '../../src/adapters/driven/checkpoint-file/checkpoint-file.ts';
import { SystemClock } from '../../src/adapters/driven/clock/system-clock.ts';
import { RandomIds } from '../../src/adapters/driven/ids/random-ids.ts';
import { FileMasterKeyRing } from '../../src/adapters/driven/master-key-file/master-key-file.ts';
import { FileAuditKeys } from '../../src/adapters/driven/signing-key/audit-key-file.ts';
import { SqliteAttemptLimits } from '../../src/adapters/driven/sqlite/attempt-limits.ts';
import { SqliteCheckpointStore } from '../../src/adapters/driven/sqlite/checkpoint-store.ts';
import { openDatabase } from '../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../src/adapters/driven/sqlite/event-log.ts';
import { SqliteLeaseStore } from '../../src/adapters/driven/sqlite/lease-store.ts';
import { SqliteNoticeRecords } from '../../src/adapters/driven/sqlite/notice-records.ts';
import { SqliteSecretStore } from '../../src/adapters/driven/sqlite/secret-store.ts';
import { SqliteStoredHistory } from '../../src/adapters/driven/sqlite/stored-history.ts';
import { KeyedCheckpointSigner } from '../../src/adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import type { NightTimes } from '../../src/application/running-nightly-backup/requests.ts';

/** Short enough to wait for a dead worker's lease, and long enough for a session. */
const SHORT_TIMES: NightTimes = { leaseLength: 8_000, sessionDeadline: 4_500 };

/** What one process of many has of the embedded store in a folder, with the machine's own clock. */
export const storesOnDisk = (folder: string) => {
  const clock = new SystemClock();
  const database = openDatabase(join(folder, 'store.sqlite'));
  const keys = new FileMasterKeyRing(join(folder, 'master.key'));
  const audit = { file: join(folder, 'audit.pem'), publicFile: join(folder, 'audit-public.pem') };
  return {
    clock,
    ids: new RandomIds(),
    eventLog: new SqliteEventLog(database, clock),
    storedHistory: new SqliteStoredHistory(database),
    checkpointSink: new FileCheckpointSink(join(folder, 'checkpoints')),
    checkpointSigner: new KeyedCheckpointSigner(new FileAuditKeys(audit)),
    secretStore: new SqliteSecretStore(database, keys),
    noticeRecords: new SqliteNoticeRecords(database, keys),
    leases: new SqliteLeaseStore(database),
    checkpoints: new SqliteCheckpointStore(database),
    attemptLimits: new SqliteAttemptLimits(database),
    times: SHORT_TIMES,
  };
};
