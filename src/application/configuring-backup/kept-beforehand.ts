import type { SecretBinding } from '../../domain/backup-configuration/secret-binding.ts';
import type { Credential } from '../ports/file-transport.ts';
import type { NoticeRecord, NoticeRecords } from '../ports/notice-records.ts';
import type { SecretStore } from '../ports/secret-store.ts';

export interface EnteredSecret {
  readonly secretId: string;
  readonly binding: SecretBinding;
  readonly credential: Credential;
}

/**
 * What events may only name, and what must therefore lie sealed before they are recorded: a newly entered secret,
 * and who is to be told. If the change is not recorded after all, both are destroyed.
 */
export class KeptBeforehand {
  readonly #stores: { readonly secretStore: SecretStore; readonly noticeRecords: NoticeRecords };
  readonly #changeId: string;
  readonly #entered: EnteredSecret | null;
  readonly #record: NoticeRecord;
  #isKept = false;

  constructor(
    stores: { readonly secretStore: SecretStore; readonly noticeRecords: NoticeRecords },
    change: { readonly changeId: string; readonly entered: EnteredSecret | null; readonly record: NoticeRecord },
  ) {
    this.#stores = stores;
    this.#changeId = change.changeId;
    this.#entered = change.entered;
    this.#record = change.record;
  }

  async keep(): Promise<void> {
    if (this.#isKept) return;
    this.#isKept = true;
    if (this.#entered !== null) {
      const { secretId, binding, credential } = this.#entered;
      await this.#stores.secretStore.keep(secretId, binding, credential);
    }
    if (this.#record.recipients.length > 0) await this.#stores.noticeRecords.keep(this.#changeId, this.#record);
  }

  async destroy(): Promise<void> {
    if (!this.#isKept) return;
    if (this.#entered !== null) await this.#stores.secretStore.destroy(this.#entered.secretId);
    await this.#stores.noticeRecords.destroy(this.#changeId);
  }
}
