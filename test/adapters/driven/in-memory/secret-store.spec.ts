import { InMemoryMasterKeyRing } from '../../../../src/adapters/driven/in-memory/master-key-ring.ts';
import { InMemorySecretStore } from '../../../../src/adapters/driven/in-memory/secret-store.ts';
import { secretStoreContract } from '../../../contracts/secret-store.contract.ts';

secretStoreContract('in memory', async () => {
  const keys = new InMemoryMasterKeyRing();
  const store = new InMemorySecretStore(keys);
  return {
    store,
    altered: async (edit) => new InMemorySecretStore(keys, edit(store.sealed)),
    copied: async () => new InMemorySecretStore(keys, store.sealed),
    close: async () => undefined,
  };
});
