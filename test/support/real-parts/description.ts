import { readFileSync } from 'node:fs';
import type { ServerName } from './plan.ts';

/** The variable that tells the tests where the description of the running parts lies. */
export const REAL_PARTS_VARIABLE = 'PLANNING_BACKUP_REAL_PARTS';

/** A process by its id and the kernel's start time of it, so that a reused id is never taken for ours. */
export interface OwnProcess {
  readonly pid: number;
  readonly startedAt: string;
}

export interface RealServer {
  readonly name: ServerName;
  readonly software: 'vsftpd' | 'proftpd' | 'pure-ftpd' | 'openssh';
  /** `ftps` is FTP over TLS, be it explicit or implicit. */
  readonly protocol: 'ftp' | 'ftps' | 'sftp';
  readonly tls: 'none' | 'explicit' | 'implicit';
  /** What the server presents: signed by `tls.caFile`, signed by itself, or nothing. */
  readonly certificate: 'none' | 'signed' | 'self-signed';
  /** An address; the certificates are for `tls.serverName` and this address. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The folder on disk that a client sees as `/`: every server is chrooted to a tree of its own. */
  readonly root: string;
  /** Whether a rename onto an existing file replaces it; on SFTP that is the posix-rename extension. */
  readonly renameOver: 'replaces' | 'refused';
  readonly process: OwnProcess;
  /** What starts it again after it was killed. */
  readonly launch: { readonly command: string; readonly args: readonly string[]; readonly libraries: string };
  readonly log: string;
}

/** Takes mails for `mailboxes` at its domain, from whoever has logged in over TLS. */
export interface RealMailServer {
  /** An address, which the certificate is for. */
  readonly host: string;
  readonly startTlsPort: number;
  /** TLS from the first byte. */
  readonly implicitTlsPort: number;
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  readonly mailboxes: readonly string[];
  /** A mailbox of this name is told to come again later. */
  readonly busyMailbox: string;
  /** Holds a Maildir for each mailbox that has got something. */
  readonly maildirs: string;
  readonly process: OwnProcess;
  readonly log: string;
}

interface ClientKey {
  readonly file: string;
  readonly passphrase: string | undefined;
}

/** What every server offers under its root. */
export interface Folders {
  readonly writable: string;
  readonly nonAscii: string;
  /** Belongs to root; holds `existing.txt`. */
  readonly readOnly: string;
  /** 256 kB in all, and full after that. */
  readonly full: string;
}

export interface RealParts {
  readonly directory: string;
  readonly servers: readonly RealServer[];
  readonly mail: RealMailServer;
  readonly folders: Folders;
  readonly tls: {
    readonly serverName: string;
    readonly caFile: string;
    /** SHA-256, upper-case hex with colons. */
    readonly caFingerprint: string;
    readonly signedFingerprint: string;
    readonly selfSignedFingerprint: string;
  };
  readonly ssh: {
    /** As `ssh-keygen -l` prints them: `SHA256:…`, by the type of the key. */
    readonly hostKeys: { readonly ed25519: string; readonly ecdsa: string; readonly rsa: string };
    readonly clientKeys: {
      readonly plain: ClientKey;
      readonly withPassphrase: ClientKey;
      /** A good key that no server lets in. */
      readonly unauthorised: ClientKey;
    };
  };
}

/** The parts that `test/run.ts`, or `cli.ts up`, has started. */
export const realParts = (): RealParts => {
  const file = process.env[REAL_PARTS_VARIABLE];
  if (file === undefined || file === '') {
    throw new Error(
      `${REAL_PARTS_VARIABLE} is not set: no real servers are running. ` +
        'Run all tests with "npm test", or these with "npm run -s real-parts -- run npx vitest run --project servers".',
    );
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RealParts;
  } catch (error) {
    throw new Error(`${REAL_PARTS_VARIABLE} names ${file}, which cannot be read: were the real parts stopped?`, {
      cause: error,
    });
  }
};

/** One server by its name. */
export const realServer = (name: ServerName): RealServer => {
  const server = realParts().servers.find((candidate) => candidate.name === name);
  if (server === undefined) throw new Error(`No real server is called ${name}.`);
  return server;
};
