import { describe, expect, it } from 'vitest';
import { backupConfiguration } from '../../src/domain/backup-configuration/decide.ts';
import { settingsOf } from '../../src/domain/backup-configuration/state.ts';
import { backupRun } from '../../src/domain/backup-run/decide.ts';
import { notices } from '../../src/domain/notice/decide.ts';
import { ADMINISTRATORS, aConfiguration } from '../builders/configuration.ts';
import { aRun, claimed } from '../builders/run.ts';

const strange = {
  type: 'Strange',
  status: 'strange',
  actorId: 'anna',
  administratorIds: ADMINISTRATORS,
  formerAdministratorIds: [],
} as never;
const { state } = aConfiguration();
const run = aRun(claimed());

describe('what the types rule out and comes all the same', () => {
  it.each<[string, () => unknown]>([
    [
      'a command to a configuration',
      () => backupConfiguration.decide({ ...(strange as object), expectedVersion: null } as never, state),
    ],
    ['an event of a configuration', () => backupConfiguration.evolve(state, strange)],
    ['a state of a configuration', () => settingsOf(strange)],
    ['a command to a night', () => backupRun.decide(strange, run)],
    ['an event of a night', () => backupRun.evolve(run, strange)],
    ['a command to notices', () => notices.decide(strange, new Map())],
    ['an event of notices', () => notices.evolve(new Map(), strange)],
  ])('%s fails loudly, and passes for nothing', (_, act) => {
    expect(act).toThrow('a case came that the compiler rules out');
  });
});
