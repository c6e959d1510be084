import type { MoveProgress, MoveRefusal } from '../../../../application/moving-house/results.ts';
import { CallFailed } from '../call-failed.ts';
import type { CallContext, CliCommand } from '../command.ts';

/** Streams between two lines of progress. */
const TOLD_EVERY = 1_000;

/** Moves the embedded store into a cluster, or gives that up. */
export const migrate: CliCommand = {
  name: 'migrate',
  required: [],
  optional: ['abandon'],
  run: async (context, { abandon = false }) => {
    const { installation, place, words, output } = context;
    const { eventStore } = place;
    if (eventStore === null) throw new CallFailed(2, 'EventStoreMissing', words.moving.noCluster);
    if (!installation.hasEmbeddedStore(place))
      throw new CallFailed(2, 'NothingThere', words.nothingThere(place.dataDirectory));
    if (abandon) {
      const stayed = await installation.stay(place, eventStore);
      if (stayed.outcome === 'refused') throw refused(stayed, context);
      output.result(stayed, [words.moving.stays(stayed.hadBegun)]);
      return 0;
    }
    const ended = await installation.move(place, eventStore, telling(context));
    if (ended.outcome === 'refused') throw refused(ended, context);
    const lines =
      ended.outcome === 'moved' ? words.moving.moved(ended.to, ended.moved) : [words.moving.movedBefore(ended.to)];
    output.result(ended, [...lines, words.moving.goOn]);
    return 0;
  },
};

const telling =
  ({ output, words }: CallContext) =>
  (progress: MoveProgress): void => {
    if (progress.done % TOLD_EVERY === 0) output.message(words.moving.progress(progress));
  };

const refused = (
  { reason, to }: { readonly reason: MoveRefusal; readonly to: string },
  { words }: CallContext,
): CallFailed => new CallFailed(2, reason, words.moving.refused[reason](to));
