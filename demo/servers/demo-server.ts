/** Who may come in, and what they see: a folder on disk is their `/`. */
export interface DemoServerOptions {
  readonly root: string;
  readonly user: string;
  readonly password: string;
}

/** A server in this process, on loopback only, at a port that was free. */
export interface DemoServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Ends all sessions, and resolves when the port is free again. */
  close(): Promise<void>;
}
