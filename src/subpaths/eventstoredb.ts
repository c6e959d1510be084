/** Everything that is stored, in a cluster of EventStoreDB, with @eventstore/db-client. */
export {
  type EventStoreSettings,
  type EventStoreSettingsProblem,
  type ReadSettings,
  readEventStoreSettings,
} from '../adapters/driven/eventstoredb/settings.ts';
export { type EventStoreStores, openEventStoreStores } from '../adapters/driven/eventstoredb/stores.ts';
