import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { chain, STREAM_START, type StoredEvent } from '../../src/adapters/shared/event-codec/chain.ts';
import { bundleLine } from '../../src/adapters/shared/evidence/bundle.ts';
import { HeadsDigest, NO_CHECKPOINT, writeCheckpoint } from '../../src/adapters/shared/evidence/checkpoint.ts';
import { sha256 } from '../../src/adapters/shared/evidence/envelope.ts';
import { signedNote, verifyingKey } from '../../src/adapters/shared/evidence/signed-note.ts';
import type { StreamEnd } from '../../src/application/ports/event-log.ts';
import type { StreamName } from '../../src/application/stream-names.ts';
import type { DomainEvent } from '../../src/domain/domain-event.ts';
import { aConfiguration } from '../../test/builders/configuration.ts';
import { claimed, replaced } from '../../test/builders/run.ts';

/** Once a change or a night has ended, a checkpoint follows: about one in eight events, in a history of nights. */
export interface LongHistory {
  /** By stream, then version. */
  readonly events: readonly StoredEvent[];
  readonly notes: readonly string[];
  readonly publicKey: string;
}

const RECORDED_AT = Temporal.Instant.from('2026-11-24T20:00:00Z');

/**
 * `settings`: one stream, changed for ever, a checkpoint every 100 events. `nights`: a stream a night with its eight
 * events, a use of the password each, and a checkpoint after each.
 */
export const longHistory = (
  kind: 'settings' | 'nights',
  count: number,
  privateKey = generateKeyPairSync('ed25519').privateKey,
): LongHistory => {
  const ends = new Map<string, StreamEnd>();
  const changed = new Set<string>();
  const streams = new Map<string, StoredEvent[]>();
  let id = 0;
  const append = (stream: string, events: readonly DomainEvent[]): void => {
    const envelopes = events.map((event) => {
      id += 1;
      const ids = { eventId: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`, changeId: `change-${id >> 3}` };
      return {
        ...ids,
        causationId: null,
        requestId: `request-${id >> 3}`,
        actorId: 'anna',
        occurredAt: RECORDED_AT,
        event,
      };
    });
    const stored = chain(stream as StreamName, ends.get(stream) ?? STREAM_START, envelopes, RECORDED_AT);
    const last = stored.at(-1);
    if (last !== undefined) ends.set(stream, { version: last.version, head: last.hash });
    changed.add(stream);
    const before = streams.get(stream);
    if (before === undefined) streams.set(stream, [...stored]);
    else before.push(...stored);
  };
  const notes: string[] = [];
  let predecessor = NO_CHECKPOINT;
  const sign = (isLast: boolean): void => {
    const grown = [...changed].sort().map((stream) => ({ stream, ...(ends.get(stream) as StreamEnd) }));
    changed.clear();
    const digest = new HeadsDigest();
    // Of the others nobody reads the digest, and there are a hundred million lines in all of them.
    if (isLast)
      for (const stream of [...ends.keys()].sort()) digest.add({ stream, ...(ends.get(stream) as StreamEnd) });
    const key = notes.length === 0 ? verifyingKey(privateKey).raw : null;
    const names = { organisation: 'abendblatt', sequence: notes.length + 1, predecessor, key, grown };
    const text = writeCheckpoint({
      ...names,
      signedAt: RECORDED_AT.toString(),
      streams: ends.size,
      digest: digest.result().digest,
    });
    const note = signedNote(text, [privateKey]);
    predecessor = sha256(note);
    notes.push(note);
  };
  const configuration = aConfiguration().events;
  append('backupConfiguration-abendblatt', configuration);
  const [there, back] = [
    aConfiguration().withDirectory('/other'),
    aConfiguration().withDirectory('/other').withDirectory('/backup/planung'),
  ];
  const change = [there.events.slice(3), back.events.slice(5)];
  const date = Temporal.PlainDate.from('2000-01-01');
  for (let turn = 0; id < count; turn += 1) {
    if (kind === 'settings') append('backupConfiguration-abendblatt', change[turn % 2] ?? []);
    else {
      const night = date.add({ days: turn }).toString();
      append(`backupRun-abendblatt-${night}`, aNight(night));
      append('attempts-abendblatt', [{ type: 'StoredPasswordOpened', secretId: 'secret-1', purpose: 'night' }]);
    }
    if (kind === 'nights' || turn % 50 === 49) sign(id >= count);
  }
  if (kind === 'settings') sign(true);
  const events = [...streams.keys()].sort().flatMap((stream) => streams.get(stream) ?? []);
  return { events, notes, publicKey: verifyingKey(privateKey).raw };
};

const aNight = (night: string): readonly DomainEvent[] => {
  const claim = claimed({ night: night as never });
  const names = ['Themenplanung.xlsx.20261124-1.part', 'Terminplanung.xlsx.20261124-1.part'];
  const parts = { attempt: 1, destination: claim.destination, names };
  const collected = {
    collectionId: 'c-1',
    collectedAt: '2026-11-24T01:00:00Z',
    stories: 400,
    events: 60,
    needsALook: 0,
  };
  return [
    claim,
    { type: 'PlanCollected', attempt: 1, ...collected },
    { type: 'PartFilesNamed', ...parts },
    replaced('story-plan'),
    replaced('event-plan'),
    { type: 'PartFilesGone', ...parts },
    { type: 'NightDelivered', attempt: 1 },
  ];
};

export const writeBundle = (file: string, { events, notes }: LongHistory): void => {
  const lines = [bundleLine.header('abendblatt'), ...notes.map(bundleLine.checkpoint), ...events.map(bundleLine.event)];
  writeFileSync(file, lines.join(''));
};
