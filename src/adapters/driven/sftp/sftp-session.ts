import type { SFTPWrapper, Stats } from 'ssh2';
import {
  type PresentedIdentity,
  TransportFailure,
  type TransportSession,
} from '../../../application/ports/file-transport.ts';
import type { FailureCode, FailureStep } from '../../../domain/backup-run/failure.ts';
import type { SessionGuard } from '../../shared/guarded-network/session-guard.ts';
import { isPlainName } from '../../shared/guarded-network/wire-text.ts';
import { NO_SUCH_FILE, OP_UNSUPPORTED, onStatus, statusOf } from './failure-codes.ts';
import type { Handshake } from './ssh-connection.ts';
import { ask, writeFile } from './write-file.ts';

export interface SftpSessionParts {
  readonly handshake: Handshake;
  readonly sftp: SFTPWrapper;
  readonly directory: string;
  readonly guard: SessionGuard;
  /** Milliseconds without a byte moving while a file goes up. */
  readonly patience: number;
}

/** Milliseconds for the server to hang up by itself. */
const GOODBYE = 1_000;

/** Logged in; SFTP knows no current directory, so every name is sent with the path before it. */
export class SftpSession implements TransportSession {
  readonly presented: PresentedIdentity;
  readonly #parts: SftpSessionParts;

  constructor(parts: SftpSessionParts) {
    this.presented = { identity: parts.handshake.shown };
    this.#parts = parts;
  }

  upload(name: string, bytes: Uint8Array): Promise<void> {
    const { handshake, sftp, guard, patience } = this.#parts;
    const work = async () => {
      const path = this.#path(name, 'upload', 'upload-failed');
      const stalled = () => guard.end('no-answer');
      handshake.socket.setTimeout(patience).on('timeout', stalled);
      try {
        await writeFile(sftp, path, bytes);
      } finally {
        handshake.socket.setTimeout(0).off('timeout', stalled);
      }
    };
    return guard.step(
      'upload',
      onStatus(() => 'upload-failed'),
      work,
      'deadline',
    );
  }

  size(name: string): Promise<number | 'absent'> {
    const work = () => this.#sizeOf(this.#path(name, 'size', 'size-unavailable'));
    return this.#parts.guard.step(
      'size',
      onStatus(() => 'size-unavailable'),
      work,
    );
  }

  rename(from: string, to: string): Promise<void> {
    const work = async () => {
      const source = this.#path(from, 'replace', 'rename-failed');
      const target = this.#path(to, 'replace', 'rename-failed');
      try {
        await this.#rename(source, target);
      } catch (error) {
        const status = statusOf(error);
        if (status === undefined || status === NO_SUCH_FILE) throw error;
        if (typeof (await this.#sizeOf(target).catch(() => 'unknown')) !== 'number') throw error;
        throw new TransportFailure({ step: 'replace', code: 'replacing-refused' });
      }
    };
    return this.#parts.guard.step(
      'replace',
      onStatus(() => 'rename-failed'),
      work,
    );
  }

  remove(name: string): Promise<'removed' | 'absent'> {
    const { handshake, guard } = this.#parts;
    const work = async () => {
      try {
        await handshake.client.delete(this.#path(name, 'clean-up', 'remove-refused'));
        return 'removed';
      } catch (error) {
        if (statusOf(error) === NO_SUCH_FILE) return 'absent';
        throw error;
      }
    };
    return guard.step(
      'clean-up',
      onStatus(() => 'remove-refused'),
      work,
    );
  }

  async close(): Promise<void> {
    const { handshake, guard } = this.#parts;
    let late: NodeJS.Timeout | undefined;
    const goodbye = handshake.client.end().catch(() => {});
    await Promise.race([goodbye, new Promise((resolve) => (late = setTimeout(resolve, GOODBYE)))]);
    clearTimeout(late);
    guard.end();
  }

  /**
   * The rename of SFTP itself may not replace; OpenSSH's extension does, in one step. A server without it gets the
   * plain one, which replaces or refuses as that server does: never a removal first.
   */
  async #rename(source: string, target: string): Promise<void> {
    const { client } = this.#parts.handshake;
    try {
      await client.posixRename(source, target);
    } catch (error) {
      // The library itself says so, without a number, where the server does not announce the extension.
      const isUnknown = statusOf(error) === undefined || statusOf(error) === OP_UNSUPPORTED;
      if (!isUnknown) throw error;
      await client.rename(source, target);
    }
  }

  /** Asked of ssh2 itself: the client above it takes every failure for an absent file. */
  async #sizeOf(path: string): Promise<number | 'absent'> {
    try {
      return (await ask<Stats>((callback) => this.#parts.sftp.stat(path, callback))).size;
    } catch (error) {
      if (statusOf(error) === NO_SUCH_FILE) return 'absent';
      throw error;
    }
  }

  #path(name: string, step: FailureStep, code: FailureCode): string {
    if (!isPlainName(name)) throw new TransportFailure({ step, code });
    const { directory } = this.#parts;
    return directory === '/' ? `/${name}` : `${directory}/${name}`;
  }
}
