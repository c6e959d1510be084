import {
  InMemoryFileServer,
  type InMemoryFileServerOptions,
} from '../../../src/adapters/driven/in-memory/file-server.ts';
import type { HostIdentity } from '../../../src/domain/destination/host-identity.ts';

/** Looks on at what happens at a server. */
export interface Onlooker {
  fileIsThere(server: SimulatedServer, path: string, bytes: Uint8Array): void;
  fileIsGone(server: SimulatedServer, path: string): void;
  loginIsTried(server: SimulatedServer): void;
}

class WatchedFiles extends Map<string, Uint8Array> {
  there: ((path: string, bytes: Uint8Array) => void) | undefined;
  gone: ((path: string) => void) | undefined;

  override set(path: string, bytes: Uint8Array): this {
    super.set(path, bytes);
    this.there?.(path, bytes);
    return this;
  }

  override delete(path: string): boolean {
    const was = super.delete(path);
    if (was) this.gone?.(path);
    return was;
  }
}

type Options = Omit<InMemoryFileServerOptions, 'directories' | 'password'>;

interface MutableDirectory {
  writable: boolean;
  capacity: number;
}

/** A newsroom's server, whose owners change it, and at which everything is seen. */
export class SimulatedServer extends InMemoryFileServer {
  readonly organisationId: string;
  override readonly files: WatchedFiles;
  /** The public name of this machine in the network. */
  address: string;
  readonly #directories: Readonly<Record<string, MutableDirectory>>;
  readonly #secrets: { password: string };
  trueIdentity: HostIdentity | null;

  constructor(organisationId: string, address: string, password: string, options: Options, onlooker: Onlooker) {
    const directories = { '/plans': anyRoom(), '/other/plans': anyRoom() };
    const secrets = { password };
    super({
      ...options,
      directories,
      get password() {
        return secrets.password;
      },
    });
    this.organisationId = organisationId;
    this.address = address;
    this.trueIdentity = options.identity;
    this.#directories = directories;
    this.#secrets = secrets;
    this.files = new WatchedFiles();
    this.files.there = (path, bytes) => onlooker.fileIsThere(this, path, bytes);
    this.files.gone = (path) => onlooker.fileIsGone(this, path);
    let tried = 0;
    Object.defineProperty(this, 'loginAttempts', {
      get: () => tried,
      set: (count: number) => {
        tried = count;
        onlooker.loginIsTried(this);
      },
    });
  }

  get password(): string {
    return this.#secrets.password;
  }

  set password(password: string) {
    this.#secrets.password = password;
  }

  setWritable(writable: boolean): void {
    for (const directory of Object.values(this.#directories)) directory.writable = writable;
  }

  /** Room for a few bytes more than there are, or any room. */
  setFull(isFull: boolean): void {
    const taken = [...this.files.values()].reduce((sum, { length }) => sum + length, 0);
    for (const directory of Object.values(this.#directories)) directory.capacity = isFull ? taken + 100 : ANY;
  }
}

const ANY = Number.POSITIVE_INFINITY;

const anyRoom = (): MutableDirectory => ({ writable: true, capacity: ANY });
