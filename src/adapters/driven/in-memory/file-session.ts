import {
  type PresentedIdentity,
  TransportFailure,
  type TransportSession,
} from '../../../application/ports/file-transport.ts';
import type { FailureCode, FailureStep } from '../../../domain/backup-run/failure.ts';
import { isPlainName } from '../../shared/guarded-network/wire-text.ts';
import { type InMemoryFileServer, pathOf } from './file-server.ts';

export interface InMemorySessionParts {
  readonly server: InMemoryFileServer;
  readonly directory: string;
  readonly presented: PresentedIdentity | null;
  /** What has ended the session from outside by now. */
  readonly cutBy: () => FailureCode | undefined;
}

const failed = (step: FailureStep, code: FailureCode) => new TransportFailure({ step, code });

/** Inside a directory of an in-memory server. Once it broke it stays broken, as a connection does. */
export class InMemorySession implements TransportSession {
  readonly presented: PresentedIdentity | null;
  readonly #server: InMemoryFileServer;
  readonly #directory: string;
  readonly #cutBy: () => FailureCode | undefined;
  #isBroken = false;

  constructor(parts: InMemorySessionParts) {
    this.presented = parts.presented;
    this.#server = parts.server;
    this.#directory = parts.directory;
    this.#cutBy = parts.cutBy;
  }

  async upload(name: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path('upload', name, 'upload-failed');
    this.#mustBeWritable('upload', 'directory-not-writable');
    if (this.#server.options.uploadOver === 'refused' && this.#server.files.has(path)) {
      throw failed('upload', 'replacing-refused');
    }
    const cut = this.#server.due('upload', name);
    if (cut !== undefined) {
      this.#server.files.set(path, bytes.slice(0, cut.cutAfterBytes));
      this.#break('upload');
    }
    const room = this.#server.room(this.#directory, name);
    this.#server.files.set(path, bytes.slice(0, Math.max(0, room)));
    if (bytes.length > room) throw failed('upload', 'disk-full');
  }

  async size(name: string): Promise<number | 'absent'> {
    const path = this.#path('size', name, 'size-unavailable');
    const bytes = this.#server.files.get(path);
    if (bytes === undefined) return 'absent';
    return bytes.length + (this.#server.due('size', name)?.reportedTooLargeBy ?? 0);
  }

  async rename(from: string, to: string): Promise<void> {
    const source = this.#path('replace', from, 'rename-failed');
    const target = this.#path('replace', to, 'rename-failed');
    const fault = this.#server.due('rename', from);
    if (fault?.connectionBreaks === 'before-it-is-done') this.#break('replace');
    const bytes = this.#server.files.get(source);
    if (bytes === undefined) throw failed('replace', 'rename-failed');
    this.#mustBeWritable('replace', 'rename-failed');
    if (this.#server.options.renameOver === 'refused' && this.#server.files.has(target)) {
      throw failed('replace', 'replacing-refused');
    }
    this.#server.files.delete(source);
    this.#server.files.set(target, bytes);
    if (fault !== undefined) this.#break('replace');
  }

  async remove(name: string): Promise<'removed' | 'absent'> {
    const path = this.#path('clean-up', name, 'remove-refused');
    const fault = this.#server.due('remove', name);
    if (fault?.connectionBreaks === 'before-it-is-done') this.#break('clean-up');
    if (!this.#server.files.has(path)) return 'absent';
    this.#mustBeWritable('clean-up', 'remove-refused');
    this.#server.files.delete(path);
    if (fault !== undefined) this.#break('clean-up');
    return 'removed';
  }

  async close(): Promise<void> {
    this.#isBroken = true;
  }

  #path(step: FailureStep, name: string, code: FailureCode): string {
    const cut = this.#isBroken ? 'connection-lost' : this.#cutBy();
    if (cut !== undefined) throw failed(step, cut);
    if (!isPlainName(name)) throw failed(step, code);
    return pathOf(this.#directory, name);
  }

  #mustBeWritable(step: FailureStep, code: FailureCode): void {
    if (this.#server.directory(this.#directory)?.writable !== true) throw failed(step, code);
  }

  #break(step: FailureStep): never {
    this.#isBroken = true;
    throw failed(step, 'connection-lost');
  }
}
