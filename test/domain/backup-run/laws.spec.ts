import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackupRunCommand } from '../../../src/domain/backup-run/commands.ts';
import { backupRun } from '../../../src/domain/backup-run/decide.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { aClaim, aPin, failed, replaced } from '../../builders/run.ts';

const attempt = fc.integer({ min: 1, max: 4 });
const file = fc.constantFrom('story-plan' as const, 'event-plan' as const);

const single: fc.Arbitrary<BackupRunCommand> = fc.oneof(
  fc.tuple(file, attempt).map(([of, by]) => ({ type: 'RecordProgress' as const, fact: replaced(of, by) })),
  fc.tuple(file, attempt).map(([of, by]) => ({ type: 'RecordProgress' as const, fact: failed(of, by) })),
  attempt.map((by) => ({
    type: 'RecordProgress' as const,
    fact: { type: 'PartFilesGone' as const, attempt: by, destination: aDestination(), names: ['x.part'] },
  })),
  attempt.map((by) => ({ type: 'EndAttempt' as const, attempt: by })),
  attempt.map((by) => ({ type: 'StopAttempt' as const, attempt: by, reason: 'paused' as const })),
  attempt.map((by) => ({ type: 'RecordLatePublication' as const, attempt: by })),
  fc.constant({ type: 'RecordOlderNightPublication' as const, olderNight: aNight('2026-11-23') }),
  fc.constant(aClaim()),
);

/** A start and, from some attempt, all that it takes to deliver. */
const wholeAttempt: fc.Arbitrary<readonly BackupRunCommand[]> = fc
  .record({ start: fc.boolean(), by: attempt })
  .map(({ start, by }) => [
    start
      ? { type: 'RepeatNight', reason: 'manual', workerId: 'w', ...aPin() }
      : { type: 'TakeOverNight', reason: 'lease-lost', overtaken: by - 1, workerId: 'w', ...aPin() },
    { type: 'RecordProgress', fact: replaced('story-plan', by) },
    { type: 'RecordProgress', fact: replaced('event-plan', by) },
    { type: 'EndAttempt', attempt: by },
  ]);

/** Whatever workers may send, old ones too, in any order. */
const commands: fc.Arbitrary<readonly BackupRunCommand[]> = fc
  .array(
    fc.oneof(
      single.map((command) => [command]),
      wholeAttempt,
    ),
    { maxLength: 15, size: 'max' },
  )
  .map((blocks) => [aClaim(), ...blocks.flat()]);

const historyOf = (all: readonly BackupRunCommand[]): readonly BackupRunEvent[] => {
  const history: BackupRunEvent[] = [];
  let state = backupRun.initialState;
  for (const command of all) {
    const decision = backupRun.decide(command, state);
    if (decision.outcome === 'rejected') continue;
    history.push(...decision.events);
    state = decision.events.reduce(backupRun.evolve, state);
  }
  return history;
};

const STARTS = ['NightClaimed', 'NightTakenOver', 'NightRepeated'];
const ENDS = ['NightDelivered', 'NightDeliveredAgain', 'NightHalfDelivered', 'NightFailed', 'NightStopped'];

describe('whatever workers send, in whatever order', () => {
  const holds = (law: (history: readonly BackupRunEvent[]) => void): void =>
    fc.assert(
      fc.property(commands, (all) => law(historyOf(all))),
      { numRuns: 500 },
    );

  it('a night is delivered at most once', () => {
    holds((history) => {
      expect(history.filter(({ type }) => type === 'NightDelivered').length).toBeLessThanOrEqual(1);
    });
  });

  it('a night is delivered again only after it was delivered', () => {
    holds((history) => {
      const types = history.map(({ type }) => type);
      if (types.includes('NightDeliveredAgain'))
        expect(types.indexOf('NightDelivered')).toBeLessThan(types.indexOf('NightDeliveredAgain'));
    });
  });

  it('attempts are numbered from 1 without a gap', () => {
    holds((history) => {
      const attempts = history.filter(({ type }) => STARTS.includes(type)).map((event) => event.attempt);
      expect(attempts).toEqual(attempts.map((_, index) => index + 1));
    });
  });

  it('only the current attempt records, and each ends at most once', () => {
    holds((history) => {
      let current = 0;
      let running = false;
      for (const event of history) {
        if (STARTS.includes(event.type)) {
          current = event.attempt;
          running = true;
        } else if (event.type === 'PublishedLate') {
          expect(event.attempt).toBeLessThan(current);
        } else if (event.type === 'OlderNightPublishedLate') {
          expect(event.attempt).toBe(current);
        } else if (event.type !== 'PartFilesGone') {
          expect([event.attempt, running]).toEqual([current, true]);
          running = !ENDS.includes(event.type);
        }
      }
    });
  });

  it('what is delivered has both files of the same attempt', () => {
    holds((history) => {
      for (const [index, event] of history.entries()) {
        if (event.type !== 'NightDelivered' && event.type !== 'NightDeliveredAgain') continue;
        const outcomes = history
          .slice(0, index)
          .filter((one) => (one.type === 'FileReplaced' || one.type === 'FileFailed') && one.attempt === event.attempt);
        for (const plan of ['story-plan', 'event-plan'])
          expect(outcomes.findLast((one) => 'file' in one && one.file === plan)?.type).toBe('FileReplaced');
      }
    });
  });

  it('and they do reach a delivered night', () => {
    const histories = fc.sample(commands, { numRuns: 500, seed: 1 }).map(historyOf);
    expect(histories.some((history) => history.some(({ type }) => type === 'NightDelivered'))).toBe(true);
    expect(histories.some((history) => history.some(({ type }) => type === 'NightDeliveredAgain'))).toBe(true);
  });
});
