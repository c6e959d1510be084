import { type Reading, read, unreadable } from '../reading.ts';
import { type HostName, type HostProblem, readHostName } from './host-name.ts';
import { type DirectoryProblem, type RemoteDirectory, readRemoteDirectory } from './remote-directory.ts';

/** How the server is spoken to. FTPS is `ftp` with a TLS mode other than `none`. */
export type Protocol = 'sftp' | 'ftp';

/** `explicit`: AUTH TLS on the control port (RFC 4217). `implicit`: TLS from the first byte. SFTP has `none`: SSH protects it. */
export type TlsMode = 'none' | 'explicit' | 'implicit';

declare const valid: unique symbol;

/** Where the workbooks go. Made by {@link readDestination} only, so that there is no invalid one. */
export interface Destination {
  readonly protocol: Protocol;
  readonly tlsMode: TlsMode;
  readonly host: HostName;
  readonly port: number;
  readonly directory: RemoteDirectory;
  readonly [valid]: true;
}

/** A destination as it comes from a form, a command line or a stored event. */
export interface DestinationInput {
  readonly protocol: string;
  readonly tlsMode: string;
  readonly host: string;
  readonly port: number;
  readonly directory: string;
}

export type DestinationProblem =
  | 'protocol-unknown'
  | 'tls-mode-unknown'
  | 'sftp-takes-no-tls'
  | 'port-out-of-range'
  | HostProblem
  | DirectoryProblem;

export const readDestination = (input: DestinationInput): Reading<Destination, DestinationProblem> => {
  const { protocol, tlsMode, port } = input;
  if (protocol !== 'sftp' && protocol !== 'ftp') return unreadable('protocol-unknown');
  if (tlsMode !== 'none' && tlsMode !== 'explicit' && tlsMode !== 'implicit') return unreadable('tls-mode-unknown');
  if (protocol === 'sftp' && tlsMode !== 'none') return unreadable('sftp-takes-no-tls');
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return unreadable('port-out-of-range');
  const host = readHostName(input.host);
  if (!host.ok) return host;
  const directory = readRemoteDirectory(input.directory);
  if (!directory.ok) return directory;
  return read({ protocol, tlsMode, host: host.value, port, directory: directory.value } as Destination);
};

/** RFC 4217 and IANA: 21, or 990 for implicit TLS; 22 for SSH. */
export const defaultPort = (protocol: Protocol, tlsMode: TlsMode): number => {
  if (protocol === 'sftp') return 22;
  return tlsMode === 'implicit' ? 990 : 21;
};

/** The same server and door: everything but the directory. */
export const isSameServer = (a: Destination, b: Destination): boolean =>
  a.protocol === b.protocol && a.tlsMode === b.tlsMode && a.host === b.host && a.port === b.port;

export const isSameDestination = (a: Destination, b: Destination): boolean =>
  isSameServer(a, b) && a.directory === b.directory;
