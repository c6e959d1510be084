import { join } from 'node:path';
import { RandomIds } from '../../src/adapters/driven/ids/random-ids.ts';
import { InMemoryOrganisationDirectory } from '../../src/adapters/driven/in-memory/organisation-directory.ts';
import { FileMasterKeyRing } from '../../src/adapters/driven/master-key-file/master-key-file.ts';
import { SqliteAttemptLimits } from '../../src/adapters/driven/sqlite/attempt-limits.ts';
import { SqliteCheckpointStore } from '../../src/adapters/driven/sqlite/checkpoint-store.ts';
import { openDatabase } from '../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../src/adapters/driven/sqlite/event-log.ts';
import { SqliteNoticeRecords } from '../../src/adapters/driven/sqlite/notice-records.ts';
import { SqliteSecretStore } from '../../src/adapters/driven/sqlite/secret-store.ts';
import { ConfiguringBackup } from '../../src/application/configuring-backup/configuring-backup.ts';
import { NotifyingCoAdmins } from '../../src/application/notifying-co-admins/notifying-co-admins.ts';
import type { Mailer } from '../../src/application/ports/mailer.ts';
import type { Organisation } from '../../src/application/ports/organisation-directory.ts';
import type { ScheduleClock } from '../../src/application/ports/schedule-clock.ts';
import { RecordingAttempts } from '../../src/application/recording-attempts.ts';
import { RememberedDirectory } from '../../src/application/remembered-directory.ts';
import { ReplayingHistory } from '../../src/application/replaying-history/replaying-history.ts';
import { tellingAll } from '../../src/application/telling-all.ts';

export interface NewsroomOnDisk {
  readonly configuring: ConfiguringBackup;
  readonly notifying: NotifyingCoAdmins;
  readonly history: ReplayingHistory;
  close(): void;
}

/** What is signed, and where, is another matter than mails. */
const UNSIGNED = { keep: async (): Promise<void> => undefined };

/** One process that changes settings and sends mails on a store that others share; it knows one organisation. */
export const newsroomOnDisk = (
  folder: string,
  { organisation, mailer, clock }: { organisation: Organisation; mailer: Mailer; clock: ScheduleClock },
): NewsroomOnDisk => {
  const database = openDatabase(join(folder, 'store.sqlite'));
  const keys = new FileMasterKeyRing(join(folder, 'master.key'));
  const directory = new InMemoryOrganisationDirectory([organisation]);
  const eventLog = new SqliteEventLog(database, clock, { pollInterval: 20 });
  const noticeRecords = new SqliteNoticeRecords(database, keys);
  const remembered = new RememberedDirectory({ directory, noticeRecords, clock });
  const shared = { eventLog, noticeRecords, directory: remembered, clock, ids: new RandomIds() };
  const attempts = new RecordingAttempts({ ...shared, attemptLimits: new SqliteAttemptLimits(database) });
  const secretStore = new SqliteSecretStore(database, keys);
  return {
    configuring: new ConfiguringBackup({ ...shared, secretStore, attempts, signing: UNSIGNED }),
    notifying: new NotifyingCoAdmins({
      ...shared,
      checkpoints: new SqliteCheckpointStore(database),
      mailer,
      telemetry: tellingAll(),
    }),
    history: new ReplayingHistory(shared),
    close: () => database.close(),
  };
};
