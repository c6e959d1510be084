import { InMemorySignInStore } from '../../../../src/adapters/driven/in-memory/sign-in-store.ts';
import { signInStoreContract } from '../../../contracts/sign-in-store.contract.ts';

signInStoreContract('in memory', async () => {
  const store = new InMemorySignInStore();
  return { store, second: store, close: async () => undefined };
});
