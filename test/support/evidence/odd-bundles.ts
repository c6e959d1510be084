import type { KeyObject } from 'node:crypto';
import { bundleLine } from '../../../src/adapters/shared/evidence/bundle.ts';
import type { Envelope } from '../../../src/adapters/shared/evidence/envelope.ts';
import {
  readNote,
  signedNote,
  type VerifyingKey,
  verifyingKey,
} from '../../../src/adapters/shared/evidence/signed-note.ts';
import type { Quoted } from './history.ts';
import type { Random } from './random.ts';
import { linesOf, type Parts, rechained, resigned } from './tampering.ts';

/** What a mutation is made from: bundles that are right, with the key that signed the first. */
export interface Material {
  readonly parts: Parts;
  readonly privateKey: KeyObject;
  readonly publicKey: VerifyingKey;
  readonly mails: readonly Quoted[];
  /** Of another organisation, and of a fork. */
  readonly others: readonly (readonly string[])[];
  readonly strangersKey: KeyObject;
}

/** Texts that readers of JSON, UTF-8 and regular expressions are known to differ on. */
const ODD_TEXTS = [
  ...[
    '',
    ' ',
    'A',
    '0',
    '\0',
    '\t',
    '\r',
    '\n',
    '\x1c',
    '\x7f',
    '\x85',
    '\xa0',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '\uffff',
  ],
  ...[
    '\u00e9',
    'e\u0301',
    '\u212a',
    '\u0660',
    '\u{1f600}',
    '\u{10ffff}',
    '"',
    '\\',
    '\\u0041',
    '/',
    '%',
    '%2D',
    '-',
    '+',
    '~',
  ],
  ...['__proto__', 'constructor', 'attempts', 'notice-', 'null', '\u2014', '— a AAAA\n', '\n\n', '.', '=', 'AA=='],
];

/** Puts something odd in, takes something out, or doubles it. */
export const edited = (text: string, random: Random): string => {
  const at = random.below(text.length + 1);
  const length = random.below(4);
  const [before, middle, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  return before + random.one(['', middle + middle, random.one(ODD_TEXTS), random.one(ODD_TEXTS)]) + after;
};

const FIELDS = [
  'actorId',
  'causationId',
  'changeId',
  'eventId',
  'occurredAt',
  'payload',
  'requestId',
  'stream',
  'type',
] as const;

/** An event that says something odd, and a history that is chained, and signed, as if it were right. */
const withOddEvent = async (material: Material, random: Random): Promise<readonly string[]> => {
  const { parts, privateKey } = material;
  const at = random.below(parts.events.length);
  const field = random.one(FIELDS);
  const event = parts.events[at] as Envelope;
  const value = random.one(['', edited(event[field] ?? '', random), edited(event[field] ?? '', random)]);
  const changed = parts.events.with(at, { ...event, [field]: value });
  try {
    const events = random.one([rechained(changed), changed]);
    return linesOf(
      random.one([{ ...parts, events }, { ...parts, events, notes: [] }, resigned({ ...parts, events }, privateKey)]),
    );
  } catch {
    // Half of a pair has no hash, and a stream's name may fit no checkpoint.
    return linesOf({ ...parts, events: changed });
  }
};

/** A checkpoint that says something odd, with a signature that is right. */
const withOddNote = async ({ parts, privateKey }: Material, random: Random): Promise<readonly string[]> => {
  const at = random.one([0, parts.notes.length - 1, random.below(parts.notes.length)]);
  const { text = '' } = readNote(parts.notes[at] ?? '') ?? {};
  const note = signedNote(`${edited(text.slice(0, -1), random)}\n`, [privateKey]);
  const more = random.one([
    '',
    '',
    '— a+b AAAAAAAA\n',
    '— a AAAAAAAA\n',
    `— a${random.one(ODD_TEXTS)} AAAAAAAA\n`,
    '— a AB==\n',
    '— a AAAAA===\n',
  ]);
  const whole = random.one([note, edited(note, random), parts.notes[at] ?? '']);
  const plain = (await linesOf(parts)).slice();
  plain[at + 1] = bundleLine.checkpoint(whole + more).slice(0, -1);
  return plain;
};

/** The last checkpoint hands over to a key: another one, or the same again; signed by both, as it must be, or not. */
const withOddHandover = async (
  { parts, privateKey, strangersKey }: Material,
  random: Random,
): Promise<readonly string[]> => {
  const last = readNote(parts.notes.at(-1) ?? '')?.text ?? '';
  const named = verifyingKey(random.one([privateKey, strangersKey, strangersKey])).raw;
  const text = last.replace(
    /^streams .*\n/m,
    (line) => `${line}key ${random.one([named, named, named.replace(/.=$/, 'B=')])}\n`,
  );
  const signers = random.one([[privateKey, strangersKey], [strangersKey, privateKey], [privateKey], [strangersKey]]);
  return linesOf({ ...parts, notes: parts.notes.with(-1, signedNote(text, signers)) });
};

/** What only who has the key can do. */
export const oddly = [
  { name: 'an odd event', made: withOddEvent },
  { name: 'an odd checkpoint', made: withOddNote },
  { name: 'an odd change of key', made: withOddHandover },
];
