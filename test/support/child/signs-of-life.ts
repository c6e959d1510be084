import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { FolderDiskSpace } from '../../../src/adapters/driven/disk-space/folder-disk-space.ts';
import { HttpHeartbeat } from '../../../src/adapters/driven/heartbeat-url/http-heartbeat.ts';
import { SqliteCheckpointStore } from '../../../src/adapters/driven/sqlite/checkpoint-store.ts';
import { openDatabase } from '../../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../../src/adapters/driven/sqlite/event-log.ts';
import type { Telemetry } from '../../../src/application/ports/telemetry.ts';
import { Secret } from '../../../src/application/secret.ts';
import { startServices } from '../../../src/bootstrap/services.ts';
import { Newsroom } from '../newsroom.ts';
import { quickClock } from '../quick-clock.ts';

/** A worker on a real store with quick minutes: `signs-of-life.ts FILE URL TIMES`. A line of input blocks it so long, in ms. */
const [file = '', url = '', times = '1'] = process.argv.slice(2);

const clock = quickClock(Number(times));
const database = openDatabase(file, { busyTimeout: 20 });
const telemetry: Telemetry = {
  happened: (happening) => void process.stdout.write(`${JSON.stringify(happening)}\n`),
};
const backup = await new Newsroom().backup({
  clock,
  eventLog: new SqliteEventLog(database, clock, { pollInterval: 20 }),
  checkpoints: new SqliteCheckpointStore(database),
  diskSpace: new FolderDiskSpace(dirname(file)),
  telemetry,
  heartbeat: new HttpHeartbeat({ url: new Secret(url) }),
});
const services = startServices(backup, new AbortController(), clock, telemetry);
createInterface({ input: process.stdin }).on('line', (milliseconds) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(milliseconds));
});
process.once('SIGTERM', () => {
  void services.stop().then(() => process.exit(0));
});
