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
  readonly #recordFor: (recipientIds: readonly string[]) => NoticeRecord;
  #isKept = false;

  constructor(
    stores: { readonly secretStore: SecretStore; readonly noticeRecords: NoticeRecords },
    change: {
      readonly changeId: string;
      readonly entered: EnteredSecret | null;
      readonly recordFor: (recipientIds: readonly string[]) => NoticeRecord;
    },
  ) {
    this.#stores = stores;
    this.#changeId = change.changeId;
    this.#entered = change.entered;
    this.#recordFor = change.recordFor;
  }

  /** `recipientIds` as the events about to be recorded name them. */
  async keep(recipientIds: readonly string[]): Promise<void> {
    if (this.#isKept) return;
    this.#isKept = true;
    try {
      if (this.#entered !== null) {
        const { secretId, binding, credential } = this.#entered;
        await this.#stores.secretStore.keep(secretId, binding, credential);
      }
      if (recipientIds.length > 0) await this.#stores.noticeRecords.keep(this.#changeId, this.#recordFor(recipientIds));
    } catch (error) {
      await this.destroy();
      throw error;
    }
  }

  async destroy(): Promise<void> {
    if (!this.#isKept) return;
    if (this.#entered !== null) await this.#stores.secretStore.destroy(this.#entered.secretId);
    await this.#stores.noticeRecords.destroy(this.#changeId);
  }
}
