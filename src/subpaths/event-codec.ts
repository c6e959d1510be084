/** The stored form of events and its chain of hashes: what a log of a host's own stores, and what it checks. */
export {
  chain,
  endAt,
  following,
  isSameEnd,
  recorded,
  STREAM_START,
  type StoredEvent,
  startOf,
} from '../adapters/shared/event-codec/chain.ts';
