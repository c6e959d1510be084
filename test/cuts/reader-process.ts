/** Reads what is visible, over and over, and keeps count: a process of its own, so that no work of ours slows it. */
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { bytesOfContent } from './content.ts';
import type { ReaderAnswer, ReaderOrder } from './reader.ts';
import type { Sight, Watch } from './sightings.ts';

interface Watched {
  readonly files: readonly WatchedFile[];
  readonly counts: Record<Sight, number>;
  backwards: number;
  rounds: number;
  endsAt: number;
}

interface WatchedFile {
  readonly path: string;
  /** In the order in which they come; the first is what was there, undefined if nothing was. */
  readonly versions: readonly (Buffer | undefined)[];
  /** The last version seen. */
  last: number;
}

/** Somewhat behind the server and us, but never at a stand. */
setPriority(5);
const watched = new Map<number, Watched>();

const begin = ({ files }: Watch): Watched => ({
  files: files.map(({ path, next }) => ({
    path,
    versions: [readIfThere(path), ...next.map(bytesOfContent)],
    last: 0,
  })),
  counts: { old: 0, new: 0, absent: 0, beginning: 0, torn: 0 },
  backwards: 0,
  rounds: 0,
  endsAt: Number.POSITIVE_INFINITY,
});

const look = (watch: Watched): void => {
  for (const file of watch.files) {
    const sight = sightOf(file, watch);
    watch.counts[sight] += 1;
  }
  watch.rounds += 1;
};

const sightOf = (file: WatchedFile, watch: Watched): Sight => {
  const bytes = readIfThere(file.path);
  if (bytes === undefined) return 'absent';
  // The last one first: it is the likeliest.
  const order = [file.last, ...file.versions.keys()];
  const version = order.find((index) => file.versions[index]?.equals(bytes) === true);
  if (version === undefined) {
    const isBeginning = file.versions.some((whole) => whole?.subarray(0, bytes.length).equals(bytes) === true);
    return isBeginning ? 'beginning' : 'torn';
  }
  if (version < file.last) watch.backwards += 1;
  file.last = version;
  return version === 0 ? 'old' : 'new';
};

const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const answer = (message: ReaderAnswer): void => void process.send?.(message);

const round = (): void => {
  for (const [id, watch] of watched) {
    look(watch);
    if (watch.rounds === 1) answer({ type: 'watching', id });
    if (watch.rounds < watch.endsAt) continue;
    watched.delete(id);
    answer({ type: 'seen', id, seen: { counts: watch.counts, backwards: watch.backwards } });
  }
  if (watched.size > 0) setImmediate(round);
};

process.on('message', (order: ReaderOrder) => {
  if (order.type === 'watch') {
    watched.set(order.id, begin(order.watch));
    if (watched.size === 1) round();
  } else {
    const watch = watched.get(order.id);
    // One whole round more: the last word is what lies there in the end.
    if (watch !== undefined) watch.endsAt = watch.rounds + 1;
  }
});
process.on('disconnect', () => process.exit());
