import { describe, expect, it } from 'vitest';
import { activeSince, standingAtSlot, standingsOf } from '../../../src/domain/history/standings.ts';
import { aConfiguration } from '../../builders/configuration.ts';
import { aNight } from '../../builders/night.ts';
import { recordsOf } from '../../builders/night-records.ts';

const HALF_PAST_TWO = 9_000;

describe('how a backup stood', () => {
  it('is told from change to change, and only where it differs', () => {
    const changed = aConfiguration().withDirectory('/other').paused().resumed().removed();
    const standings = standingsOf(
      recordsOf(changed, ...['10', '11', '12', '13', '14'].map((hour) => `2026-11-24T${hour}:00:00Z`)),
    );
    expect(standings.map(({ status, from, until }) => `${status} ${from} ${until}`)).toEqual([
      'active 2026-11-24T10:00:00Z 2026-11-24T12:00:00Z',
      'paused 2026-11-24T12:00:00Z 2026-11-24T13:00:00Z',
      'active 2026-11-24T13:00:00Z 2026-11-24T14:00:00Z',
      'removed 2026-11-24T14:00:00Z null',
    ]);
  });

  it('is nothing without a record', () => {
    expect(standingsOf([])).toEqual([]);
    expect(activeSince([])).toBeUndefined();
    expect(standingAtSlot([], aNight('2026-11-24'), HALF_PAST_TWO)).toBeUndefined();
  });
});

describe('since when it is active', () => {
  const set = '2026-11-20T10:00:00Z';
  it.each([
    ['since the set-up', aConfiguration(), [set], set],
    ['not while it is paused', aConfiguration().paused(), [set, '2026-11-21T10:00:00Z'], undefined],
    [
      'since it was resumed',
      aConfiguration().paused().resumed(),
      [set, '2026-11-21T10:00:00Z', '2026-11-22T10:00:00Z'],
      '2026-11-22T10:00:00Z',
    ],
    [
      'since the set-up, whatever the time zone became',
      aConfiguration().inTimeZone('Asia/Tokyo'),
      [set, '2026-11-21T10:00:00Z'],
      set,
    ],
  ])('%s', (_, configuration, instants, since) => {
    expect(activeSince(standingsOf(recordsOf(configuration, ...instants)))?.toString()).toBe(since);
  });
});

describe('how it stood at a slot', () => {
  const at = (date: string, standings: ReturnType<typeof standingsOf>) => {
    const standing = standingAtSlot(standings, aNight(date), HALF_PAST_TWO);
    return standing && `${standing.status} ${standing.timeZone}`;
  };

  it('a slot in the moment of a change belongs to what was before', () => {
    const standings = standingsOf(recordsOf(aConfiguration().paused(), '2026-11-23T01:30:00Z', '2026-11-24T01:30:00Z'));
    expect(['2026-11-23', '2026-11-24', '2026-11-25'].map((date) => at(date, standings))).toEqual([
      undefined,
      'active Europe/Berlin',
      'paused Europe/Berlin',
    ]);
  });

  it('goes by the zone of its time, and is what stood before where the slot came in neither', () => {
    // At 01:00 in Berlin it is 09:00 in Tokyo: on the 24th the slot of Tokyo is over, and that of Berlin is to come.
    const moved = aConfiguration().inTimeZone('Asia/Tokyo');
    const standings = standingsOf(recordsOf(moved, '2026-11-20T10:00:00Z', '2026-11-24T00:00:00Z'));
    expect(['2026-11-23', '2026-11-24', '2026-11-25'].map((date) => at(date, standings))).toEqual([
      'active Europe/Berlin',
      'active Europe/Berlin',
      'active Asia/Tokyo',
    ]);
  });

  it('is nothing before the set-up, whichever zone came later', () => {
    const moved = aConfiguration().inTimeZone('Pacific/Honolulu');
    // Honolulu's slot of the 24th came after the set-up; but nobody's clock was Honolulu's then.
    const standings = standingsOf(recordsOf(moved, '2026-11-24T09:00:00Z', '2026-11-30T00:00:00Z'));
    expect([at('2026-11-24', standings), at('2026-11-25', standings)]).toEqual([undefined, 'active Europe/Berlin']);
  });
});
