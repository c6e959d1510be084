import { following, recorded, STREAM_START, type StoredEvent } from '../../src/adapters/shared/event-codec/chain.ts';
import { decodeEvent } from '../../src/adapters/shared/event-codec/event-codec.ts';
import { backupConfiguration } from '../../src/domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../src/domain/backup-configuration/events.ts';
import { median, rate, say, seconds } from './timing.ts';

const ROUNDS = 7;

/**
 * One aggregate from its stored rows to its state, and the parts of that way in turns: `JSON.parse` alone, parsing into
 * events (`JSON.parse` and the codec), the same with each event folded; and, as a store's read does it, with each hash
 * verified, without and with the folding.
 */
export const replaying = async (rows: readonly StoredEvent[]): Promise<void> => {
  const ways = {
    json: () => rows.forEach(({ payload }) => void JSON.parse(payload)),
    parsed: () => rows.forEach((row) => void eventOf(row)),
    replayed: () => folded(rows, eventOf),
    verified: () => verified(rows, () => undefined),
    'verified and replayed': () => {
      let state = backupConfiguration.initialState;
      verified(rows, (event) => {
        state = backupConfiguration.evolve(state, event);
      });
      isWhole(state.version, rows);
    },
  };
  type Way = keyof typeof ways;
  const times = new Map<Way, number[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [way, work] of Object.entries(ways) as [Way, () => void][])
      times.set(way, [...(times.get(way) ?? []), await seconds(work)]);
  const of = (way: Way): number => median(times.get(way) ?? []);
  const ratio = (to: Way, way: Way): string => (of(to) / of(way)).toFixed(2);
  const told = (way: Way): string => `${rate(rows.length, of(way)).padStart(9)} events a second`;
  say(`replaying: ${rows.length} events of one aggregate, median of ${ROUNDS}`);
  say(`  JSON.parse alone                     ${told('json')}`);
  say(`  parsed into events                   ${told('parsed')}, ${ratio('json', 'parsed')} of JSON.parse alone`);
  say(`  parsed and replayed                  ${told('replayed')}, ${ratio('parsed', 'replayed')} of parsing alone`);
  say(`  verified and parsed                  ${told('verified')}`);
  say(
    `  verified, parsed and replayed        ${told('verified and replayed')}, ` +
      `${ratio('verified', 'verified and replayed')} of verifying and parsing, ` +
      `${ratio('parsed', 'verified and replayed')} of parsing alone`,
  );
};

const eventOf = ({ type, payload }: StoredEvent): BackupConfigurationEvent => {
  const { data } = JSON.parse(payload) as { readonly data: unknown };
  const event = decodeEvent(type, data);
  if (!event.ok) throw new Error('the benchmark parses something else');
  return event.value as BackupConfigurationEvent;
};

const folded = (rows: readonly StoredEvent[], read: (row: StoredEvent) => BackupConfigurationEvent): void => {
  let state = backupConfiguration.initialState;
  for (const row of rows) state = backupConfiguration.evolve(state, read(row));
  isWhole(state.version, rows);
};

const verified = (rows: readonly StoredEvent[], use: (event: BackupConfigurationEvent) => void): void => {
  let end = STREAM_START;
  for (const row of rows) {
    end = following(end, row);
    use(recorded(row, 1n).event as BackupConfigurationEvent);
  }
};

const isWhole = (version: number, rows: readonly StoredEvent[]): void => {
  if (version !== rows.length) throw new Error('the benchmark replays something else');
};
