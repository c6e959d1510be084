import { describe, expect, it } from 'vitest';
import type { BackupConfigurationEvent } from '../../../src/domain/backup-configuration/events.ts';
import { evolveBackupConfiguration } from '../../../src/domain/backup-configuration/evolve.ts';
import { supersededSecretIds } from '../../../src/domain/backup-configuration/secrets-in-history.ts';
import { initialBackupConfiguration } from '../../../src/domain/backup-configuration/state.ts';
import { aConfiguration, aForm } from '../../builders/configuration.ts';

describe('a history that the decider did not write', () => {
  it.each<BackupConfigurationEvent>([
    { type: 'ReplacementChanged', from: 'atomic', to: 'overwrite' },
    { type: 'BackupPaused' },
    { type: 'BackupResumed' },
    { type: 'FileNamesFixed', storyPlan: 'a.xlsx', eventPlan: 'b.xlsx' },
  ])('fails loudly at a $type before any set-up', (event) => {
    const message = `${event.type} stands in a history where no backup is set up`;
    expect(() => evolveBackupConfiguration(initialBackupConfiguration, event)).toThrow(message);
    expect(() => evolveBackupConfiguration({ status: 'removed', version: 9 }, event)).toThrow(message);
  });

  it('has no file names between set-up and the fact that fixes them', () => {
    const [setUp] = aConfiguration().events;
    const state = evolveBackupConfiguration(initialBackupConfiguration, setUp as BackupConfigurationEvent);
    expect(state).toMatchObject({ version: 1, settings: { fileNames: { storyPlan: '', eventPlan: '' } } });
  });
});

describe('secrets that a history names and nobody uses any more', () => {
  const twice = aConfiguration()
    .saved({ enteredSecret: { secretId: 'secret-2', method: 'password' } })
    .withDirectory('/elsewhere');

  it('are all but the present one', () => {
    expect(supersededSecretIds(twice.events, twice.settings.login.secretId)).toEqual(['secret-1']);
    expect(supersededSecretIds(aConfiguration().events, 'secret-1')).toEqual([]);
  });

  it('are all of them once the backup is removed, and those before a new set-up', () => {
    const removed = twice.removed();
    expect(supersededSecretIds(removed.events, undefined)).toEqual(['secret-1', 'secret-2']);
    const again = [
      ...removed.events,
      ...aConfiguration(aForm({ enteredSecret: { secretId: 's3', method: 'password' } })).events,
    ];
    expect(supersededSecretIds(again, 's3')).toEqual(['secret-1', 'secret-2']);
  });
});
