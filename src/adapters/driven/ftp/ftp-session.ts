import type { Socket } from 'node:net';
import { FTPError } from 'basic-ftp';
import {
  type PresentedIdentity,
  TransportFailure,
  type TransportSession,
} from '../../../application/ports/file-transport.ts';
import type { FailureCode, FailureStep } from '../../../domain/backup-run/failure.ts';
import type { SessionGuard } from '../../shared/guarded-network/session-guard.ts';
import { isPlainName } from '../../shared/guarded-network/wire-text.ts';
import type { ControlConnection } from './control-connection.ts';
import { type Encryption, encrypt } from './encryption.ts';
import { onReply, tlsCode } from './failure-codes.ts';
import type { PassiveMode } from './passive-mode.ts';
import { store } from './store.ts';

/** RFC 3659, section 4. */
const SIZE = /^213 ([0-9]{1,15})\s*$/;

const plain = (name: string, step: FailureStep, code: FailureCode): string => {
  if (!isPlainName(name)) throw new TransportFailure({ step, code });
  return name;
};

export interface FtpSessionParts {
  readonly control: ControlConnection;
  readonly passive: PassiveMode;
  readonly encryption: Encryption;
  readonly guard: SessionGuard;
  readonly presented: PresentedIdentity | null;
  /** Milliseconds without a byte of data moving. */
  readonly patience: number;
}

/** Logged in, in binary mode, inside the directory: names are sent as they are, never a path. */
export class FtpSession implements TransportSession {
  readonly presented: PresentedIdentity | null;
  readonly #parts: FtpSessionParts;

  constructor(parts: FtpSessionParts) {
    this.presented = parts.presented;
    this.#parts = parts;
  }

  upload(name: string, bytes: Uint8Array): Promise<void> {
    const { control, guard, passive, patience } = this.#parts;
    const work = async () => {
      plain(name, 'upload', 'upload-failed');
      const raw = await passive.connect();
      const data = control.encrypted === null ? Promise.resolve(raw) : this.#encrypted(raw);
      data.catch(() => {});
      try {
        await store(control.client, name, bytes, data, patience);
      } catch (error) {
        throw await this.#refusal(name, error);
      } finally {
        raw.destroy();
      }
    };
    return guard.step(
      'upload',
      onReply(() => 'upload-failed'),
      work,
      'deadline',
    );
  }

  /** The data connection proves itself as the control connection did; a stranger's ends the session. */
  async #encrypted(raw: Socket): Promise<Socket> {
    const { control, encryption, guard } = this.#parts;
    const { ftp } = control.client;
    try {
      const session = ftp.tlsSessionStore ?? control.encrypted?.getSession();
      const encrypted = await encrypt(raw, { ...encryption, session });
      guard.add(encrypted);
      // A ticket of TLS 1.3 is good for one connection: the next one needs the one that comes now.
      encrypted.on('session', (next: Buffer) => {
        ftp.tlsSessionStore = next;
      });
      return encrypted;
    } catch (error) {
      const failure =
        error instanceof TransportFailure ? error : new TransportFailure({ step: 'secure', code: tlsCode(error) });
      if (!failure.failure.code.startsWith('certificate-')) throw error;
      guard.end(failure.failure.code);
      throw failure;
    }
  }

  size(name: string): Promise<number | 'absent'> {
    const work = async () => this.#sizeOf(plain(name, 'size', 'size-unavailable'));
    return this.#parts.guard.step(
      'size',
      onReply(() => 'size-unavailable'),
      work,
    );
  }

  rename(from: string, to: string): Promise<void> {
    const { control, guard } = this.#parts;
    const work = async () => {
      plain(to, 'replace', 'rename-failed');
      await control.client.send(`RNFR ${plain(from, 'replace', 'rename-failed')}`);
      try {
        await control.client.send(`RNTO ${to}`);
      } catch (error) {
        if (!isRefusal(error) || typeof (await this.#look(to)) !== 'number') throw error;
        throw new TransportFailure({ step: 'replace', code: 'replacing-refused' });
      }
    };
    return guard.step(
      'replace',
      onReply(() => 'rename-failed'),
      work,
    );
  }

  remove(name: string): Promise<'removed' | 'absent'> {
    const { control, guard } = this.#parts;
    const work = async () => {
      plain(name, 'clean-up', 'remove-refused');
      try {
        await control.client.send(`DELE ${name}`);
        return 'removed';
      } catch (error) {
        // 550 is both "there is none" and "you may not".
        if (isRefusal(error) && (await this.#look(name)) === 'absent') return 'absent';
        throw error;
      }
    };
    return guard.step(
      'clean-up',
      onReply(() => 'remove-refused'),
      work,
    );
  }

  async close(): Promise<void> {
    this.#parts.control.client.close();
    this.#parts.guard.end();
  }

  /** The same reply refuses to write into a directory, and to write over a file: with a file there, it is that. */
  async #refusal(name: string, error: unknown): Promise<unknown> {
    const isRefusal = error instanceof TransportFailure && error.failure.code === 'directory-not-writable';
    if (!isRefusal || typeof (await this.#look(name)) !== 'number') return error;
    return new TransportFailure({ step: 'upload', code: 'replacing-refused' });
  }

  /** Whether a file is there, to tell why something was refused; undefined where the server does not say. */
  #look(name: string): Promise<number | 'absent' | undefined> {
    return this.#sizeOf(name).catch(() => undefined);
  }

  /** 550 is the reply for a file that is not there, 5xx others come from servers without SIZE. */
  async #sizeOf(name: string): Promise<number | 'absent'> {
    try {
      const digits = SIZE.exec((await this.#parts.control.client.send(`SIZE ${name}`)).message)?.[1];
      if (digits === undefined) throw new TransportFailure({ step: 'size', code: 'size-unavailable' });
      return Number(digits);
    } catch (error) {
      if (error instanceof FTPError && error.code === 550) return 'absent';
      throw error;
    }
  }
}

const isRefusal = (error: unknown): boolean => error instanceof FTPError && error.code !== 421;
