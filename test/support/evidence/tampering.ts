import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { hashOf, STREAM_START, type StoredEvent } from '../../../src/adapters/shared/event-codec/chain.ts';
import { bundleLine, bundleLines } from '../../../src/adapters/shared/evidence/bundle.ts';
import {
  HeadsDigest,
  NO_CHECKPOINT,
  readCheckpoint,
  writeCheckpoint,
} from '../../../src/adapters/shared/evidence/checkpoint.ts';
import { type Envelope, sha256 } from '../../../src/adapters/shared/evidence/envelope.ts';
import { readNote, signedNote, verifyingKey } from '../../../src/adapters/shared/evidence/signed-note.ts';

/** A bundle taken apart: what a forger works on. */
export interface Parts {
  readonly organisationId: string;
  readonly notes: readonly string[];
  readonly events: readonly Envelope[];
}

export const partsOf = (lines: readonly string[]): Parts => {
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    organisationId: String(parsed[0]?.organisation),
    notes: parsed.flatMap(({ checkpoint }) => (typeof checkpoint === 'string' ? [checkpoint] : [])),
    events: parsed.flatMap(({ event }) => (event === undefined ? [] : [event as Envelope])),
  };
};

export const linesOf = async (parts: Parts): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const line of bundleLines(parts)) lines.push(line.slice(0, -1));
  return lines;
};

/** Where the events begin: the line of the first one, counted from 1. */
export const firstEventLine = ({ notes }: Parts): number => notes.length + 2;

/** Chains every stream anew, as somebody with the code and the store can do it. */
export const rechained = (events: readonly Envelope[]): readonly Envelope[] => {
  const ends = new Map<string, { version: number; head: string }>();
  return events.map((event) => {
    const { version, head } = ends.get(event.stream) ?? STREAM_START;
    const linked = { ...event, version: version + 1, previousHash: head };
    const made = { ...linked, hash: hashOf(linked as StoredEvent) };
    ends.set(event.stream, { version: made.version, head: made.hash });
    return made;
  });
};

/** Signs a history that was altered with a key of the forger's own, as many checkpoints as there were. */
export const resigned = ({ organisationId, events, notes }: Parts, key = aForgersKey()): Parts => {
  let predecessor = NO_CHECKPOINT;
  const signed = new Map<string, number>();
  const last = new Map(events.map((event) => [event.stream, event]));
  const forged: string[] = [];
  for (const [index, note] of notes.entries()) {
    const before = readCheckpoint(readNote(note)?.text ?? '');
    if (before === undefined) throw new Error('no checkpoint');
    const streams = index === notes.length - 1 ? [...last.keys()] : before.grown.map(({ stream }) => stream);
    const versions = new Map(before.grown.map(({ stream, version }) => [stream, version]));
    const grown = streams.sort().flatMap((stream) => {
      const end = index === notes.length - 1 ? last.get(stream)?.version : versions.get(stream);
      const event = events.find((one) => one.stream === stream && one.version === end);
      if (event === undefined || (signed.get(stream) ?? 0) >= event.version) return [];
      signed.set(stream, event.version);
      return [{ stream, version: event.version, head: event.hash }];
    });
    const digest = new HeadsDigest();
    for (const stream of [...signed.keys()].sort()) {
      const version = signed.get(stream) ?? 0;
      const head = events.find((one) => one.stream === stream && one.version === version)?.hash ?? '';
      digest.add({ stream, version, head });
    }
    const named = index === 0 ? verifyingKey(key).raw : null;
    const text = writeCheckpoint({ ...before, predecessor, ...digest.result(), key: named, grown });
    const forgery = signedNote(text, [key]);
    predecessor = sha256(forgery);
    forged.push(forgery);
  }
  return { organisationId, events, notes: forged };
};

const aForgersKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** Another value of the same kind for a field. */
export const edited = (event: Envelope, field: keyof Envelope): Envelope => {
  const value = event[field];
  if (typeof value === 'number') return { ...event, [field]: value + 1 };
  if (value === null) return { ...event, [field]: 'somebody' };
  if (field === 'payload')
    return { ...event, payload: value.replace(/[a-z](?=[^a-z]*$)/, (sign) => (sign === 'x' ? 'y' : 'x')) };
  const last = value.slice(-1);
  return { ...event, [field]: value.slice(0, -1) + (last === '0' ? '1' : '0') };
};

export const eventLine = (event: Envelope): string => bundleLine.event(event).slice(0, -1);
