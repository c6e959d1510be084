import { randomUUID } from 'node:crypto';
import { binaryEvent } from '@eventstore/db-client';
import type { NoticeRecord, NoticeRecords, Roster } from '../../../application/ports/notice-records.ts';
import type { MasterKeyRing } from '../../shared/sealing/master-key-ring.ts';
import { sealNoticeRecord, unsealNoticeRecord } from '../../shared/sealing/sealed-notice-record.ts';
import type { EventStore } from './event-store.ts';
import { MasterKeyInUse } from './master-key-in-use.ts';
import { ownStream } from './names.ts';
import { SealedStreams } from './sealed-streams.ts';

/** The ids of records in the order in which they were kept; what lies before the first that is left is shown no longer. */
const LIST = ownStream('notices', 'list');

/** Law: a record is listed before it is kept, so that none is left out when records are erased. */
export const listNotice = async (store: EventStore, changeId: string): Promise<void> => {
  const entry = binaryEvent({ id: randomUUID(), type: 'notice-listed', data: Buffer.from(changeId, 'utf8') });
  await store.append(LIST, 'any', [entry]);
};

/** Names and addresses for mails, sealed, each record in a stream of its own that is deleted with it. */
export class EventStoreNoticeRecords implements NoticeRecords {
  readonly #store: EventStore;
  readonly #streams: SealedStreams;
  readonly #masterKey: MasterKeyInUse;

  constructor(store: EventStore, keys: MasterKeyRing) {
    this.#store = store;
    this.#streams = new SealedStreams(store);
    this.#masterKey = new MasterKeyInUse(store, keys, this.#streams);
  }

  async keep(changeId: string, record: NoticeRecord): Promise<void> {
    await listNotice(this.#store, changeId);
    await this.#masterKey.sealing(async (key, isAgain) => {
      const sealed = sealNoticeRecord(changeId, record, key);
      if (isAgain) await this.#streams.add('notice', changeId, sealed);
      else if ((await this.#streams.keep('notice', changeId, sealed)) === 'taken')
        throw new Error(`the notice record of ${changeId} was kept before`);
    });
  }

  read(changeId: string): Promise<NoticeRecord | undefined> {
    return this.#opened<NoticeRecord>('notice', changeId, changeId);
  }

  destroy(changeId: string): Promise<void> {
    return this.#streams.destroy('notice', changeId);
  }

  async keepRoster(organisationId: string, roster: Roster): Promise<void> {
    await this.#masterKey.sealing((key) =>
      this.#streams.replace('roster', organisationId, sealNoticeRecord(`roster/${organisationId}`, roster, key)),
    );
  }

  roster(organisationId: string): Promise<Roster | undefined> {
    return this.#opened<Roster>('roster', organisationId, `roster/${organisationId}`);
  }

  async *changeIds(): AsyncGenerator<string, void> {
    let [firstLeft, next] = [undefined as number | undefined, 0];
    const seen = new Set<string>();
    for await (const { data, revision } of this.#store.stream(LIST)) {
      next = revision + 1;
      const changeId = Buffer.from(data).toString('utf8');
      if (seen.has(changeId) || (await this.#streams.read('notice', changeId)).length === 0) continue;
      seen.add(changeId);
      firstLeft ??= revision;
      yield changeId;
    }
    await this.#forgetUntil(firstLeft ?? next);
  }

  /** A record that is being kept is listed, but not there yet: the last entries stay. */
  async #forgetUntil(revision: number): Promise<void> {
    const before = revision - BEING_KEPT;
    if (before > 0) await this.#store.truncate(LIST, before);
  }

  async #opened<Kept extends NoticeRecord | Roster>(
    kind: 'notice' | 'roster',
    id: string,
    sealedAs: string,
  ): Promise<Kept | undefined> {
    await this.#masterKey.settle();
    for (const payload of await this.#streams.read(kind, id)) {
      const key = this.#masterKey.withId(payload.keyId);
      const record = key && unsealNoticeRecord<Kept>(sealedAs, payload, key);
      if (record !== undefined) return record;
    }
    return undefined;
  }
}

/** More than are kept at the same moment on all machines. */
const BEING_KEPT = 1_000;
