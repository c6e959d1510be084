import { expect, it } from 'vitest';
import { RandomIds } from '../../../../src/adapters/driven/ids/random-ids.ts';
import { SequentialIds } from '../../../../src/adapters/driven/in-memory/id-source.ts';

it('random and sequential ids are UUIDs of version 4, each another', () => {
  for (const source of [new RandomIds(), new SequentialIds()]) {
    const ids = Array.from({ length: 1_000 }, () => source.newId());
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});
