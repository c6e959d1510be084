import { EventStoreSignInStore } from '../../../../src/adapters/driven/eventstoredb/sign-in-store.ts';
import { signInStoreContract } from '../../../contracts/sign-in-store.contract.ts';
import { SERVER_NAME, servers } from './cluster.ts';

signInStoreContract(SERVER_NAME, async () => {
  const { begin, close } = servers();
  const open = await begin();
  return { store: new EventStoreSignInStore(open()), second: new EventStoreSignInStore(open()), close };
});
