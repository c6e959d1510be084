import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import { impossible } from '../../../src/domain/impossible.ts';
import type { Caller } from './access.ts';
import {
  accessDeniedStatus,
  notReadyStatus,
  streamDeletedStatus,
  timeoutStatus,
  tooLargeStatus,
  wrongVersionStatus,
} from './batch-status.ts';
import { type Context, underFault } from './context.ts';
import type { Fault } from './faults.ts';
import { shared, streams } from './generated.ts';
import { type Expected, type Proposed, sizeOf, type Written } from './stored.ts';
import { expectedOf, proposed, streamIdentifier, streamName, uuidText } from './wire.ts';

interface Pending {
  readonly id: UUID;
  readonly stream: string;
  readonly expected: Expected;
  readonly events: Proposed[];
}

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/**
 * The newer form of appending: one call that stays open, many appends in it, each in one or more parts that its correlation
 * id holds together, answered in any order (server: Services/Transport/Grpc/Streams.BatchAppend.cs; client:
 * streams/appendToStream/batchAppend.js).
 */
export const batchAppend =
  (context: Context): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    context.faults.batches += 1;
    const pending = new Map<string, Pending>();
    call.on('data', (request: BatchAppendReq) => {
      try {
        const whole = gathered(context, pending, call, context.access.caller(call.metadata), request);
        if (whole !== undefined) write(context, call, whole).catch((error) => call.emit('error', error));
      } catch (error) {
        call.emit('error', error);
      }
    });
    call.on('end', () => call.end());
  };

/** The append that this part is the last of. What is refused is answered, and its further parts are passed over. */
const gathered = (
  { access, maxAppendSize }: Context,
  pending: Map<string, Pending>,
  call: Call,
  caller: Caller,
  request: BatchAppendReq,
): Pending | undefined => {
  const key = uuidText(request.getCorrelationId());
  const options = request.getOptions();
  if (options !== undefined) {
    const append: Pending = {
      id: request.getCorrelationId() ?? new shared.UUID(),
      stream: streamName(options.getStreamIdentifier()),
      expected: expectedOf(options, options.getStreamPosition()),
      events: [],
    };
    if (!access.allows(caller, '$w', append.stream)) return refuse(call, append, accessDeniedStatus());
    const deadline = options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
    if (deadline <= Date.now()) return refuse(call, append, timeoutStatus());
    pending.set(key, append);
  }
  const append = pending.get(key);
  if (append === undefined) return undefined;
  append.events.push(...request.getProposedMessagesList().map(proposed));
  if (append.events.reduce((sum, event) => sum + sizeOf(event), 0) > maxAppendSize) {
    pending.delete(key);
    return refuse(call, append, tooLargeStatus(maxAppendSize));
  }
  if (!request.getIsFinal()) return undefined;
  pending.delete(key);
  return append;
};

const write = async (context: Context, call: Call, append: Pending): Promise<void> => {
  const fault = context.faults.take('append');
  const act = (): void => {
    const written = context.log.append(append.stream, append.expected, append.events);
    // A lost answer is one that was never sent.
    if (fault === undefined || fault.kind === 'slow') answer(call, append, written);
  };
  const refusal = fault === undefined ? undefined : statusOf(fault);
  if (fault === undefined || refusal === undefined) return underFault(context, fault, call.getPeer(), act);
  if ('takesEffect' in fault && fault.takesEffect === true) act();
  refuse(call, append, refusal);
};

/** Those faults that the server answers within the call; the others end it, for all appends that are open in it. */
const statusOf = ({ kind }: Fault): Status | undefined => {
  if (kind === 'timeout') return timeoutStatus();
  if (kind === 'access denied') return accessDeniedStatus();
  return kind === 'not ready' ? notReadyStatus() : undefined;
};

const answer = (call: Call, append: Pending, written: Written): void => {
  switch (written.kind) {
    case 'written': {
      const position = new shared.AllStreamPosition()
        .setCommitPosition(String(written.position))
        .setPreparePosition(String(written.position));
      const success = new streams.BatchAppendResp.Success()
        .setCurrentRevision(String(written.revision))
        .setPosition(position);
      call.write(responseTo(append).setSuccess(success));
      return;
    }
    case 'wrong version':
      refuse(call, append, wrongVersionStatus(append.expected, written.current));
      return;
    case 'deleted':
      refuse(call, append, streamDeletedStatus(append.stream));
      return;
    default:
      impossible(written satisfies never);
  }
};

const refuse = (call: Call, append: Pending, status: Status): undefined => {
  call.write(responseTo(append).setError(status));
};

const responseTo = ({ id, stream }: Pending): BatchAppendResp =>
  new streams.BatchAppendResp().setCorrelationId(id).setStreamIdentifier(streamIdentifier(stream));
