import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type EventStoreDouble, startEventStoreDouble } from '../support/eventstoredb/double.ts';
import { fileStores, storesAt } from './new-home.ts';
import { furnish, Home } from './old-home.ts';

/** A stage for the tests of a file: furnished before all, with a new cluster for each. */
export const stageOfTests = (): Stage => {
  const stage = new Stage();
  beforeAll(() => stage.furnish());
  beforeEach(() => stage.begin());
  afterEach(() => stage.end());
  afterAll(() => stage.clear());
  return stage;
};

/** Homes that were furnished alike, and a cluster to move into. */
export class Stage {
  readonly #root = mkdtempSync(join(tmpdir(), 'planning-backup-stage-'));
  readonly #open: { close(): Promise<void> }[] = [];
  #homes = 0;
  #double: EventStoreDouble | undefined;

  furnish(): Promise<void> {
    return furnish(new Home(join(this.#root, 'furnished')), ['eins', 'zwei']);
  }

  async begin(): Promise<void> {
    this.#double = await startEventStoreDouble({ dedupe: false });
  }

  get double(): EventStoreDouble {
    if (this.#double === undefined) throw new Error('the stage has not begun');
    return this.#double;
  }

  /** What names the cluster to a command. */
  get env(): Readonly<Record<string, string>> {
    return {
      PLANNING_BACKUP_EVENTSTORE: this.double.connectionString,
      PLANNING_BACKUP_EVENTSTORE_INSECURE_LOOPBACK: '1',
    };
  }

  home(as: 'furnished' | 'empty' = 'furnished'): Home {
    this.#homes += 1;
    const folder = join(this.#root, `home-${this.#homes}`);
    if (as === 'furnished') cpSync(join(this.#root, 'furnished'), folder, { recursive: true });
    return new Home(folder);
  }

  file(home: Home): ReturnType<typeof fileStores> {
    return this.#opened(fileStores(home.store, join(home.data, 'master.key')));
  }

  cluster(home: Home): ReturnType<typeof storesAt> {
    return this.#opened(storesAt(this.double.connectionString, join(home.data, 'master.key')));
  }

  async end(): Promise<void> {
    for (const one of this.#open.splice(0)) await one.close();
    await this.#double?.close();
  }

  clear(): void {
    rmSync(this.#root, { recursive: true });
  }

  #opened<Stores extends { close(): Promise<void> }>(stores: Stores): Stores {
    this.#open.push(stores);
    return stores;
  }
}
