import type { RealServer } from './description.ts';

type Traits = Pick<RealServer, 'software' | 'protocol' | 'tls' | 'certificate' | 'renameOver'>;

const ftp = (software: Traits['software'], more: Partial<Traits> = {}): Traits => {
  const tls = more.tls ?? 'none';
  return {
    software,
    protocol: tls === 'none' ? 'ftp' : 'ftps',
    tls,
    certificate: tls === 'none' ? 'none' : 'signed',
    renameOver: 'replaces',
    ...more,
  };
};

const sftp = (renameOver: Traits['renameOver']): Traits => ({
  software: 'openssh',
  protocol: 'sftp',
  tls: 'none',
  certificate: 'none',
  renameOver,
});

/** Every server that the rig starts. Pure-FTPd has no implicit TLS. */
export const plan = {
  'vsftpd-plain': ftp('vsftpd'),
  'vsftpd-explicit': ftp('vsftpd', { tls: 'explicit' }),
  'vsftpd-implicit': ftp('vsftpd', { tls: 'implicit' }),
  'vsftpd-self-signed': ftp('vsftpd', { tls: 'explicit', certificate: 'self-signed' }),
  'proftpd-plain': ftp('proftpd'),
  'proftpd-explicit': ftp('proftpd', { tls: 'explicit' }),
  'proftpd-implicit': ftp('proftpd', { tls: 'implicit' }),
  'proftpd-no-overwrite': ftp('proftpd', { renameOver: 'refused' }),
  'proftpd-no-overwrite-explicit': ftp('proftpd', { tls: 'explicit', renameOver: 'refused' }),
  'pure-ftpd-plain': ftp('pure-ftpd'),
  'pure-ftpd-explicit': ftp('pure-ftpd', { tls: 'explicit' }),
  openssh: sftp('replaces'),
  'openssh-no-posix-rename': sftp('refused'),
} as const satisfies Record<string, Traits>;

export type ServerName = keyof typeof plan;

export const serverNames = Object.keys(plan) as ServerName[];

/** What one server's configuration is written from. */
export interface Site extends Traits {
  readonly name: ServerName;
  readonly port: number;
  /** The server's own folder, for its configuration, keys and logs. */
  readonly directory: string;
  /** What it serves. */
  readonly root: string;
  readonly login: Login;
  /** Where the servers' packages were unpacked. */
  readonly programs: string;
  /** Key and certificate in one file. */
  readonly certificateFile: string;
  /** The three host keys, and the file of the keys that may log in. */
  readonly hostKeyFiles: readonly string[];
  readonly authorizedKeysFile: string;
}

export interface Login {
  readonly user: string;
  readonly password: string;
  readonly uid: number;
  readonly gid: number;
}

/** A command that stays in the foreground: the rig keeps its id. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
}
