import { InMemoryLeaseStore } from '../../../../src/adapters/driven/in-memory/lease-store.ts';
import { leaseStoreContract } from '../../../contracts/lease-store.contract.ts';

leaseStoreContract('in memory', async () => ({ leases: new InMemoryLeaseStore(), close: async () => undefined }));
