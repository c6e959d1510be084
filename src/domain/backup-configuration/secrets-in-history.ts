import type { BackupConfigurationEvent } from './events.ts';

/** Every secret that a history names and its present settings no longer use: each is to be destroyed. */
export const supersededSecretIds = (
  history: readonly BackupConfigurationEvent[],
  inUse: string | undefined,
): readonly string[] => {
  const named = history.flatMap((event) => {
    if (event.type === 'BackupSetUp') return [event.login.secretId];
    return event.type === 'CredentialsChanged' ? [event.to.secretId] : [];
  });
  return named.filter((secretId) => secretId !== inUse);
};
