import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackupConfigurationCommand, SaveSettings } from '../../../src/domain/backup-configuration/commands.ts';
import { backupConfiguration } from '../../../src/domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../../src/domain/backup-configuration/events.ts';
import { type BackupConfigurationState, settingsOf } from '../../../src/domain/backup-configuration/state.ts';
import { acceptableForms, configurationCommands } from '../../builders/arbitrary-configuration.ts';

const { decide, evolve, initialState } = backupConfiguration;

interface Step {
  readonly command: BackupConfigurationCommand;
  readonly before: BackupConfigurationState;
  readonly events: readonly BackupConfigurationEvent[];
  readonly after: BackupConfigurationState;
}

/** Every accepted command, one after the other. */
const run = (commands: readonly BackupConfigurationCommand[]): readonly Step[] => {
  let before = initialState;
  return commands.flatMap((command) => {
    const decision = decide(command, before);
    if (decision.outcome === 'rejected') return [];
    const step = { command, before, events: decision.events, after: decision.events.reduce(evolve, before) };
    before = step.after;
    return [step];
  });
};

const last = (steps: readonly Step[]): BackupConfigurationState => steps.at(-1)?.after ?? initialState;

describe('whatever is saved, in whatever order', () => {
  it('a form leads to exactly the settings that it wants', () => {
    fc.assert(
      fc.property(configurationCommands, acceptableForms, (commands, form) => {
        const before = last(run(commands));
        const kept = settingsOf(before);
        const [step] = run([...commands, form]).slice(-1);
        const { destination, trustedIdentity, replacement, confidentialRecords } = form;
        expect(settingsOf(step?.after ?? initialState)).toEqual({
          destination,
          trustedIdentity,
          replacement,
          confidentialRecords,
          login: { user: form.user, ...form.enteredSecret },
          // These are fixed at set-up, whatever a later form says.
          timeZone: kept?.timeZone ?? form.timeZone,
          locale: kept?.locale ?? form.locale,
          fileNames: kept?.fileNames ?? expect.anything(),
        });
      }),
    );
  });

  it('saving the same once more yields nothing', () => {
    fc.assert(
      fc.property(configurationCommands, acceptableForms, (commands, form) => {
        const saved = last(run([...commands, form]));
        const again: SaveSettings = { ...form, enteredSecret: null, expectedVersion: saved.version };
        expect(decide(again, saved)).toEqual({ outcome: 'accepted', events: [] });
      }),
    );
  });

  it('every change ends with who is to be told: all administrators and former ones but the actor, once each', () => {
    fc.assert(
      fc.property(configurationCommands, (commands) => {
        for (const { command, events } of run(commands).filter((step) => step.events.length > 0)) {
          const others = new Set([...command.administratorIds, ...command.formerAdministratorIds]);
          if (command.type !== 'ChangeTimeZone') others.delete(command.actorId);
          expect(events.filter(({ type }) => type === 'CoAdministratorsToBeTold')).toHaveLength(1);
          expect(events.length).toBeGreaterThan(1);
          expect(events.at(-1)).toEqual({
            type: 'CoAdministratorsToBeTold',
            changeId: command.changeId,
            recipientIds: [...others],
          });
        }
      }),
    );
  });

  it('a stored password is never used for what it was not entered for', () => {
    fc.assert(
      fc.property(configurationCommands, (commands) => {
        const enteredFor = new Map<string, string>();
        for (const { command, after } of run(commands)) {
          const settings = settingsOf(after);
          if (settings === undefined) continue;
          const { host, port, protocol, tlsMode } = settings.destination;
          const use = JSON.stringify([protocol, tlsMode, host, port, settings.login.user, settings.trustedIdentity]);
          if (command.type === 'SaveSettings' && command.enteredSecret !== null)
            enteredFor.set(command.enteredSecret.secretId, use);
          expect(enteredFor.get(settings.login.secretId)).toBe(use);
        }
      }),
    );
  });

  it('the version counts the events, and no event changes nothing', () => {
    fc.assert(
      fc.property(configurationCommands, (commands) => {
        for (const { before, events, after } of run(commands)) {
          expect(after.version).toBe(before.version + events.length);
          if (events.length > 0) expect({ ...after, version: 0 }).not.toEqual({ ...before, version: 0 });
        }
      }),
    );
  });

  it('a change says truly what was before', () => {
    fc.assert(
      fc.property(configurationCommands, (commands) => {
        for (const { before, events } of run(commands)) {
          const settings = settingsOf(before);
          for (const event of events) {
            if (!('from' in event)) continue;
            expect([
              settings?.destination,
              settings?.login,
              settings?.trustedIdentity,
              settings?.replacement,
              settings?.confidentialRecords,
              settings?.timeZone,
            ]).toContainEqual(event.from);
            if ('to' in event) expect(event.to).not.toEqual(event.from);
          }
        }
      }),
    );
  });
});
