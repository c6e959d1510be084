import { once } from 'node:events';
import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../../src/adapters/driven/sqlite/event-log.ts';
import { NO_STREAM } from '../../../src/application/ports/event-log.ts';
import { backupConfigurationStream } from '../../../src/application/stream-names.ts';
import { anEvent } from '../../contracts/event-log/harness.ts';

/**
 * `node --import tsx race-appends.ts FILE RACES`: opens the file when a line comes in, appends to so many streams on
 * no stream, then as often to one stream that all share, retrying; prints the races it won.
 */
const [file = '', races = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const log = new SqliteEventLog(openDatabase(file), { now: () => Temporal.Now.instant() });
const won: number[] = [];
for (let race = 0; race < Number(races); race += 1) {
  const outcome = await log.append(backupConfigurationStream(`race ${race}`), NO_STREAM, [anEvent()]);
  if (outcome.outcome === 'appended') won.push(race);
}
const shared = backupConfigurationStream('shared');
for (let count = 0; count < Number(races); ) {
  const outcome = await log.append(shared, (await log.read(shared)).end, [anEvent()]);
  if (outcome.outcome === 'appended') count += 1;
}
process.stdout.write(`${JSON.stringify(won)}\n`);
process.exit(0);
