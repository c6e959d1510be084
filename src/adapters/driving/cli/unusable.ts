/** Which of a service's ports is spoken of. */
export type PortOption = '--port' | '--health-port';

/** `code` is the system's, such as `EADDRINUSE`. */
export class PortUnusable extends Error {
  override readonly name = 'PortUnusable';
  readonly port: number;
  readonly code: string;

  constructor(port: number, code: string) {
    super(`port ${port}: ${code}`);
    this.port = port;
    this.code = code;
  }
}

/** None repeats what was set, which may hold a password. */
export type MailSettingsProblem =
  | 'smtp-url-malformed'
  | 'smtp-without-tls-beyond-loopback'
  | 'mail-from-missing'
  | 'mail-from-malformed';

/** What the environment says of mails; nothing was made or changed. */
export class MailSettingsUnusable extends Error {
  override readonly name = 'MailSettingsUnusable';
  readonly problem: MailSettingsProblem;

  constructor(problem: MailSettingsProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** It is no `http:` or `https:` URL, or names a user. What it is, is not repeated: it may hold a token. */
export class HeartbeatUrlUnusable extends Error {
  override readonly name = 'HeartbeatUrlUnusable';

  constructor() {
    super('heartbeat-url-malformed');
  }
}

/** None repeats what was set, which may hold a password. */
export type EventStoreSettingsProblem =
  | 'malformed'
  | 'option-unknown'
  | 'without-tls'
  | 'default-credentials'
  | 'credentials-missing'
  | 'certificate-unreadable';

/** What the environment says of the cluster; nothing was made or changed. */
export class EventStoreSettingsUnusable extends Error {
  override readonly name = 'EventStoreSettingsUnusable';
  readonly problem: EventStoreSettingsProblem;

  constructor(problem: EventStoreSettingsProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** The data folder cannot be made or used. `code` is the file system's, such as `EACCES`. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
  readonly directory: string;
  readonly code: string;

  constructor(directory: string, code: string) {
    super(`${directory}: ${code}`);
    this.directory = directory;
    this.code = code;
  }
}
