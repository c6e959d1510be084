import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthPrefixed } from '../../../../src/adapters/shared/event-codec/length-prefixed.ts';

const texts = fc.array(fc.option(fc.string({ unit: 'binary' })));

describe('length-prefixed texts', () => {
  it('are eight bytes of length and the UTF-8, or eight bytes 0xff for none', () => {
    expect(Buffer.from(lengthPrefixed(['ä€', null, ''])).toString('hex')).toBe(
      `${'0000000000000005'}${'c3a4e282ac'}${'ffffffffffffffff'}${'0000000000000000'}`,
    );
  });

  it('read back as the one list they were made of', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(readBack(Buffer.from(lengthPrefixed(list)))).toEqual(list);
      }),
    );
  });

  it('refuse half of a surrogate pair', () => {
    for (const half of ['\ud83d', 'a\ude00b']) expect(() => lengthPrefixed([half])).toThrow(RangeError);
  });
});

const readBack = (bytes: Buffer): readonly (string | null)[] => {
  const list: (string | null)[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readBigUInt64BE(at);
    const isNone = length === 2n ** 64n - 1n;
    const end = at + 8 + (isNone ? 0 : Number(length));
    list.push(isNone ? null : bytes.toString('utf8', at + 8, end));
    at = end;
  }
  return list;
};
