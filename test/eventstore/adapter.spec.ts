import { realServer } from './real-server.ts';

// Every store's contract, by the specs that run on the double elsewhere. Each test's streams have a beginning of its own.
realServer();
await import('../adapters/driven/eventstoredb/event-log.spec.ts');
await import('../adapters/driven/eventstoredb/stored-history.spec.ts');
await import('../adapters/driven/eventstoredb/secret-store.spec.ts');
await import('../adapters/driven/eventstoredb/notice-records.spec.ts');
await import('../adapters/driven/eventstoredb/lease-store.spec.ts');
await import('../adapters/driven/eventstoredb/attempt-limits.spec.ts');
await import('../adapters/driven/eventstoredb/checkpoint-store.spec.ts');
await import('../adapters/driven/eventstoredb/sign-in-store.spec.ts');
