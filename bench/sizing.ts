import { parseArgs } from 'node:util';
import { SystemClock } from '../src/adapters/driven/clock/system-clock.ts';
import { RandomIds } from '../src/adapters/driven/ids/random-ids.ts';
import { InMemoryMasterKeyRing } from '../src/adapters/driven/in-memory/master-key-ring.ts';
import { Secret } from '../src/application/secret.ts';
import { clusterStores } from '../src/bootstrap/cluster-stores.ts';
import { startEventStoreDouble } from '../test/support/eventstoredb/double.ts';
import { sizeOf } from '../test/support/eventstoredb/stored.ts';
import { aNightRequest, aSaveRequest, Newsroom } from '../test/support/newsroom.ts';

/** Beside data, metadata and type, a record on the server's disk holds its stream's name, ids, positions and lengths. */
const RECORD_BYTES = 150;

interface Kept {
  readonly kind: string;
  readonly appended: number;
  readonly bytes: number;
}

/**
 * What a set-up, a change and a delivered night append to a cluster, and how many bytes: a newsroom's real use cases on the
 * double, whose records are counted by what the server would write. Scaled to many organisations by multiplication.
 */
export const bench = async (args: readonly string[]): Promise<void> => {
  parseArgs({ args: [...args], options: {} });
  const double = await startEventStoreDouble();
  const keys = new InMemoryMasterKeyRing();
  const stores = clusterStores(
    { connection: new Secret(double.connectionString), mayBeInsecure: true },
    keys,
    new SystemClock(),
  );
  const newsroom = new Newsroom();
  const backup = await newsroom.backup({ ...stores, ids: new RandomIds() });
  let seen = 0;
  const since = (): readonly Kept[] => {
    const all = double.onDisk();
    const found = new Map<string, Kept>();
    for (const record of all.slice(seen)) {
      const kind = record.stream.startsWith('$$') ? 'metadata of streams' : record.stream.replace(/-.*$/s, '');
      const { appended, bytes } = found.get(kind) ?? { appended: 0, bytes: 0 };
      const size = sizeOf(record) + record.stream.length * 2 + RECORD_BYTES;
      found.set(kind, { kind, appended: appended + 1, bytes: bytes + size });
    }
    seen = all.length;
    return [...found.values()];
  };
  const report = (what: string, kept: readonly Kept[]): void => {
    const sum = (of: (one: Kept) => number) => kept.reduce((all, one) => all + of(one), 0);
    const events = sum(({ appended }) => appended);
    const bytes = sum((one) => one.bytes);
    process.stdout.write(`${what}: ${events} events, ${bytes} bytes\n`);
    for (const { kind, appended, bytes: size } of kept) process.stdout.write(`  ${kind}: ${appended}, ${size} bytes\n`);
    for (const organisations of [100, 10_000, 1_000_000])
      process.stdout.write(
        `  × ${organisations.toLocaleString('en')}: ${(events * organisations).toLocaleString('en')} events, ${((bytes * organisations) / 1e6).toLocaleString('en')} MB\n`,
      );
  };
  try {
    const saved = await backup.configuring.save(aSaveRequest());
    if (saved.outcome !== 'changed') throw new Error(saved.outcome);
    report('a set-up', since());
    for (const night of ['2026-11-25', '2026-11-26'] as const) {
      const result = await backup.nights.run(aNightRequest({ night, reason: 'scheduled' }));
      if (result.outcome !== 'ended') throw new Error(JSON.stringify(result));
      report(`the night ${night}, ${result.state.outcome}`, since());
    }
  } finally {
    await stores.close();
    await double.close();
  }
};
