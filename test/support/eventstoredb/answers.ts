import { Metadata, type StatusObject, status } from '@grpc/grpc-js';
import { impossible } from '../../../src/domain/impossible.ts';
import type { Fault } from './faults.ts';

/** What a call ends with if it does not end well. */
export class Answer extends Error implements Partial<StatusObject> {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;

  constructor(code: status, details: string, trailers: Readonly<Record<string, string>> = {}) {
    super(details);
    this.code = code;
    this.details = details;
    this.metadata = Metadata.fromHttp2Headers(trailers);
  }
}

// server: Services/Transport/Grpc/RpcExceptions.cs for codes, texts and trailers, and Constants.cs for their names;
// client: utils/CommandError.js reads the same.

const unavailable = (): Answer => new Answer(status.UNAVAILABLE, 'The double is told to be unavailable');

const notReady = (): Answer => new Answer(status.UNAVAILABLE, 'Server Is Not Ready');

const timedOut = (): Answer => new Answer(status.ABORTED, 'Operation timed out: ');

const notLeader = ({ host, port }: { readonly host: string; readonly port: number }): Answer =>
  new Answer(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const accessDenied = (): Answer =>
  new Answer(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

/** No such user, or not that password. The server answers 401, which gRPC reads as this. */
export const unauthenticated = (): Answer => new Answer(status.UNAUTHENTICATED, 'Unauthenticated');

export const streamDeleted = (stream: string): Answer =>
  new Answer(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

/** Of a delete: of an append, this is no failure of the call but its answer. */
export const wrongVersion = (operation: string, stream: string, expected: string, actual: number): Answer =>
  new Answer(
    status.FAILED_PRECONDITION,
    `${operation} failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expected,
      'actual-version': String(actual),
    },
  );

export const userConflict = (name: string): Answer =>
  new Answer(status.FAILED_PRECONDITION, 'Conflict.', { exception: 'user-conflict', 'login-name': name });

/** The user was not made, though the exception has the same name as where there is one. */
const tryAgain = (name: string): Answer =>
  new Answer(status.DEADLINE_EXCEEDED, 'Try again.', { exception: 'user-conflict', 'login-name': name });

export const tooLarge = (most: number): Answer =>
  new Answer(status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(most),
  });

export const invalidArgument = (what: string): Answer => new Answer(status.INVALID_ARGUMENT, what);

/** server: Services/Transport/Grpc/Enumerators.*.cs, where a reading of `$all` ends with `InvalidPosition`. */
export const invalidPosition = (): Answer => invalidArgument('Invalid position.');

/** What the double does not do. */
export const unimplemented = (what: string): Answer => new Answer(status.UNIMPLEMENTED, `The double does no ${what}`);

/** The answer that a fault ends a call with, if it ends it with one. */
export const answerOf = (fault: Fault): Answer | undefined => {
  switch (fault.kind) {
    case 'unavailable':
      return unavailable();
    case 'not ready':
      return notReady();
    case 'timeout':
      return timedOut();
    case 'not leader':
      return notLeader(fault.leader);
    case 'access denied':
      return accessDenied();
    case 'try again':
      return tryAgain(fault.user);
    case 'slow':
    case 'connection lost':
    case 'silence':
    case 'duplicates':
      return undefined;
    default:
      return impossible(fault satisfies never);
  }
};
