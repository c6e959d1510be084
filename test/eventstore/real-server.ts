import type { Credentials } from '@eventstore/db-client';

const VARIABLE = 'PLANNING_BACKUP_EVENTSTORE';

export interface RealServer {
  readonly connectionString: string;
  readonly credentials: Credentials;
  readonly maxAppendSize: number;
}

/** The server that these tests run against. They leave streams behind that begin with `planningBackupTest-`. */
export const realServer = (): RealServer => {
  const connectionString = process.env[VARIABLE];
  if (connectionString === undefined || connectionString === '')
    throw new Error(`${VARIABLE} must say where: esdb://user:password@host:2113?tlsCAFile=…`);
  const [, username = 'any', password = 'any'] = /^esdb[^:]*:\/\/([^:@/]+):([^@/]+)@/.exec(connectionString) ?? [];
  return {
    connectionString,
    credentials: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
    maxAppendSize: Number(process.env[`${VARIABLE}_MAX_APPEND_SIZE`] ?? 1024 * 1024),
  };
};
