import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, BatchAppendReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { shared, streams } from './generated.ts';
import type { Expected, Proposed, Stored } from './stored.ts';

// client: streams/appendToStream, utils/convertGrpcEvent.js, utils/grpcUUID.js, utils/grpcStreamIdentifier.js.

const TICKS_PER_MILLISECOND = 10_000n;

/** What stands where there is no position: -1, read without its sign (server: Services/Transport/Grpc/Position.cs). */
const NO_POSITION = (2n ** 64n - 1n).toString();

export const streamName = (identifier: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const streamIdentifier = (name: string): InstanceType<typeof shared.StreamIdentifier> =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(name, 'utf8'));

/** The client sends ids as text. */
export const uuidText = (uuid: UUID | undefined): string => uuid?.getString() ?? '';

export const proposed = (message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed => ({
  id: uuidText(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  json: message.getMetadataMap().get('content-type') === 'application/json',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

interface ExpectedChoice {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export const expectedOf = (options: ExpectedChoice, revision: string): Expected => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no stream';
  return options.hasStreamExists() ? 'stream exists' : Number(revision);
};

/** @param hasPosition whether it says where in `$all` it lies */
export const readEvent = (event: Stored, hasPosition: boolean): ReadResp => {
  const position = hasPosition ? String(event.position) : NO_POSITION;
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(streamIdentifier(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('created', String(BigInt(event.createdAt) * TICKS_PER_MILLISECOND))
    .set('content-type', event.json ? 'application/json' : 'application/octet-stream');
  const read = new streams.ReadResp.ReadEvent().setEvent(recorded);
  if (hasPosition) read.setCommitPosition(position);
  else read.setNoPosition(new shared.Empty());
  return new streams.ReadResp().setEvent(read);
};
