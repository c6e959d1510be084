import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf, type StoredEvent } from '../../../../src/adapters/shared/event-codec/chain.ts';
import { bundleLine } from '../../../../src/adapters/shared/evidence/bundle.ts';
import {
  type CheckpointText,
  type Head,
  HeadsDigest,
  NO_CHECKPOINT,
  writeCheckpoint,
} from '../../../../src/adapters/shared/evidence/checkpoint.ts';
import { type Envelope, sha256 } from '../../../../src/adapters/shared/evidence/envelope.ts';
import { signedNote, verifyingKey } from '../../../../src/adapters/shared/evidence/signed-note.ts';
import type { Verdict } from '../../../../src/adapters/shared/evidence/verdict.ts';
import { verifyBundle } from '../../../../src/adapters/shared/evidence/verify-bundle.ts';
import { aPast, verdictOn } from '../../../support/evidence/history.ts';
import { linesOf, type Parts, partsOf, rechained } from '../../../support/evidence/tampering.ts';

/**
 * Each way of finding something, where nothing else would: whoever falsified here had the key too, or there are no
 * checkpoints.
 */
const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = verifyingKey(createPublicKey(privateKey));

let parts: Parts;

beforeAll(async () => {
  parts = partsOf((await aPast({ events: 60 })).lines);
});

const endsOf = (events: readonly Envelope[]): readonly Head[] =>
  [...new Map(events.map(({ stream, version, hash }) => [stream, { stream, version, head: hash }])).values()].sort(
    (a, b) => (a.stream < b.stream ? -1 : 1),
  );

const totalsOf = (heads: readonly Head[]): Pick<CheckpointText, 'streams' | 'digest'> => {
  const digest = new HeadsDigest();
  for (const head of heads) digest.add(head);
  return digest.result();
};

/** Notes in one row, signed with the right key, whatever they say. */
const notesOf = (...checkpoints: readonly (Partial<CheckpointText> & { readonly grown: readonly Head[] })[]) => {
  let predecessor = NO_CHECKPOINT;
  return checkpoints.map((given, index) => {
    const key = index === 0 ? publicKey.raw : null;
    const base = {
      organisation: 'abendblatt',
      sequence: index + 1,
      predecessor,
      signedAt: '2026-11-24T20:00:00Z',
      key,
    };
    const note = signedNote(writeCheckpoint({ ...base, ...totalsOf(given.grown), ...given }), [privateKey]);
    predecessor = sha256(note);
    return note;
  });
};

const found = async (changed: Partial<Parts>, key = changed.notes === undefined ? null : publicKey): Promise<Verdict> =>
  verdictOn(await linesOf({ ...parts, notes: [], ...changed }), { publicKey: key });

const isOf =
  (kind: string) =>
  ({ stream }: Envelope) =>
    stream.startsWith(`${kind}-`);
const sealed = (event: Envelope): Envelope => ({ ...event, hash: hashOf(event as StoredEvent) });

describe('among events without checkpoints', () => {
  it('a version that skips one', async () => {
    const last = parts.events.findLastIndex(isOf('backupConfiguration'));
    const event = parts.events[last] as Envelope;
    const events = parts.events.with(last, sealed({ ...event, version: event.version + 1 }));
    expect(await found({ events })).toMatchObject({ found: 'version-out-of-order', version: event.version });
  });

  it('an event that names another predecessor', async () => {
    const last = parts.events.findLastIndex(isOf('backupConfiguration'));
    const event = parts.events[last] as Envelope;
    const events = parts.events.with(last, sealed({ ...event, previousHash: '0'.repeat(64) }));
    expect(await found({ events })).toMatchObject({ found: 'chain-broken', version: event.version });
  });

  it('a stream at the wrong place', async () => {
    const isAttempt = isOf('attempts');
    const events = [...parts.events.filter((event) => !isAttempt(event)), ...parts.events.filter(isAttempt)];
    expect(await found({ events })).toMatchObject({ found: 'stream-out-of-order', stream: 'attempts-abendblatt' });
  });

  it.each([
    ['backupRun-abendblatt2-2026-11-25', undefined],
    ['backupConfiguration-abendblatt2', undefined],
    ['notice-never', 'never'],
    ['notice-other', undefined],
    ['zebra-abendblatt', undefined],
  ])('a stream that is not the organisation’s: %s', async (stream, changeId) => {
    const event = parts.events.findLast(isOf('notice')) as Envelope;
    const stranger = { ...event, stream, ...(changeId === undefined ? {} : { changeId }) };
    const others = parts.events.filter((one) => one.stream < stream);
    const events = rechained([...others, stranger]);
    expect(await found({ events })).toMatchObject({ found: 'stream-foreign', stream });
  });
});

describe('among events and checkpoints of who has the key', () => {
  it('nothing, where all is well', async () => {
    const notes = notesOf({ grown: endsOf(parts.events) });
    expect(await found({ notes })).toMatchObject({ verdict: 'anchored' });
  });

  it('an event that was rewritten behind an older checkpoint', async () => {
    const settings = parts.events.filter(isOf('backupConfiguration'));
    const early = endsOf(settings.slice(0, 3));
    const events = rechained(
      parts.events.map((event) => (event === settings[1] ? { ...event, actorId: 'eve' } : event)),
    );
    const notes = notesOf({ grown: early }, { grown: endsOf(events) });
    expect(await found({ events, notes })).toMatchObject({ found: 'checkpoint-differs', version: 3, checkpoint: 1 });
  });

  it('a stream that is missing, first or last', async () => {
    const notes = notesOf({ grown: endsOf(parts.events) });
    const streams = endsOf(parts.events).map(({ stream }) => stream);
    for (const stream of [streams[0], streams[2], streams.at(-1)]) {
      const events = parts.events.filter((event) => event.stream !== stream);
      const expected = { found: 'ends-before-checkpoint', stream, version: 1, checkpoint: 1 };
      expect(await found({ events, notes })).toMatchObject(expected);
    }
  });

  it('a stream that no checkpoint knows, and an event behind the last one signed', async () => {
    const [first, ...others] = endsOf(parts.events);
    const unknown = notesOf({ grown: others });
    expect(await found({ notes: unknown })).toMatchObject({ found: 'goes-beyond-checkpoint', stream: first?.stream });
    const settings = parts.events.filter(isOf('backupConfiguration'));
    const shorter = notesOf({ grown: endsOf(parts.events.filter((event) => event !== settings.at(-1))) });
    const version = settings.length;
    expect(await found({ notes: shorter })).toMatchObject({ found: 'goes-beyond-checkpoint', version });
  });
});

describe('among checkpoints of who has the key', () => {
  const grown = (): readonly Head[] => endsOf(parts.events);

  it('totals that do not fit', async () => {
    const wrong = notesOf({ grown: grown(), streams: grown().length + 1 });
    expect(await found({ notes: wrong })).toMatchObject({ found: 'checkpoint-totals-differ', line: 2 });
    const digest = notesOf({ grown: grown(), digest: 'a'.repeat(64) });
    expect(await found({ notes: digest })).toMatchObject({ found: 'checkpoint-totals-differ', checkpoint: 1 });
  });

  it('one that signs less than one before it', async () => {
    const [head, ...rest] = grown() as [Head, ...Head[]];
    const back = { ...head, version: head.version };
    const notes = notesOf({ grown: [head, ...rest] }, { grown: [back], ...totalsOf(grown()) });
    expect(await found({ notes })).toMatchObject({ found: 'checkpoint-goes-back', checkpoint: 2, stream: head.stream });
  });

  it('one of another organisation', async () => {
    const notes = notesOf({ grown: grown(), organisation: 'morgenpost' });
    expect(await found({ notes })).toMatchObject({ found: 'checkpoint-foreign', checkpoint: 1 });
  });

  it('a first one that names no key', async () => {
    expect(await found({ notes: notesOf({ grown: grown(), key: null }) })).toMatchObject({ found: 'signature-wrong' });
  });

  it.each([
    ['no note', () => 'nonsense'],
    ['a note of something else', () => signedNote('example.com/log\n1\n', [privateKey])],
    ['lines out of order', () => notesOf({ grown: grown().toReversed() })[0]],
    ['a sequence number that is none', () => notesOf({ grown: grown(), sequence: 0 })[0]],
    ['a key that is none', () => notesOf({ grown: grown(), key: 'AAAA' })[0]],
    ['a time that is none', () => notesOf({ grown: grown(), signedAt: 'today' })[0]],
  ])('%s', async (_, note) => {
    expect(await found({ notes: [note() ?? ''] })).toMatchObject({ found: 'checkpoint-malformed', checkpoint: 1 });
  });
});

describe('among lines', () => {
  it('a checkpoint behind an event, and an event behind a key', async () => {
    const notes = notesOf({ grown: endsOf(parts.events) });
    const lines = await linesOf({ ...parts, notes });
    const [note, key] = [lines[1] ?? '', lines.at(-1) ?? ''];
    expect(await verdictOn(lines.toSpliced(20, 0, note))).toMatchObject({ found: 'line-misplaced', line: 21 });
    const event = bundleLine.event(parts.events[0] as Envelope).slice(0, -1);
    expect(await verdictOn([...lines, event])).toMatchObject({ found: 'line-misplaced', line: lines.length + 1 });
    expect(await verdictOn([...lines, key])).toMatchObject({ verdict: 'not-anchored' });
  });

  it('nothing at all', async () => {
    for (const bytes of [[], [Buffer.from('')], [Buffer.from('\n')]])
      expect(await verifyBundle(bytes, { publicKey: null, heads: [] })).toMatchObject({
        verdict: 'unreadable',
        line: 1,
      });
  });
});
