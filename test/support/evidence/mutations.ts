import { type VerifyingKey, verifyingKey } from '../../../src/adapters/shared/evidence/signed-note.ts';
import type { Quoted } from './history.ts';
import { edited, type Material, oddly } from './odd-bundles.ts';
import { type Random, randomOf } from './random.ts';
import { linesOf } from './tampering.ts';

export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly publicKey: VerifyingKey | null;
  readonly heads: readonly Quoted[];
}

const ODD_NUMBERS = [
  ...[
    '0',
    '-0',
    '-1',
    '1.0',
    '1e0',
    '1E0',
    '10e-1',
    '01',
    '+1',
    '1e400',
    '-1e400',
    'NaN',
    'Infinity',
    '0x1',
    '1_0',
    'true',
  ],
  ...[
    '9007199254740991',
    '9007199254740992',
    '9007199254740993',
    '1e21',
    `1${'0'.repeat(30)}`,
    '9'.repeat(5_000),
    '""',
  ],
];

const inLine: Readonly<Record<string, (line: string, random: Random) => string>> = {
  'an odd number': (line, random) => line.replace(/(?<="version":)\d+/, random.one(ODD_NUMBERS)),
  'an escape for a letter': (line, random) => {
    const at = 2 + random.below(line.length - 2);
    const code = line.charCodeAt(at).toString(16).padStart(4, '0');
    return `${line.slice(0, at)}\\u${random.one([code, code.toUpperCase(), 'd800', 'dc00', 'd83d\\ude00'])}${line.slice(at + 1)}`;
  },
  'white space': (line, random) => {
    const at = random.one([0, 1, line.length - 1, line.length, line.indexOf(':') + 1]);
    return line.slice(0, at) + random.one([' ', '\t', '\r', '\ufeff', '\xa0', '\0', '\x0b']) + line.slice(at);
  },
  'a member twice': (line, random) => {
    const member = /"[a-zA-Z]+":(?:"(?:[^"\\]|\\.)*"|\d+|null)/g;
    const found = random.one([...line.matchAll(member)].map(([text]) => text));
    return found === undefined ? `${line}${line}` : line.replace(found, () => `${found},${found}`);
  },
  'a member more': (line, random) =>
    line.replace(
      /^\{/,
      () => `{${random.one(['"a":1', '"__proto__":{}', '"event":{}', '"checkpoint":""', '"publicKey":""'])},`,
    ),
  'another value': (line, random) => {
    const values = [...ODD_NUMBERS, '{}', '[]', 'null', 'false', '['.repeat(3_000) + ']'.repeat(3_000), '"\\ud800"'];
    return line.replace(random.one([/(?<=:)"(?:[^"\\]|\\.)*"/, /(?<=:)\{.*\}(?=\})/]), () => random.one(values));
  },
  'a nest': (_, random) => '['.repeat(random.one([10, 1_000, 200_000])),
  'something odd': edited,
};

const inBytes: Readonly<Record<string, (bytes: Buffer, random: Random) => Uint8Array>> = {
  'a bit turned': (bytes, random) => {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return bytes;
  },
  'bytes that are no UTF-8': (bytes, random) => {
    const bad = random.one([[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x80]]);
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(bad), bytes.subarray(at)]);
  },
  cut: (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'another line end': (bytes, random) =>
    Buffer.from(bytes.toString('utf8').replaceAll('\n', random.one(['\r\n', '\n\n', '\r', '\u2028', '\n ']))),
  'a mark of byte order': (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]),
  'a tail': (bytes, random) =>
    Buffer.concat([
      bytes,
      Buffer.from(random.one(['\n', ' ', '\0', '{}', '{}\n', 'null\n', '{"publicKey":""}\n', '\ufeff\n'])),
    ]),
};

const amongLines: Readonly<Record<string, (lines: string[], random: Random, material: Material) => string[]>> = {
  'a line gone': (lines, random) => lines.toSpliced(random.below(lines.length), 1),
  'a line twice': (lines, random) => lines.toSpliced(random.below(lines.length), 0, random.one(lines)),
  'two lines exchanged': (lines, random) => {
    const [a, b] = [random.below(lines.length), random.below(lines.length)];
    return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
  },
  "another's line": (lines, random, { others }) =>
    lines.with(random.below(lines.length), random.one(random.one(others))),
  "another's line more": (lines, random, { others }) =>
    lines.toSpliced(random.below(lines.length), 0, random.one(random.one(others))),
  'two bundles in one': (lines, random, { others }) => [...lines, ...random.one([lines, ...others])],
  "another's events": (lines, random, { others }) => [
    ...lines.filter((line) => !line.startsWith('{"event"')),
    ...random.one(others).filter((line) => line.startsWith('{"event"')),
  ],
  'the end gone': (lines, random) => lines.slice(0, random.below(lines.length)),
  'a piece gone': (lines, random) => lines.toSpliced(random.below(lines.length), random.below(9)),
};

/** The n-th of a seed: one bundle that somebody did something to, or nothing, and what it is held against. */
export const mutantOf = async (material: Material, seed: number): Promise<Mutant> => {
  const random = randomOf(seed);
  const { publicKey, strangersKey, mails } = material;
  let lines = [...(await linesOf(material.parts))];
  const names: string[] = [];
  const deep = oddly[random.below(8)];
  if (deep !== undefined) lines = [...(await deep.made(material, random))];
  if (deep !== undefined) names.push(deep.name);
  for (let times = random.below(deep === undefined ? 3 : 2); times > 0; times -= 1) {
    const name = random.one([...Object.keys(amongLines), ...Object.keys(inLine), ...Object.keys(inLine)]);
    const at = random.below(lines.length);
    if (lines.length === 0) break;
    if (name in amongLines) lines = amongLines[name]?.(lines, random, material) ?? lines;
    else lines = lines.with(at, inLine[name]?.(lines[at] ?? '', random) ?? '');
    names.push(`${name} (${at + 1})`);
  }
  let bytes: Uint8Array = Buffer.from(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  if (random.below(4) === 0 && bytes.length > 0) {
    const name = random.one(Object.keys(inBytes));
    bytes = inBytes[name]?.(Buffer.from(bytes), random) ?? bytes;
    names.push(name);
  }
  const mail = random.one(mails);
  const heads = random.one([
    [],
    [],
    [mail],
    mails,
    [{ ...mail, version: mail.version + 1 }],
    [{ version: 99, head: mail.head }],
  ]);
  return {
    name: `seed ${seed}: ${names.join(', ') || 'nothing'}`,
    bytes,
    publicKey: random.one([null, publicKey, publicKey, verifyingKey(strangersKey)]),
    heads,
  };
};
