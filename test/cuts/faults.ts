/** What becomes of the connection: a reset, an orderly end, silence, or a byte a second. */
export const FAULTS = ['reset', 'end', 'blackhole', 'trickle'] as const;
export type Fault = (typeof FAULTS)[number];

/** FTP has a data connection for each file; SFTP has the control connection only. */
export type Channel = 'control' | 'data';
/** `up`: from us to the server. */
export type Direction = 'up' | 'down';

/** So many bytes of a session have passed in this direction, all its data connections taken together. */
export interface Position {
  readonly channel: Channel;
  readonly direction: Direction;
  readonly after: number;
}

export interface Cut {
  readonly at: Position;
  /** Or what else happens then, to which the connections are left. */
  readonly fault: Fault | (() => void);
  /** Whether every session of the night is cut there, or the first one only. */
  readonly strikes: 'once' | 'always';
  /** Whether what breaks is that connection, or the whole way to the server. */
  readonly breaks: 'connection' | 'session';
}

/** A piece that a proxy passed on: its first byte's place among those of its channel and direction. */
export interface Passed {
  readonly channel: Channel;
  readonly direction: Direction;
  readonly start: number;
  readonly length: number;
}
