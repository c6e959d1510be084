import type { NoticeRecord, NoticeRecords, Roster } from '../../../application/ports/notice-records.ts';

/** Notice records for tests; as erasable as the real ones. Holds copies, so that no caller changes what was kept. */
export class InMemoryNoticeRecords implements NoticeRecords {
  readonly #records = new Map<string, string>();
  readonly #rosters = new Map<string, string>();

  async keep(changeId: string, record: NoticeRecord): Promise<void> {
    if (this.#records.has(changeId)) throw new Error(`the notice record of ${changeId} was kept before`);
    this.#records.set(changeId, JSON.stringify(record));
  }

  async read(changeId: string): Promise<NoticeRecord | undefined> {
    const written = this.#records.get(changeId);
    return written === undefined ? undefined : (JSON.parse(written) as NoticeRecord);
  }

  async destroy(changeId: string): Promise<void> {
    this.#records.delete(changeId);
  }

  async keepRoster(organisationId: string, roster: Roster): Promise<void> {
    this.#rosters.set(organisationId, JSON.stringify(roster));
  }

  async roster(organisationId: string): Promise<Roster | undefined> {
    const written = this.#rosters.get(organisationId);
    return written === undefined ? undefined : (JSON.parse(written) as Roster);
  }

  async *changeIds(): AsyncIterable<string> {
    yield* [...this.#records.keys()];
  }
}
