import { EventStoreLeaseStore } from '../../../../src/adapters/driven/eventstoredb/lease-store.ts';
import { leaseStoreContract } from '../../../contracts/lease-store.contract.ts';
import { SERVER_NAME, servers } from './cluster.ts';

leaseStoreContract(SERVER_NAME, async () => {
  const { begin, close } = servers();
  const open = await begin();
  return { leases: new EventStoreLeaseStore(open()), close };
});
