import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { EventLog, EventToAppend } from '../../src/application/ports/event-log.ts';
import { NO_STREAM } from '../../src/application/ports/event-log.ts';
import type { StoredEnvelope, StoredHistory } from '../../src/application/ports/stored-history.ts';
import type { StreamName } from '../../src/application/stream-names.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface StoredHistoryHarness {
  readonly log: EventLog;
  readonly stored: StoredHistory;
  close(): Promise<void>;
}

const anEvent = (eventId: string): EventToAppend => ({
  ...{ eventId, changeId: 'change', causationId: null, requestId: null, actorId: 'anna' },
  occurredAt: Temporal.Instant.from('2026-11-24T20:00:00Z'),
  event: { type: 'BackupPaused' },
});

export const storedHistoryContract = (
  name: string,
  makeHarness: () => Promise<StoredHistoryHarness>,
  options: ContractOptions = {},
): void => {
  describe(`stored history: ${name}`, () => {
    let harness: StoredHistoryHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      const append = (stream: string, count: number): Promise<unknown> =>
        harness.log.append(
          stream as StreamName,
          NO_STREAM,
          Array.from({ length: count }, (_, n) => anEvent(`${stream} ${n}`)),
        );
      const read = async (prefix: string): Promise<readonly StoredEnvelope[]> => {
        const found: StoredEnvelope[] = [];
        for await (const event of harness.stored.read(prefix)) found.push(event);
        return found;
      };
      const places = async (prefix: string): Promise<readonly string[]> =>
        (await read(prefix)).map(({ stream, version }) => `${stream} ${version}`);

      test('reads streams in the order of their names, whatever the order they were written in', async () => {
        for (const stream of ['b-2', 'b-10', 'a-1', 'b-1', 'B-1', 'c']) await append(stream, 2);
        expect(await places('b-')).toEqual(['b-1 1', 'b-1 2', 'b-10 1', 'b-10 2', 'b-2 1', 'b-2 2']);
        expect(await places('b-1')).toEqual(['b-1 1', 'b-1 2', 'b-10 1', 'b-10 2']);
        expect(await places('d')).toEqual([]);
      });

      test('reads one stream, and none whose name only begins so', async () => {
        for (const stream of ['b-1', 'b-10', 'b']) await append(stream, 2);
        const found: string[] = [];
        for await (const { stream, version } of harness.stored.readStream('b-1')) found.push(`${stream} ${version}`);
        expect(found).toEqual(['b-1 1', 'b-1 2']);
        for await (const _ of harness.stored.readStream('b-2')) expect.unreachable();
      });

      test('reads all of a long one', async () => {
        await append('long', 350);
        expect(await places('long')).toEqual(Array.from({ length: 350 }, (_, n) => `long ${n + 1}`));
      });

      test('gives every field as it is stored', async () => {
        await append('one', 1);
        const [event] = await read('one');
        const { events } = await harness.log.read('one' as StreamName);
        const read1 = events[0];
        expect(event).toEqual({
          ...{ stream: 'one', version: 1, eventId: 'one 0', changeId: 'change', causationId: null, requestId: null },
          ...{ actorId: 'anna', type: 'backup-configuration.backup-paused.v1', occurredAt: '2026-11-24T20:00:00Z' },
          recordedAt: read1?.recordedAt.toString(),
          ...{ previousHash: '0'.repeat(64), payload: '{"data":{},"metadata":{}}', hash: read1?.hash },
        });
      });
    });
  });
};
