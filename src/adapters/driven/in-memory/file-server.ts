import type { Protocol, TlsMode } from '../../../domain/destination/destination.ts';
import type { HostIdentity } from '../../../domain/destination/host-identity.ts';
import { type FaultOn, FaultPlan, type FileServerFault } from './file-server-faults.ts';

export interface InMemoryDirectory {
  readonly writable: boolean;
  /** Bytes of all files in it; default: no limit. */
  readonly capacity?: number;
}

export interface InMemoryFileServerOptions {
  readonly protocol: Protocol;
  readonly tlsMode: TlsMode;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Absent: no password is right. */
  readonly password?: string;
  /** The one private key that is let in, in full, and what it is opened with. */
  readonly privateKey?: { readonly text: string; readonly passphrase: string | null };
  /** Null: plain FTP shows none. */
  readonly identity: HostIdentity | null;
  /** Whether a public authority stands for the certificate. Default: it does not. */
  readonly vouchedFor?: boolean;
  readonly directories: Readonly<Record<string, InMemoryDirectory>>;
  /** Whether a rename onto an existing file replaces it. Default: it does. */
  readonly renameOver?: 'replaces' | 'refused';
  /** Whether an upload onto an existing file overwrites it. Default: it does. */
  readonly uploadOver?: 'replaces' | 'refused';
}

/** A server at one host and port, as strict as real ones. What lies on it is a map from path to bytes. */
export class InMemoryFileServer {
  readonly options: InMemoryFileServerOptions;
  readonly files = new Map<string, Uint8Array>();
  /** How often somebody tried to log in: what a server learns of a password is that it came. */
  loginAttempts = 0;
  identity: HostIdentity | null;
  readonly #faults = new FaultPlan();

  constructor(options: InMemoryFileServerOptions) {
    this.options = options;
    this.identity = options.identity;
  }

  /** From now on, and until it has happened as often as it says. */
  plan(fault: FileServerFault): void {
    this.#faults.add(fault);
  }

  /** The next fault of this kind that is due for the file, which is herewith used up once. */
  due<On extends FaultOn>(on: On, file?: string): Extract<FileServerFault, { on: On }> | undefined {
    return this.#faults.take(on, file);
  }

  directory(path: string): InMemoryDirectory | undefined {
    return Object.hasOwn(this.options.directories, path) ? this.options.directories[path] : undefined;
  }

  /** Bytes that a file may have in a directory, besides the others there. */
  room(directory: string, name: string): number {
    const own = pathOf(directory, name);
    const inside = [...this.files].filter(([path]) => path !== own && directoryOf(path) === directory);
    const taken = inside.reduce((sum, [, bytes]) => sum + bytes.length, 0);
    return (this.directory(directory)?.capacity ?? Number.POSITIVE_INFINITY) - taken;
  }
}

export const pathOf = (directory: string, name: string): string =>
  directory === '/' ? `/${name}` : `${directory}/${name}`;

const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
