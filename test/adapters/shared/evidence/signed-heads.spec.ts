import { describe, expect, it } from 'vitest';
import { type SignedHead, SignedHeads } from '../../../../src/adapters/shared/evidence/signed-heads.ts';

const headOf = (version: number, checkpoint = version): SignedHead => ({
  version,
  head: version.toString(16).padStart(64, '0'),
  checkpoint,
});

describe('SignedHeads', () => {
  it('gives each stream its heads back in the order of their versions, however they came', () => {
    const heads = new SignedHeads();
    const streams = ['b', 'a', 'c%2Dd'];
    // More than a page of them.
    for (let line = 0; line < 5_000; line += 1) heads.add(streams[line % 3] ?? '', headOf(line + 1));
    expect(heads.streams).toBe(3);
    expect(heads.names()).toEqual(['a', 'b', 'c%2Dd']);
    for (const [index, stream] of streams.entries())
      expect([...heads.of(stream)]).toEqual(
        Array.from({ length: 5_000 }, (_, line) => line)
          .filter((line) => line % 3 === index)
          .map((line) => headOf(line + 1)),
      );
    expect([...heads.of('d')]).toEqual([]);
  });

  it('takes no version that is no later than the one before', () => {
    const heads = new SignedHeads();
    expect([3, 3, 2, 4].map((version) => heads.add('a', headOf(version)))).toEqual([true, false, false, true]);
    expect([...heads.of('a')].map(({ version }) => version)).toEqual([3, 4]);
  });

  it('holds the largest version that a checkpoint can name', () => {
    const heads = new SignedHeads();
    heads.add('a', { ...headOf(1), version: 999_999_999_999_999 });
    expect([...heads.of('a')][0]?.version).toBe(999_999_999_999_999);
  });
});
