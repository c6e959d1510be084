import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupHealth } from '../../../src/domain/backup-health/decide.ts';
import type { SettledNight } from '../../../src/domain/backup-health/settled-nights.ts';
import { type BackupHealthState, isTold } from '../../../src/domain/backup-health/state.ts';
import { bad, badBefore, failing, good, night, nightsAre, recovered, reminded, told } from '../../builders/health.ts';
import { givenFor } from '../../support/given.ts';

const given = givenFor(backupHealth);

describe('a backup that works', () => {
  it('is told to nobody', () => {
    given().when(nightsAre([])).thenNothingHappened();
    given()
      .when(nightsAre([good(1), good(2)]))
      .thenNothingHappened();
  });

  it('is failing with the first night that fails, whatever was wrong', () => {
    given()
      .when(nightsAre([good(1), bad(2)]))
      .then(failing(2), told());
    const missed = { kind: 'missed' } as const;
    given()
      .when(nightsAre([bad(2, missed)]))
      .then(failing(2, 2, missed), told());
  });

  it('is failing since the first of several nights that were found at once, with what was wrong in the last', () => {
    const missed = { kind: 'missed' } as const;
    given()
      .when(nightsAre([good(1), bad(2, missed), bad(3, missed), bad(4)]))
      .then(failing(2, 4), told());
  });

  it('is told in one breath of a trouble that is over by the time it is found', () => {
    given()
      .when(nightsAre([bad(2), bad(3), good(4)]))
      .then(failing(2, 3), recovered(2, 4), told());
    given()
      .when(nightsAre([bad(1), good(2), bad(4)]))
      .then(failing(1), recovered(1, 2), failing(4), told());
  });

  it('that nobody administers is recorded all the same', () => {
    const nobody = { type: 'AdministratorsToBeTold', changeId: 'change-1', recipientIds: [] } as const;
    given()
      .when(nightsAre([bad(2)], { recipientIds: [] }))
      .then(failing(2), nobody);
  });
});

describe('a backup that fails', () => {
  it('is not told every night anew', () => {
    given(failing(2), told())
      .when(nightsAre([good(1), bad(2), bad(3)]))
      .thenNothingHappened();
  });

  it('recovers with the first night that is delivered', () => {
    given(failing(2), told())
      .when(nightsAre([bad(2), bad(3), good(4), good(5)]))
      .then(recovered(2, 4), told());
  });

  it('recovers at once with a night that is repaired', () => {
    given(failing(2), told())
      .when(nightsAre([good(1), good(2)]))
      .then(recovered(2, 2), told());
    // An older one changes nothing.
    given(failing(2), told())
      .when(nightsAre([good(2), bad(3)]))
      .then(recovered(2, 2), failing(3), told());
    given(failing(2, 3), told())
      .when(nightsAre([good(1), bad(2), bad(3)]))
      .thenNothingHappened();
  });

  it('and has failed again by the time that is found, is told as a new trouble', () => {
    given(failing(2), told())
      .when(nightsAre([bad(2), good(3), bad(4)]))
      .then(recovered(2, 3), failing(4), told());
  });

  it('is told anew where it was resumed, or set up again, and fails again', () => {
    given(failing(2), told())
      .when(nightsAre([badBefore(2), badBefore(3)]))
      .thenNothingHappened();
    given(failing(2), told())
      .when(nightsAre([badBefore(2), badBefore(3), bad(9)]))
      .then(failing(9), told());
    given(failing(2), told(), failing(9), told())
      .when(nightsAre([badBefore(2), badBefore(3), bad(9), bad(10)]))
      .thenNothingHappened();
  });

  it('is told to work again where it was resumed and works', () => {
    given(failing(2), told())
      .when(nightsAre([badBefore(2), badBefore(3), good(9)]))
      .then(recovered(2, 9), told());
  });
});

describe('a backup that works again', () => {
  const history = [failing(2), told(), recovered(2, 4), told()] as const;

  it('is told no more of the nights that are over', () => {
    given(...history)
      .when(nightsAre([bad(2), bad(3), good(4), good(5)]))
      .thenNothingHappened();
  });

  it('is told no more of what failed before it was resumed, and was part of the trouble then', () => {
    given(failing(2), told(), failing(9), told(), recovered(9, 10), told())
      .when(nightsAre([badBefore(2), badBefore(3), bad(9), good(10)]))
      .thenNothingHappened();
  });

  it('is told of a night that was found late', () => {
    given(...history)
      .when(nightsAre([bad(1), bad(2), bad(3), good(4)]))
      .then(failing(1, 3), recovered(1, 4), told());
    given(...history)
      .when(nightsAre([bad(2), good(4), bad(5), good(6)]))
      .then(failing(5), recovered(5, 6), told());
  });

  it('is failing again with the next night that fails, be it the same one', () => {
    given(...history)
      .when(nightsAre([good(4), bad(5)]))
      .then(failing(5), told());
    given(...history)
      .when(nightsAre([bad(2), bad(3), bad(4)]))
      .then(failing(2, 4), told());
  });
});

describe('a reminder', () => {
  const nights = (to: number): readonly SettledNight[] => Array.from({ length: to - 1 }, (_, index) => bad(index + 2));

  it('is given three and seven days after the night that was told of, and then never again', () => {
    const history = [failing(2), told()] as const;
    for (const day of [3, 4])
      given(...history)
        .when(nightsAre(nights(day)))
        .thenNothingHappened();
    given(...history)
      .when(nightsAre(nights(5)))
      .then(reminded(2, 5, 3), told());
    const once = [...history, reminded(2, 5, 3), told()] as const;
    for (const day of [5, 6, 7, 8])
      given(...once)
        .when(nightsAre(nights(day)))
        .thenNothingHappened();
    given(...once)
      .when(nightsAre(nights(9)))
      .then(reminded(2, 9, 7), told());
    given(...once, reminded(2, 9, 7), told())
      .when(nightsAre(nights(28)))
      .thenNothingHappened();
  });

  it('counts from the night that was told of, where older ones were found with it', () => {
    given(failing(2, 6), told())
      .when(nightsAre(nights(7)))
      .thenNothingHappened();
    given(failing(2, 6), told())
      .when(nightsAre(nights(9)))
      .then(reminded(2, 9, 3), told());
  });

  it('stands for an earlier one that nobody was there to give', () => {
    given(failing(2), told())
      .when(nightsAre(nights(12)))
      .then(reminded(2, 12, 7), told());
  });

  it('is given on its date, though no night was settled since', () => {
    given(failing(2), told())
      .when(nightsAre(nights(3), { remindedTo: night(5) }))
      .then(reminded(2, 3, 3), told());
  });

  it('is not given while the backup is paused, nor before its first night after that', () => {
    given(failing(2), told())
      .when(nightsAre(nights(9), { remindedTo: null }))
      .thenNothingHappened();
    given(failing(2), told())
      .when(nightsAre([badBefore(2)], { remindedTo: night(9) }))
      .thenNothingHappened();
  });

  it('is given to whoever is an administrator then', () => {
    given(failing(2), told())
      .when(nightsAre(nights(5), { recipientIds: ['carla'] }))
      .then(reminded(2, 5, 3), told('carla'));
  });
});

describe('whatever happens night by night, and however seldom somebody looks', () => {
  /** What becomes of the next night, whether an earlier one is repaired or found to be missed, and who looks. */
  const step = fc.record({
    isGood: fc.boolean(),
    flips: fc.option(fc.nat(20), { nil: undefined }),
    isResumed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    isLookedAt: fc.boolean(),
  });

  it('who looks again finds nothing new, the state is that of the last night, and each failed night was told', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const isGood: boolean[] = [];
        let activeFrom = 1;
        let state = backupHealth.initialState;
        for (const [index, { isGood: now, flips, isResumed, isLookedAt }] of steps.entries()) {
          isGood.push(now);
          if (flips !== undefined && flips < index) isGood[flips] = !isGood[flips];
          if (isResumed) activeFrom = index + 1;
          if (!isLookedAt && index < steps.length - 1) continue;
          const nights = isGood.map((ok, at) => {
            const day = at + 1;
            return { ...(ok ? good(day) : bad(day)), isSinceActive: day >= activeFrom };
          });
          // With a reminder after the change at the most: then there is nothing more to say.
          for (const most of [2, 1]) state = looked(nights, state, most);
          expect(looked(nights, state, 0)).toBe(state);
          expect(state.status).toBe(isGood.at(-1) ? 'healthy' : 'failing');
          for (const { night: date, trouble } of nights)
            if (trouble !== undefined && state.status === 'healthy') expect(isTold(state, date)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  const looked = (nights: readonly SettledNight[], state: BackupHealthState, most: number): BackupHealthState => {
    const decision = backupHealth.decide(nightsAre(nights), state);
    if (decision.outcome === 'rejected') throw new Error('it has no rule that says no');
    if (most === 0) expect(decision.events).toEqual([]);
    return decision.events.length === 0 ? state : decision.events.reduce(backupHealth.evolve, state);
  };
});
