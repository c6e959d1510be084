import { describe, expect, it } from 'vitest';
import { attemptToRecord, KEPT_AN_HOUR } from '../../../src/domain/attempts/recording.ts';

const attempt = { type: 'SaveRejected', command: 'SaveSettings', reason: 'PasswordRequired' } as const;
const hour = '2026-11-24T01';
const recordedOf = (n: number) => attemptToRecord(attempt, hour, n);

describe('of the attempts in an hour', () => {
  it.each([1, 2, 19, KEPT_AN_HOUR])('the %d. is kept as it is', (n) => {
    expect(recordedOf(n)).toEqual([attempt]);
  });

  it.each([21, 40, 80, 160, 20_480])('the %d. is a count', (n) => {
    expect(recordedOf(n)).toEqual([{ type: 'FurtherAttemptsCounted', hour, count: n }]);
  });

  it.each([22, 39, 41, 60, 79, 100, 20_481])('the %d. is not recorded', (n) => {
    expect(recordedOf(n)).toEqual([]);
  });

  it('a million make thirty-six events', () => {
    const events = Array.from({ length: 1_000_000 }, (_, index) => recordedOf(index + 1)).flat();
    expect(events).toHaveLength(KEPT_AN_HOUR + 1 + 15);
  });
});
