import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/adapters/shared/event-codec/canonical-json.ts';
import { Secret } from '../../../../src/application/secret.ts';

/** Any JSON, its texts well-formed. */
const json = fc.jsonValue({ stringUnit: 'binary' });

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, section 3.2.2, as section 3.2.3 has it', () => {
    const example = {
      // biome-ignore lint/correctness/noPrecisionLoss: the RFC's own example.
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts by UTF-16 code units, as the example of section 3.2.3 does', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const written = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    expect(Object.keys(JSON.parse(written) as object)).toHaveLength(names.length);
    expect(written.match(/"(?:[^"\\]|\\.)+"/g)?.map((name) => JSON.parse(name) as string)).toEqual([
      '\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]);
  });

  it('sorts names that look like numbers as texts', () => {
    expect(canonicalJson({ 9: 0, 10: 0, b: 0, a: 0 })).toBe('{"10":0,"9":0,"a":0,"b":0}');
  });

  it('writes the numbers of RFC 8785, appendix B', () => {
    const numbers: readonly (readonly [bits: string, written: string])[] = [
      ['0000000000000000', '0'],
      ['8000000000000000', '0'],
      ['0000000000000001', '5e-324'],
      ['8000000000000001', '-5e-324'],
      ['7fefffffffffffff', '1.7976931348623157e+308'],
      ['4340000000000000', '9007199254740992'],
      ['4430000000000000', '295147905179352830000'],
      ['44b52d02c7e14af5', '9.999999999999997e+22'],
      ['44b52d02c7e14af6', '1e+23'],
      ['444b1ae4d6e2ef4e', '999999999999999700000'],
      ['444b1ae4d6e2ef50', '1e+21'],
      ['3eb0c6f7a0b5ed8d', '0.000001'],
      ['41b3de4355555553', '333333333.3333332'],
      ['41b3de4355555555', '333333333.3333333'],
      ['becbf647612f3696', '-0.0000033333333333333333'],
    ];
    for (const [bits, written] of numbers) expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(written);
  });

  it('refuses whatever has no JSON of its own, and shows nothing of it', () => {
    const unwritable = [
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1n,
      () => 0,
      Symbol('s'),
      '\ud800',
      { '\udc00': 0 },
      new Date(0),
      new Map(),
      new Secret('hidden word'),
      // biome-ignore lint/suspicious/noSparseArray: a hole is what this looks for.
      [0, , 0],
    ];
    for (const value of unwritable) {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
      expect(() => canonicalJson([value])).toThrow(/^\$\[0\]/);
    }
  });

  it('reads back as what was written, and is written again as it was', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = canonicalJson(value);
        const read: unknown = JSON.parse(written);
        expect(canonicalJson(read)).toBe(written);
        // `-0` is the one value that JSON reads back as another.
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is the same in whatever order members came', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), json), (members) => {
        const reversed = Object.fromEntries(Object.entries(members).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(members));
      }),
    );
  });

  it('agrees with a writer that shares no code with it', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toBe(rewritten(JSON.stringify(value)));
      }),
    );
  });
});

/** Sorts the members in the text of a JSON value, and never makes an object of it. */
const rewritten = (text: string): string => {
  let at = 0;
  const token = (): string => {
    const found = /^(?:"(?:[^"\\]|\\.)*"|[{}[\],:]|[^{}[\],:"]+)/s.exec(text.slice(at))?.[0] ?? '';
    at += found.length;
    return found;
  };
  const value = (first: string): string => {
    if (first !== '{' && first !== '[') return first;
    const parts: { readonly name: string; readonly text: string }[] = [];
    for (let next = token(); next !== '}' && next !== ']'; next = token()) {
      if (next === ',') continue;
      if (first === '[') parts.push({ name: '', text: value(next) });
      else parts.push({ name: utf16(JSON.parse(next) as string), text: `${next}${token()}${value(token())}` });
    }
    const sorted = first === '[' ? parts : parts.sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
    return `${first}${sorted.map((part) => part.text).join(',')}${first === '{' ? '}' : ']'}`;
  };
  return value(token());
};

const utf16 = (name: string): string => Buffer.from(name, 'utf16le').swap16().toString('hex');
