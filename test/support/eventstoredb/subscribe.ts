import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { invalidPosition, streamDeleted } from './answers.ts';
import type { Context } from './context.ts';
import { type Filter, filterOf } from './filter.ts';
import { streams } from './generated.ts';
import type { Log } from './log.ts';
import { visibleFrom } from './scavenge.ts';
import type { Sending } from './sending.ts';
import type { Stored } from './stored.ts';
import { readEvent } from './wire.ts';

/**
 * What is there after where it was told to start, then `caught up`, then each event as it is written (server:
 * Services/Transport/Grpc/Enumerators.AllSubscriptionFiltered.cs, .StreamSubscription.cs).
 * @param repeated how many events from before the start are told as well
 */
export const subscribe = async (
  { log, streamPositions }: Context,
  sending: Sending,
  options: ReadReq.Options,
  stream: string,
  repeated: number,
): Promise<void> => {
  const all = options.hasAll();
  const filter = all ? filterOf(options.getFilter()) : ofStream(log, stream);
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  await sending.other(new streams.ReadResp().setConfirmation(confirmation));
  const end = log.onWrite(() => sending.wake());
  try {
    let after = start(log, options, stream);
    const before = log.records.slice(0, log.indexFrom(after + 1)).filter(filter.lets);
    for (const event of repeated === 0 ? [] : before.slice(-repeated))
      await sending.event(readEvent(event, all || streamPositions));
    let caughtUp = false;
    let looked = 0;
    while (!sending.gone) {
      const event = log.records[log.indexFrom(after + 1)];
      if (event === undefined) {
        if (!all && log.isTombstoned(stream)) throw streamDeleted(stream);
        if (!caughtUp) await sending.other(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
        caughtUp = true;
        if (log.indexFrom(after + 1) === log.records.length) await sending.woken();
        continue;
      }
      after = event.position;
      looked += 1;
      if (filter.lets(event)) await sending.event(readEvent(event, all || streamPositions));
      if (looked < filter.checkpointEvery) continue;
      looked = 0;
      const checkpoint = new streams.ReadResp.Checkpoint()
        .setCommitPosition(String(event.position))
        .setPreparePosition(String(event.position));
      await sending.other(new streams.ReadResp().setCheckpoint(checkpoint));
    }
  } finally {
    end();
  }
};

/** One stream's events that are not deleted; there are no checkpoints. */
const ofStream = (log: Log, stream: string): Filter => ({
  lets: (event: Stored) => event.stream === stream && event.revision >= visibleFrom(log.metadataOf(stream)),
  checkpointEvery: Number.POSITIVE_INFINITY,
});

/** The position after which to tell: that of the event which the client says it had last, itself left out. */
const start = (log: Log, options: ReadReq.Options, stream: string): number => {
  const all = options.getAll();
  const one = options.getStream();
  if (all?.hasStart() || one?.hasStart()) return -1;
  if (all?.hasEnd() || one?.hasEnd()) return log.records.at(-1)?.position ?? -1;
  if (all !== undefined) return known(log, Number(all.getPosition()?.getCommitPosition()));
  const revision = Number(one?.getRevision());
  return log.onDisk(stream).findLast((event) => event.revision <= revision)?.position ?? -1;
};

/** It was confirmed by then (server: Services/Transport/Grpc/Enumerators.AllSubscriptionFiltered.cs). */
const known = (log: Log, position: number): number => {
  if (!log.isPosition(position)) throw invalidPosition();
  return position;
};
