import { RecordRejected } from '../../../application/journal.ts';
import { SigningKeyUnavailable } from '../../../application/ports/checkpoint-signer.ts';
import { CheckpointSinkUnavailable } from '../../../application/ports/checkpoint-sink.ts';
import { AlteredHistory, EventLogUnavailable, UnknownEventType } from '../../../application/ports/event-log.ts';
import { TransportFailure } from '../../../application/ports/file-transport.ts';
import { MailNotTaken } from '../../../application/ports/mailer.ts';
import { DirectoryUnavailable } from '../../../application/ports/organisation-directory.ts';
import { PlanUnavailable } from '../../../application/ports/planning-source.ts';
import { SecretUnavailable } from '../../../application/ports/secret-store.ts';
import { PackageMissing } from '../optional-packages/optional-packages.ts';
import { MasterKeyUnavailable } from '../sealing/master-key-ring.ts';
import { ownFrames } from './own-frames.ts';

/** As much of an error as may be written down, for whoever runs the service. */
export interface DescribedError {
  /** Its class. */
  readonly type: string;
  /** The system's, a library's or an FTP server's: `ENOSPC`, `SQLITE_FULL`, `530`. */
  readonly code?: string;
  /** Of our own classes only: a library's may be what a server said, and that may echo the password. */
  readonly message?: string;
  /** Places in our own code, innermost first: `adapters/driven/ftp/store.ts:31`. */
  readonly at?: readonly string[];
  readonly cause?: DescribedError;
}

/** Their messages are our own words, by their contracts. */
const OURS = [
  AlteredHistory,
  CheckpointSinkUnavailable,
  DirectoryUnavailable,
  EventLogUnavailable,
  MailNotTaken,
  MasterKeyUnavailable,
  PackageMissing,
  PlanUnavailable,
  RecordRejected,
  SecretUnavailable,
  SigningKeyUnavailable,
  TransportFailure,
  UnknownEventType,
] as const;

const LONGEST_MESSAGE = 300;
const MOST_CAUSES = 3;

/** Node's, OpenSSL's and SQLite's ways to write a code; any other text may be somebody's. */
const SYSTEM_CODE = /^(?:E[A-Z0-9]{2,20}|(?:ERR|UND_ERR|SQLITE|CERT|DEPTH|SELF|UNABLE)_[A-Z0-9_]{2,60})$/;
const CLASS_NAME = /^[A-Za-z_$][\w$]{0,59}$/;

/** Never throws, whatever was thrown. */
export const describedError = (error: unknown, causes = MOST_CAUSES): DescribedError => {
  try {
    return error instanceof Error ? described(error, causes) : { type: typeof error };
  } catch {
    return { type: 'Error' };
  }
};

const described = (error: Error, causes: number): DescribedError => {
  const code = codeOf(error);
  const at = ownFrames(error);
  return {
    type: classOf(error),
    ...(code === undefined ? {} : { code }),
    ...(OURS.some((ours) => error instanceof ours) ? { message: error.message.slice(0, LONGEST_MESSAGE) } : {}),
    ...(at.length === 0 ? {} : { at }),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: describedError(error.cause, causes - 1) }),
  };
};

/** As it is written in the code, not as an object may call itself. */
const classOf = (error: Error): string => {
  const { name } = (Object.getPrototypeOf(error) as Error).constructor;
  return CLASS_NAME.test(name) ? name : 'Error';
};

const codeOf = (error: Error): string | undefined => {
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'number') return Number.isInteger(code) && code > 0 && code < 1_000 ? String(code) : undefined;
  return typeof code === 'string' && SYSTEM_CODE.test(code) ? code : undefined;
};

/** In one line: `SqliteError SQLITE_FULL (adapters/driven/sqlite/database.ts:41)`. */
export const errorLine = (error: unknown): string => lineOf(describedError(error));

const lineOf = ({ type, code, message, at, cause }: DescribedError): string =>
  [
    type,
    code === undefined ? '' : ` ${code}`,
    message === undefined ? '' : `: ${message}`,
    at === undefined ? '' : ` (${at[0]})`,
    cause === undefined ? '' : ` ← ${lineOf(cause)}`,
  ].join('');
