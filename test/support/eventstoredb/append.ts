import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleClientStreamingCall } from '@grpc/grpc-js';
import { impossible } from '../../../src/domain/impossible.ts';
import { streamDeleted, tooLarge } from './answers.ts';
import { type Context, underFault } from './context.ts';
import { shared, streams } from './generated.ts';
import { type Expected, type Proposed, sizeOf, type Written } from './stored.ts';
import { expectedOf, proposed, streamName } from './wire.ts';

/**
 * The older form of appending: one call an append. The client takes to it for calls with credentials of their own, and for
 * servers without the newer form (client: streams/appendToStream/index.js).
 */
export const append =
  (context: Context): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, callback) => {
    let options: AppendReq.Options | undefined;
    const events: Proposed[] = [];
    call.on('data', (request: AppendReq) => {
      options = request.getOptions() ?? options;
      const message = request.getProposedMessage();
      if (message !== undefined) events.push(proposed(message));
    });
    call.on('end', () => {
      const act = (): AppendResp => {
        const stream = streamName(options?.getStreamIdentifier());
        const expected = options === undefined ? 'any' : expectedOf(options, options.getRevision());
        context.access.demand(context.access.caller(call.metadata), '$w', stream);
        // server: Services/Transport/Grpc/Streams.Append.cs.
        if (events.reduce((sum, event) => sum + sizeOf(event), 0) > context.maxAppendSize)
          throw tooLarge(context.maxAppendSize);
        return response(stream, expected, context.log.append(stream, expected, events));
      };
      underFault(context, context.faults.take('append'), call.getPeer(), act).then(
        (answer) => callback(null, answer),
        (error) => callback(error),
      );
    });
  };

const response = (stream: string, expected: Expected, written: Written): AppendResp => {
  switch (written.kind) {
    case 'written': {
      const position = new streams.AppendResp.Position()
        .setCommitPosition(String(written.position))
        .setPreparePosition(String(written.position));
      const success = new streams.AppendResp.Success()
        .setCurrentRevision(String(written.revision))
        .setPosition(position);
      return new streams.AppendResp().setSuccess(success);
    }
    case 'wrong version':
      return new streams.AppendResp().setWrongExpectedVersion(wrong(expected, written.current));
    case 'deleted':
      throw streamDeleted(stream);
    default:
      return impossible(written satisfies never);
  }
};

const wrong = (expected: Expected, current: number): AppendResp.WrongExpectedVersion => {
  const answer = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) answer.setCurrentNoStream(new shared.Empty());
  else answer.setCurrentRevision(String(current));
  if (expected === 'any') return answer.setExpectedAny(new shared.Empty());
  if (expected === 'no stream') return answer.setExpectedNoStream(new shared.Empty());
  if (expected === 'stream exists') return answer.setExpectedStreamExists(new shared.Empty());
  return answer.setExpectedRevision(String(expected));
};
