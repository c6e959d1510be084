import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { impossible } from '../../../src/domain/impossible.ts';
import { streamDeleted, wrongVersion } from './answers.ts';
import { type Context, underFault } from './context.ts';
import { streams } from './generated.ts';
import type { Expected, Written } from './stored.ts';
import { expectedOf, streamName } from './wire.ts';

type Options = DeleteReq.Options | TombstoneReq.Options;

/** server: Services/Transport/Grpc/Streams.Delete.cs; client: streams/deleteStream.js, tombstoneStream.js. */
export const remove =
  (context: Context): handleUnaryCall<DeleteReq, DeleteResp> =>
  (call, callback) => {
    const act = (): DeleteResp => {
      const position = removed(context, call, (stream, expected) => context.log.remove(stream, expected));
      const at = new streams.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position);
      return new streams.DeleteResp().setPosition(at);
    };
    underFault(context, context.faults.take('delete'), call.getPeer(), act).then(
      (answer) => callback(null, answer),
      (error) => callback(error),
    );
  };

export const tombstone =
  (context: Context): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  (call, callback) => {
    const act = (): TombstoneResp => {
      const position = removed(context, call, (stream, expected) => context.log.tombstone(stream, expected));
      const at = new streams.TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position);
      return new streams.TombstoneResp().setPosition(at);
    };
    underFault(context, context.faults.take('tombstone'), call.getPeer(), act).then(
      (answer) => callback(null, answer),
      (error) => callback(error),
    );
  };

interface RemovalCall {
  readonly metadata: Parameters<Context['access']['caller']>[0];
  readonly request: { getOptions(): Options | undefined };
}

const removed = (context: Context, call: RemovalCall, act: (stream: string, expected: Expected) => Written): string => {
  const options = call.request.getOptions();
  const stream = streamName(options?.getStreamIdentifier());
  const expected = options === undefined ? 'any' : expectedOf(options, options.getRevision());
  context.access.demand(context.access.caller(call.metadata), '$d', stream);
  const written = act(stream, expected);
  switch (written.kind) {
    case 'written':
      return String(written.position);
    case 'wrong version':
      throw wrongVersion('Delete', stream, expectedNumber(expected), written.current);
    case 'deleted':
      throw streamDeleted(stream);
    default:
      return impossible(written satisfies never);
  }
};

/** server: Data/ExpectedVersion.cs. */
const expectedNumber = (expected: Expected): string => {
  if (typeof expected === 'number') return String(expected);
  return { 'no stream': '-1', any: '-2', 'stream exists': '-4' }[expected];
};
