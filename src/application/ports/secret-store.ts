import type { SecretBinding } from '../../domain/backup-configuration/secret-binding.ts';
import type { Credential } from './file-transport.ts';

/**
 * Sealed credentials, each under an id that events may name. Mutable on purpose: destroying a secret must be
 * possible, while the log keeps everything.
 */
export interface SecretStore {
  /** Sealed to its binding before it is written. An id is used once. */
  keep(secretId: string, binding: SecretBinding, credential: Credential): Promise<void>;
  /** Rejects with {@link SecretUnavailable} if it is gone, or was sealed to another binding. */
  open(secretId: string, binding: SecretBinding): Promise<Credential>;
  /** Gone from the live store at once. Destroying what is not there is no error. */
  destroy(secretId: string): Promise<void>;
  /** Rejects where what is sealed here cannot be opened, because its master key is missing or another is in its place. */
  check(): Promise<void>;
  /** Wraps all live secrets anew, so that older copies of the store open no more. Returns how many. */
  rotateMasterKey(): Promise<number>;
}

export class SecretUnavailable extends Error {
  override readonly name = 'SecretUnavailable';
  readonly reason: 'destroyed-or-unknown' | 'does-not-open';

  constructor(secretId: string, reason: 'destroyed-or-unknown' | 'does-not-open') {
    super(`secret ${secretId}: ${reason}`);
    this.reason = reason;
  }
}
