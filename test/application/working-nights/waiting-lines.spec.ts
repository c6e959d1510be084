import { describe, expect, it } from 'vitest';
import { WaitingLines } from '../../../src/application/working-nights/waiting-lines.ts';

/** As a worker that goes by the order. */
const THE_FIRST = (): number => 0;

const taken = (lines: WaitingLines, most = 99): readonly (string | undefined)[] => {
  const all: string[] = [];
  for (let next = lines.take(); next !== undefined && all.length < most; next = lines.take())
    all.push(next.organisationId);
  return all;
};

describe('lines of organisations that wait for their hosts', () => {
  it('let hosts take turns, and each organisation come in its order', () => {
    const lines = new WaitingLines(9, THE_FIRST);
    for (const id of ['a1', 'a2', 'a3', 'b1', 'c1']) lines.add(id, id.charAt(0));
    expect(taken(lines)).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  });

  it('let no more to a host than have a place there, until one leaves', () => {
    const lines = new WaitingLines(2, THE_FIRST);
    for (const id of ['a1', 'a2', 'a3', 'a4', 'b1']) lines.add(id, id.charAt(0));
    expect(taken(lines)).toEqual(['a1', 'b1', 'a2']);
    lines.leave('a');
    expect(taken(lines)).toEqual(['a3']);
    lines.leave('b');
    expect(taken(lines)).toEqual([]);
    lines.leave('a');
    expect(taken(lines)).toEqual(['a4']);
  });

  it('keep the place of who is added twice, and move who has moved', () => {
    const lines = new WaitingLines(9, THE_FIRST);
    for (const id of ['a1', 'a2', 'a1']) lines.add(id, 'a');
    lines.add('a2', 'b');
    expect(taken(lines)).toEqual(['a1', 'a2']);
    lines.add('a1', 'a');
    lines.add('a1', 'b');
    expect(lines.take()).toEqual({ organisationId: 'a1', host: 'b' });
    expect(lines.take()).toBeUndefined();
  });

  it('forget a host without a line', () => {
    const lines = new WaitingLines(1, THE_FIRST);
    lines.add('a1', 'a');
    expect(taken(lines)).toEqual(['a1']);
    lines.leave('a');
    expect(lines.take()).toBeUndefined();
    lines.add('a2', 'a');
    expect(taken(lines)).toEqual(['a2']);
  });

  it('let each worker choose among hosts, and at a host among those near the front, so that several meet little', () => {
    const asked: number[] = [];
    const lines = new WaitingLines(999, (length) => {
      asked.push(length);
      return length - 1;
    });
    for (let one = 1; one <= 300; one += 1) lines.add(`a${one}`, 'a');
    for (const id of ['b1', 'c1', 'c2']) lines.add(id, id.charAt(0));
    // The last of the hosts, and the last near its front; of who is alone there, nothing is asked.
    expect(taken(lines, 4)).toEqual(['c2', 'c1', 'b1', 'a251']);
    expect(asked.slice(0, 5)).toEqual([3, 2, 3, 2, 251]);
    expect(taken(lines)[0]).toBe('a253');
  });
});
