import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../../src/adapters/driven/sqlite/event-log.ts';
import { type ExpectedEnd, NO_STREAM } from '../../../src/application/ports/event-log.ts';
import { anEvent, STREAM } from '../../contracts/event-log/harness.ts';

/** `node --import tsx append-for-ever.ts FILE`: prints `version head` of each append once it is answered. */
const [file = ''] = process.argv.slice(2);
const log = new SqliteEventLog(openDatabase(file), { now: () => Temporal.Now.instant() });
let end: ExpectedEnd = NO_STREAM;
for (;;) {
  const outcome = await log.append(STREAM, end, [anEvent(), anEvent()]);
  if (outcome.outcome === 'conflict') throw new Error('nobody else appends here');
  end = outcome.end;
  process.stdout.write(`${end.version} ${end.head}\n`);
}
