import { FileMasterKeyRing } from '../../../src/adapters/driven/master-key-file/master-key-file.ts';
import { openDatabase } from '../../../src/adapters/driven/sqlite/database.ts';
import { SqliteSecretStore } from '../../../src/adapters/driven/sqlite/secret-store.ts';
import type { MasterKey, MasterKeyRing } from '../../../src/adapters/shared/sealing/master-key-ring.ts';

/**
 * `node --import tsx rotate-and-die.ts DATABASE KEYFILE MOMENT`: rotates the master key, and is killed at the moment:
 * `before-next`, `next-kept`, `committed`, `settled`.
 */
const [path = '', keyFile = '', moment = ''] = process.argv.slice(2);

const dieAt = (now: string): void => {
  if (now === moment) process.kill(process.pid, 'SIGKILL');
};

class DyingRing implements MasterKeyRing {
  readonly #ring = new FileMasterKeyRing(keyFile);
  #isNextKept = false;

  current(): MasterKey {
    return this.#ring.current();
  }

  withId(id: string): MasterKey | undefined {
    return this.#ring.withId(id);
  }

  makeNext(): MasterKey {
    dieAt('before-next');
    const next = this.#ring.makeNext();
    this.#isNextKept = true;
    dieAt('next-kept');
    return next;
  }

  settle(idInUse: string): void {
    if (this.#isNextKept) dieAt('committed');
    this.#ring.settle(idInUse);
    if (this.#isNextKept) dieAt('settled');
  }
}

await new SqliteSecretStore(openDatabase(path), new DyingRing()).rotateMasterKey();
