import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleServerStreamingCall } from '@grpc/grpc-js';
import { invalidArgument, invalidPosition, streamDeleted, unimplemented } from './answers.ts';
import type { Context } from './context.ts';
import { filterOf } from './filter.ts';
import { streams } from './generated.ts';
import { type ReadCall, Sending } from './sending.ts';
import type { Stored } from './stored.ts';
import { subscribe } from './subscribe.ts';
import { readEvent, streamIdentifier, streamName } from './wire.ts';

const BACKWARDS = 1;

/** Reads and subscriptions are one call with many options (server: Services/Transport/Grpc/Streams.Read.cs). */
export const read =
  (context: Context): handleServerStreamingCall<ReadReq, ReadResp> =>
  (call) => {
    const options = call.request.getOptions();
    const answered =
      options === undefined ? Promise.reject(invalidArgument('no options')) : answer(context, call, options);
    answered.catch((error) => call.emit('error', error));
  };

const answer = async (context: Context, call: ReadCall, options: ReadReq.Options): Promise<void> => {
  const subscribes = options.hasSubscription();
  const fault = context.faults.take(subscribes ? 'subscribe' : 'read');
  const sending = new Sending(context, call, fault);
  await sending.begin();
  const stream = options.hasAll() ? '$all' : streamName(options.getStream()?.getStreamIdentifier());
  context.access.demand(context.access.caller(call.metadata), '$r', stream);
  if (options.getResolveLinks()) throw unimplemented('links');
  if (subscribes) return subscribe(context, sending, options, stream, fault?.kind === 'duplicates' ? fault.events : 0);
  const events = options.hasAll() ? ofAll(context, options) : ofStream(context, options, stream);
  if (events === undefined) {
    const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream));
    await sending.other(new streams.ReadResp().setStreamNotFound(notFound));
  } else {
    for (const event of events.slice(0, Number(options.getCount())))
      if (!sending.gone) await sending.event(readEvent(event, options.hasAll() || context.streamPositions));
  }
  await sending.finish();
};

/**
 * Everything on the disk: what was deleted is read here until it is scavenged (docs: server/features/streams.md). Forwards
 * from a position on, backwards from before it.
 */
const ofAll = ({ log }: Context, options: ReadReq.Options): readonly Stored[] => {
  const all = options.getAll();
  const from = all?.hasStart() ? 0 : all?.hasEnd() ? log.end : Number(all?.getPosition()?.getCommitPosition());
  if (!log.isPosition(from)) throw invalidPosition();
  const { lets } = filterOf(options.getFilter());
  if (options.getReadDirection() !== BACKWARDS) return log.records.slice(log.indexFrom(from)).filter(lets);
  return log.records.slice(0, log.indexFrom(from)).filter(lets).reverse();
};

/** From a revision on, itself included, both ways. Undefined where there is no such stream. */
const ofStream = ({ log }: Context, options: ReadReq.Options, stream: string): readonly Stored[] | undefined => {
  const view = log.view(stream);
  if (view.kind === 'deleted') throw streamDeleted(stream);
  if (view.kind === 'not found') return undefined;
  const at = options.getStream();
  const from = at?.hasStart() ? 0 : at?.hasEnd() ? Number.MAX_SAFE_INTEGER : Number(at?.getRevision());
  if (options.getReadDirection() !== BACKWARDS) return view.events.filter(({ revision }) => revision >= from);
  return view.events.filter(({ revision }) => revision <= from).reverse();
};
