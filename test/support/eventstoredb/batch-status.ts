import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import { anyPb, emptyPb, shared, status } from './generated.ts';
import type { Expected } from './stored.ts';
import { streamIdentifier } from './wire.ts';

// server: Services/Transport/Grpc/Status.cs; client: streams/appendToStream/unpackError.js. Codes are google.rpc.Code's.

const TIMEOUT = 4;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const INVALID_ARGUMENT = 3;

interface Packable {
  serializeBinary(): Uint8Array;
}

const made = (code: number, name: string, details: Packable): Status => {
  const any = new anyPb.Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new status.Status().setCode(code).setMessage(name).setDetails(any);
};

export const wrongVersionStatus = (expected: Expected, current: number): Status => {
  const details = new shared.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new emptyPb.Empty());
  else details.setCurrentStreamRevision(String(current));
  if (expected === 'any') details.setExpectedAny(new emptyPb.Empty());
  else if (expected === 'no stream') details.setExpectedNoStream(new emptyPb.Empty());
  else if (expected === 'stream exists') details.setExpectedStreamExists(new emptyPb.Empty());
  else details.setExpectedStreamPosition(String(expected));
  return made(ALREADY_EXISTS, 'WrongExpectedVersion', details);
};

export const streamDeletedStatus = (stream: string): Status =>
  made(NOT_FOUND, 'StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(streamIdentifier(stream)));

export const accessDeniedStatus = (): Status => made(PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied());

export const timeoutStatus = (): Status => made(TIMEOUT, 'Timeout', new shared.Timeout());

export const tooLargeStatus = (most: number): Status =>
  made(INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(most));

/** What a node says that has just started: details that say nothing (server: Services/Transport/Grpc/Streams.BatchAppend.cs). */
export const notReadyStatus = (): Status => {
  const any = new anyPb.Any();
  any.pack(new Uint8Array(), 'google.protobuf.Empty');
  return new status.Status().setMessage('Server Is Not Ready').setDetails(any);
};
