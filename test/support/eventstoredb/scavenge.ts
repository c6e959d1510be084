import type { Log } from './log.ts';
import { isMetastream, type Stored, type StreamMetadata } from './stored.ts';

/** The first revision that readers of a stream may see (docs: server/features/streams.md, `TruncateBefore`). */
export const visibleFrom = ({ $tb }: StreamMetadata): number => $tb ?? 0;

/**
 * Takes from the disk what is deleted, except that one event of each stream stays, its last, to keep its revision: also
 * of a soft-deleted stream. Only a tombstone lets all that came before it go (docs: server/features/streams.md, deleting
 * streams and events; hard delete). Of metadata streams, the last event stays.
 */
export const scavenge = (log: Log): void => {
  const last = new Map<string, Stored>();
  for (const event of log.records) last.set(event.stream, event);
  log.keep((event) => {
    if (last.get(event.stream) === event) return true;
    if (isMetastream(event.stream) || log.isTombstoned(event.stream)) return false;
    return event.revision >= visibleFrom(log.metadataOf(event.stream));
  });
};
