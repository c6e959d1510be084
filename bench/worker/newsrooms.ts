import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryOrganisationDirectory } from '../../src/adapters/driven/in-memory/organisation-directory.ts';
import type { PlanningBackup } from '../../src/application/planning-backup.ts';
import { DEFAULT_TIMES } from '../../src/application/running-nightly-backup/requests.ts';
import { requestOf } from '../../test/contracts/file-transport/harness.ts';
import { VersionedRenderer } from '../../test/cuts/content.ts';
import { storesOnDisk } from '../../test/cuts/on-disk.ts';
import { networkTo } from '../../test/cuts/patient-network.ts';
import { loginTo, transportTo } from '../../test/servers/real-file-server.ts';
import { ABENDBLATT, aNightRequest, aSaveRequest, Newsroom } from '../../test/support/newsroom.ts';
import type { RealParts, RealServer } from '../../test/support/real-parts/description.ts';

/** As long as a newsroom's workbook of five days. */
export const FILE_LENGTH = 60_000;

const DAY = 86_400_000;

/** A directory of its own for each of so many newsrooms at one real server. */
export const directoriesAt = (server: RealServer, { folders }: RealParts, count: number): readonly string[] => {
  const { uid, gid } = statSync(join(server.root, folders.writable));
  return Array.from({ length: count }, (_, index) => {
    const directory = `/newsroom-${index}`;
    mkdirSync(join(server.root, directory), { recursive: true });
    chownSync(join(server.root, directory), uid, gid);
    return directory;
  });
};

/** The product as it runs: the embedded store on disk, the real transports; only the workbooks are made beforehand. */
export class NewsroomsAtWork {
  readonly #backup: PlanningBackup;
  readonly #store: string;
  /** A night of its own for each round. */
  #night = Date.UTC(2026, 10, 24);

  private constructor(backup: PlanningBackup, store: string) {
    this.#backup = backup;
    this.#store = store;
  }

  static async open(server: RealServer, parts: RealParts, directories: readonly string[]): Promise<NewsroomsAtWork> {
    const store = mkdtempSync(join(tmpdir(), 'planning-backup-bench-'));
    const organisations = directories.map((_, index) => ({ ...ABENDBLATT, id: idOf(index) }));
    const newsroom = new Newsroom();
    const collection = await newsroom.planningSource.collect(ABENDBLATT.id);
    const backup = await newsroom.backup({
      ...storesOnDisk(store),
      times: DEFAULT_TIMES,
      directory: new InMemoryOrganisationDirectory(organisations),
      planningSource: { collect: async () => collection },
      renderer: new VersionedRenderer(FILE_LENGTH),
      transports: [transportTo(server, parts, networkTo(server.host))],
    });
    for (const [index, directory] of directories.entries()) {
      const login = requestOf({ ...loginTo(server, parts), directory });
      const { outcome } = await backup.configuring.save(aSaveRequest({ organisationId: idOf(index), ...login }));
      if (outcome !== 'changed') throw new Error(`the benchmark's set-up was ${outcome}`);
    }
    return new NewsroomsAtWork(backup, store);
  }

  nextNight(): void {
    this.#night += DAY;
  }

  async session(index: number): Promise<void> {
    const night = new Date(this.#night).toISOString().slice(0, 'YYYY-MM-DD'.length);
    const result = await this.#backup.nights.run(aNightRequest({ organisationId: idOf(index), night }));
    if (result.outcome !== 'ended' || result.state.outcome !== 'delivered')
      throw new Error(`the benchmark's night was not delivered: ${JSON.stringify(result)}`);
  }

  async close(): Promise<void> {
    await this.#backup.close();
    rmSync(this.#store, { recursive: true, force: true });
  }
}

const idOf = (index: number): string => `newsroom-${index}`;
