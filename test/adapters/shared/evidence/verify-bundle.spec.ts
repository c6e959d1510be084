import { beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../../src/adapters/shared/evidence/verdict.ts';
import { verifyBundle } from '../../../../src/adapters/shared/evidence/verify-bundle.ts';
import { anchors, type Case, checkpoints, rewritten, singleEvents } from '../../../support/evidence/cases.ts';
import { aPast, bytesOf, type LivingPast, NO_ANCHORS, verdictOn } from '../../../support/evidence/history.ts';
import { edited, eventLine, firstEventLine, linesOf, partsOf } from '../../../support/evidence/tampering.ts';

const EVENTS = 200;

let [past, fork, other]: LivingPast[] = [];

beforeAll(async () => {
  past = await aPast({ events: EVENTS });
  fork = await aPast({ events: EVENTS, directory: '/backup/fork' });
  other = await aPast({ events: EVENTS, organisationId: 'morgen-post' });
}, 60_000);

const isAsExpected = ({ expected }: Case, verdict: Verdict): boolean => {
  if (typeof expected === 'string') return verdict.verdict === expected;
  return verdict.verdict === 'altered' && verdict.line >= expected.from && verdict.line <= expected.to;
};

/** What stands behind the place is not read: what is missed there is not made up for by what is found later. */
const linesToRead = ({ lines, expected }: Case): readonly string[] =>
  typeof expected === 'string' ? lines : lines.slice(0, expected.to + 1);

/** All that did not come out as it must, with what came out. */
const misjudged = async (cases: AsyncIterable<Case> | Iterable<Case>): Promise<readonly unknown[]> => {
  const wrong: unknown[] = [];
  let count = 0;
  for await (const one of cases) {
    count += 1;
    const verdict = await verdictOn(linesToRead(one), one);
    if (!isAsExpected(one, verdict)) wrong.push({ name: one.name, expected: one.expected, verdict });
  }
  expect(count).toBeGreaterThan(10);
  return wrong;
};

describe('a bundle of 200 events, verified with the key', () => {
  it('has so many, and is anchored', async () => {
    const { publicKey, lines } = past as LivingPast;
    const verdict = await verdictOn(lines, { publicKey });
    expect(verdict).toMatchObject({ verdict: 'anchored', byKey: true });
    expect(verdict.verdict === 'anchored' ? verdict.events : 0).toBeGreaterThanOrEqual(EVENTS);
  });

  it('shows each edit, deletion, insertion, duplication, swap and copy of an event where it was done', async () => {
    expect(await misjudged(singleEvents(past as LivingPast, other as LivingPast))).toEqual([]);
  }, 120_000);

  it('shows what was rewritten and chained anew, cut off or dropped, by a checkpoint or a mail', async () => {
    expect(await misjudged(rewritten(past as LivingPast))).toEqual([]);
  }, 120_000);

  it('shows what was done to its checkpoints', async () => {
    expect(await misjudged(checkpoints(past as LivingPast, other as LivingPast))).toEqual([]);
  }, 60_000);
});

describe('a bundle', () => {
  it('is anchored by what did not come with it alone', async () => {
    expect(await misjudged(anchors(past as LivingPast, fork as LivingPast, other as LivingPast))).toEqual([]);
  }, 60_000);

  it('shows each edit of each field of each event by the chain alone', async () => {
    const parts = { ...partsOf((past as LivingPast).lines), notes: [] };
    const lines = await linesOf(parts);
    const first = firstEventLine(parts) - 1;
    for (const [index, event] of parts.events.entries())
      for (const field of Object.keys(event) as (keyof typeof event)[]) {
        const changed = lines.slice(0, first + index + 1).with(first + index, eventLine(edited(event, field)));
        // What comes before was verified with the event before it.
        const verdict = await verdictOn(changed);
        expect(verdict, `${field} of event ${index}`).toMatchObject({ verdict: 'altered', line: first + index + 1 });
      }
  }, 120_000);

  it('is judged the same in whatever pieces it is read', async () => {
    const { lines, publicKey } = past as LivingPast;
    const bytes = bytesOf(lines.with(150, (lines[150] ?? '').replace('"version":', '"versiom":')));
    const whole = await verifyBundle([bytes], { ...NO_ANCHORS, publicKey });
    expect(whole).toMatchObject({ verdict: 'altered', line: 151, found: 'line-malformed' });
    for (const size of [1, 1000, 4096]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        bytes.subarray(n * size, (n + 1) * size),
      );
      expect(await verifyBundle(pieces, { ...NO_ANCHORS, publicKey })).toEqual(whole);
    }
  });

  it('that is no UTF-8 is unreadable at that line, and what is altered before it is found first', async () => {
    const bytes = Buffer.from(bytesOf((past as LivingPast).lines));
    const line = bytes.subarray(0, 90_000).filter((byte) => byte === 0x0a).length + 1;
    bytes[90_000] = 0xff;
    expect(await verifyBundle([bytes], NO_ANCHORS)).toEqual({ verdict: 'unreadable', line, problem: 'no-text' });
    bytes[300] = bytes[300] === 0x61 ? 0x62 : 0x61;
    expect(await verifyBundle([bytes], NO_ANCHORS)).toMatchObject({ verdict: 'altered', line: 2 });
  });

  it('without a line end behind its last line is the same bundle', async () => {
    const bytes = bytesOf((past as LivingPast).lines).subarray(0, -1);
    expect(await verifyBundle([bytes], NO_ANCHORS)).toMatchObject({ verdict: 'not-anchored' });
  });
});
