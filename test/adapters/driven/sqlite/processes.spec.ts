import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SystemClock } from '../../../../src/adapters/driven/clock/system-clock.ts';
import { openDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../../../src/adapters/driven/sqlite/event-log.ts';
import { backupConfigurationStream } from '../../../../src/application/stream-names.ts';
import { STREAM } from '../../../contracts/event-log/harness.ts';
import { startChild } from '../../../support/child/child.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-database.ts';

const ROUNDS = 40;
const RACES = 100;
/** Processes begin while other tests use the machine. */
const PATIENCE = 30_000;

describe('the SQLite file among processes', { timeout: PATIENCE }, () => {
  let directory: TemporaryDirectory;
  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => directory.remove());

  it('may be made by several processes in the same moment', async () => {
    const openers = ['a', 'b', 'c'].map(() => startChild('open-together.ts'));
    await Promise.all(openers.map((opener) => opener.printed(1)));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { process } of openers)
        process.stdin?.write(`${directory.file(`made-${round}.sqlite`)} ${Date.now() + 15}\n`);
      await Promise.all(openers.map((opener) => opener.printed(round + 2)));
    }
    for (const opener of openers) opener.process.kill();
    await Promise.all(openers.map((opener) => opener.ended));
    expect(openers.flatMap(({ lines }) => lines.slice(1)).filter((line) => line !== 'ok')).toEqual([]);
  });

  it('holds whatever was answered when a writer is killed, in a chain that verifies', async () => {
    for (const answers of [1, 50]) {
      const file = directory.file(`killed-${answers}.sqlite`);
      const writer = startChild('append-for-ever.ts', file);
      await writer.printed(answers);
      writer.process.kill('SIGKILL');
      expect(await writer.ended).toBe('SIGKILL');

      const database = openDatabase(file);
      const { events } = await new SqliteEventLog(database, new SystemClock()).read(STREAM);
      database.close();
      const answered = writer.lines.map((line) => line.split(' '));
      expect(answered.length).toBeGreaterThanOrEqual(answers);
      for (const [version, head] of answered) expect(events[Number(version) - 1]?.hash).toBe(head);
      expect(events.length % 2).toBe(0);
    }
  });

  it('lets one of two processes win each append, and loses none of either', async () => {
    const file = directory.file('raced.sqlite');
    const racers = ['a', 'b'].map(() => startChild('race-appends.ts', file, String(RACES)));
    await Promise.all(racers.map((racer) => racer.printed(1)));
    // Both open, and so make, the file in the same moment.
    for (const racer of racers) racer.process.stdin?.write('go\n');
    expect(await Promise.all(racers.map((racer) => racer.ended))).toEqual([0, 0]);

    const won = racers.flatMap((racer) => JSON.parse(racer.lines.at(-1) ?? '[]') as number[]);
    expect(won.sort((a, b) => a - b)).toEqual(Array.from({ length: RACES }, (_, race) => race));
    const database = openDatabase(file);
    const log = new SqliteEventLog(database, new SystemClock());
    expect((await log.read(backupConfigurationStream('shared'))).events).toHaveLength(2 * RACES);
    database.close();
  });
});
