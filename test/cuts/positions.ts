import type { Channel, Passed, Position } from './faults.ts';

/** A piece this long is a file's, or part of one, and is cut in many places. */
const LONG = 2_048;
const CUTS_OF_A_LONG_PIECE = 24;
/** Of the last words on a control connection, the renames and their answers among them, every place is taken. */
const LAST_WORDS = 24;

/**
 * Where to cut, from what passed in a night without a fault: before the first byte, and in the middle and at the end of
 * every piece, in the order of time. So many of each channel; twice as many where one channel carries both.
 */
export const positionsOf = (traffic: readonly Passed[], wanted: number): readonly Position[] => {
  const control = candidates(traffic, 'control');
  const data = candidates(traffic, 'data');
  if (data.length === 0) return chosen(control, 2 * wanted, LAST_WORDS);
  return [...chosen(control, wanted, LAST_WORDS), ...chosen(data, wanted, 0)];
};

const candidates = (traffic: readonly Passed[], channel: Channel): readonly Position[] => {
  const pieces = traffic.filter((piece) => piece.channel === channel);
  const [first] = pieces;
  if (first === undefined) return [];
  return [{ channel, direction: first.direction, after: 0 }, ...pieces.flatMap(placesIn)];
};

const placesIn = ({ channel, direction, start, length }: Passed): readonly Position[] => {
  const cuts = length < LONG ? 2 : CUTS_OF_A_LONG_PIECE;
  return Array.from({ length: cuts }, (_, index) => ({
    ...{ channel, direction },
    after: start + Math.ceil((length * (index + 1)) / cuts),
  }));
};

/** The last ones all, as far as there is room for half of the rest, and the others evenly. */
const chosen = (all: readonly Position[], wanted: number, last: number): readonly Position[] => {
  if (all.length <= wanted) return all;
  const tail = Math.min(last, wanted >> 1);
  const head = all.slice(0, all.length - tail);
  const evenly = Array.from({ length: wanted - tail }, (_, index) => {
    const place = Math.floor((index * head.length) / (wanted - tail));
    return head[place] as Position;
  });
  return [...evenly, ...all.slice(all.length - tail)];
};
