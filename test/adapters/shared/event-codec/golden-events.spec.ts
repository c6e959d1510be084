import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/adapters/shared/event-codec/canonical-json.ts';
import {
  chain,
  following,
  recorded,
  STREAM_START,
  type StoredEvent,
} from '../../../../src/adapters/shared/event-codec/chain.ts';
import { CODECS, encodeEvent } from '../../../../src/adapters/shared/event-codec/event-codec.ts';
import type { EventToAppend, StreamEnd } from '../../../../src/application/ports/event-log.ts';
import type { StreamName } from '../../../../src/application/stream-names.ts';
import { EVERY_EVENT } from './every-event.ts';

/**
 * One stored event of every type and version that was ever stored, as one stream. It only ever grows: where a type
 * is missing, the first test below shows the entry to add at its end, and a line is added here.
 */
const GOLDEN_STREAM = 'golden' as StreamName;
const ENDS: readonly StreamEnd[] = [
  { version: 35, head: '86cdf1f97a1dcaf5ce03a97d89329a4aad7cc01462f276d5203937ed651335f9' },
  { version: 36, head: '553d0d447d860bea97444485f6b7847dce6de9f9454e1f4d675a986fc39cd105' },
  { version: 40, head: '60ccdfb02c02cfaf43741c9b840beb63e5e9b008ece03e0f715df3b3c29da069' },
  { version: 41, head: 'e032b3249ac941f7e54a97ad93cabd3ca4ffd1dd3fb01028b7b7811c8002ec9b' },
];

const golden = JSON.parse(readFileSync(new URL('golden-events.json', import.meta.url), 'utf8')) as StoredEvent[];

const missing = (): readonly StoredEvent[] => {
  const known = new Set(golden.map(({ type }) => type));
  const events = Object.values(EVERY_EVENT).filter(({ type }) => !known.has(CODECS[type].storedType));
  const envelopes = events.map(
    (event): EventToAppend => ({
      eventId: `event of ${event.type}`,
      changeId: 'change-1',
      causationId: null,
      requestId: 'request-1',
      actorId: 'anna',
      occurredAt: Temporal.Instant.from('2026-11-24T18:00:00.123456789Z'),
      event,
    }),
  );
  const last = golden.at(-1);
  const end = last === undefined ? STREAM_START : { version: last.version, head: last.hash };
  return chain(GOLDEN_STREAM, end, envelopes, Temporal.Instant.from('2026-11-24T18:00:01Z'));
};

describe('the golden file of stored events', () => {
  it('has every type that is stored today', () => {
    expect(missing()).toEqual([]);
  });

  it('has not changed where it was written', () => {
    for (const { version, head } of ENDS) expect(golden[version - 1]).toMatchObject({ version, hash: head });
    expect(ENDS.at(-1)?.version).toBe(golden.length);
    expect(golden.reduce(following, STREAM_START)).toEqual(ENDS.at(-1));
  });

  it('is decoded, all of it, by the code of today', () => {
    const types = golden.map((stored) => recorded(stored, 1n).event.type);
    expect(new Set(types)).toEqual(new Set(Object.keys(CODECS)));
  });

  it('is encoded again as it stands, where its version is the one of today', () => {
    for (const stored of golden) {
      const { event } = recorded(stored, 1n);
      const { storedType, data } = encodeEvent(event);
      if (storedType === stored.type) expect(canonicalJson({ data, metadata: {} })).toBe(stored.payload);
    }
  });
});
