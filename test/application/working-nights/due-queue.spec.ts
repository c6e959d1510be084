import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DueQueue } from '../../../src/application/working-nights/due-queue.ts';

const drained = (queue: DueQueue, now: number): readonly string[] => {
  const taken: string[] = [];
  for (let id = queue.take(now); id !== undefined; id = queue.take(now)) taken.push(id);
  return taken;
};

describe('the queue of what is due', () => {
  it('is empty at first', () => {
    const queue = new DueQueue();
    expect([queue.size, queue.next(), queue.take(Number.MAX_VALUE)]).toEqual([0, undefined, undefined]);
  });

  it('yields what is due in the order of time, and nothing before', () => {
    const queue = new DueQueue();
    queue.set('c', 30);
    queue.set('a', 10);
    queue.set('b', 20);
    expect(queue.next()).toBe(10);
    expect(drained(queue, 20)).toEqual(['a', 'b']);
    expect(queue.next()).toBe(30);
  });

  it('forgets an earlier moment', () => {
    const queue = new DueQueue();
    queue.set('a', 10);
    queue.set('a', 40);
    expect(queue.next()).toBe(40);
    expect(drained(queue, 39)).toEqual([]);
    expect(drained(queue, 40)).toEqual(['a']);
  });

  it('agrees with a sorted list, whatever is set and set again', () => {
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), at: fc.nat(50) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(50), (steps, now) => {
        const queue = new DueQueue();
        const model = new Map<string, number>();
        for (const { id, at } of steps) {
          queue.set(id, at);
          model.set(id, at);
        }
        const due = [...model]
          .filter(([, at]) => at <= now)
          .map(([, at]) => at)
          .sort((a, b) => a - b);
        expect(queue.size).toBe(model.size);
        expect(drained(queue, now).map((id) => model.get(id))).toEqual(due);
      }),
    );
  });
});
