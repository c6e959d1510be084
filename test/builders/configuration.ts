import type { SaveSettings } from '../../src/domain/backup-configuration/commands.ts';
import { backupConfiguration } from '../../src/domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../src/domain/backup-configuration/events.ts';
import type { BackupSettings } from '../../src/domain/backup-configuration/settings.ts';
import { type BackupConfigurationState, settingsOf } from '../../src/domain/backup-configuration/state.ts';
import type { Destination, DestinationInput } from '../../src/domain/destination/destination.ts';
import type { HostIdentity } from '../../src/domain/destination/host-identity.ts';
import { aDestination, aHostKey } from './destination.ts';

/** Anna acts; Ben and Carla are her co-administrators. */
export const ADMINISTRATORS: readonly string[] = ['anna', 'ben', 'carla'];

/** The first form that an organisation saves, with a password: SFTP, by Anna. */
export const aForm = (changes: Partial<SaveSettings> = {}): SaveSettings => ({
  type: 'SaveSettings',
  actorId: 'anna',
  administratorIds: ADMINISTRATORS,
  formerAdministratorIds: [],
  changeId: 'change-1',
  expectedVersion: null,
  destination: aDestination(),
  user: 'redaktion',
  enteredSecret: { secretId: 'secret-1', method: 'password' },
  trustedIdentity: aHostKey(),
  replacement: 'atomic',
  confidentialRecords: 'include',
  filePrefix: null,
  timeZone: 'Europe/Berlin',
  locale: 'de',
  ...changes,
});

/**
 * A configuration with a history, written by the decider itself:
 * `aConfiguration().withDirectory('/other').paused().events`. Each step makes a new one.
 */
export interface ConfigurationBuilder {
  readonly events: readonly BackupConfigurationEvent[];
  readonly state: BackupConfigurationState;
  /** Throws where no backup is set up. */
  readonly settings: BackupSettings;
  /** What the form shows now, with no password entered: saving it changes nothing. */
  form(changes?: Partial<SaveSettings>): SaveSettings;
  saved(changes: Partial<SaveSettings>): ConfigurationBuilder;
  withDirectory(directory: string): ConfigurationBuilder;
  /** The password is entered again, as another secret. */
  withServer(changes: Partial<DestinationInput>, trustedIdentity?: HostIdentity | null): ConfigurationBuilder;
  inTimeZone(timeZone: string): ConfigurationBuilder;
  paused(): ConfigurationBuilder;
  resumed(): ConfigurationBuilder;
  removed(): ConfigurationBuilder;
}

const from = (events: readonly BackupConfigurationEvent[]): ConfigurationBuilder => {
  const state = events.reduce(backupConfiguration.evolve, backupConfiguration.initialState);
  const changeId = `change-${events.length + 1}`;
  const by = {
    actorId: 'anna',
    administratorIds: ADMINISTRATORS,
    formerAdministratorIds: [],
    changeId,
    expectedVersion: null,
  };
  const after = (command: Parameters<typeof backupConfiguration.decide>[0]): ConfigurationBuilder => {
    const decision = backupConfiguration.decide(command, state);
    if (decision.outcome === 'rejected')
      throw new Error(`the test's own data was rejected: ${decision.rejection.reason}`);
    return from([...events, ...decision.events]);
  };
  const builder: ConfigurationBuilder = {
    events,
    state,
    get settings() {
      const settings = settingsOf(state);
      if (settings === undefined) throw new Error("no backup is set up in the test's own data");
      return settings;
    },
    form: (changes = {}) => {
      const { login, fileNames: _, ...shown } = builder.settings;
      return { ...aForm(), ...shown, ...by, user: login.user, enteredSecret: null, ...changes };
    },
    saved: (changes) => after(builder.form(changes)),
    withDirectory: (directory) => builder.saved({ destination: moved(builder.settings.destination, { directory }) }),
    withServer: (changes, trustedIdentity) =>
      builder.saved({
        destination: moved(builder.settings.destination, changes),
        trustedIdentity: trustedIdentity === undefined ? builder.settings.trustedIdentity : trustedIdentity,
        enteredSecret: { secretId: `secret-${events.length + 1}`, method: 'password' },
      }),
    inTimeZone: (timeZone) => after({ type: 'ChangeTimeZone', ...by, timeZone }),
    paused: () => after({ type: 'PauseBackup', ...by }),
    resumed: () => after({ type: 'ResumeBackup', ...by }),
    removed: () => after({ type: 'RemoveBackup', ...by }),
  };
  return builder;
};

const moved = (current: Destination, changes: Partial<DestinationInput>): Destination =>
  aDestination({ ...current, ...changes });

/** An active backup as its first form set it up; the changes are to that form. */
export const aConfiguration = (changes: Partial<SaveSettings> = {}): ConfigurationBuilder => {
  const decision = backupConfiguration.decide(aForm(changes), backupConfiguration.initialState);
  if (decision.outcome === 'rejected')
    throw new Error(`the test's own form was rejected: ${decision.rejection.reason}`);
  return from(decision.events);
};
