import type { BackupConfigurationEvent } from '../backup-configuration/events.ts';
import type { BackupHealthEvent } from '../backup-health/events.ts';

/** What somebody may have to be told of. */
export type TellingEvent = BackupConfigurationEvent | BackupHealthEvent;

/** A mail that is owed: one a change and recipient, whatever else happens. */
export interface NoticeOwed {
  readonly changeId: string;
  readonly recipientId: string;
}

type Rule = (event: TellingEvent) => readonly NoticeOwed[];

/** The change itself says who the others were at its time, so nobody can be removed around it unseen. */
const everyOtherAdministratorIsToldOfAChange: Rule = (event) => {
  if (event.type !== 'CoAdministratorsToBeTold') return [];
  const { changeId, recipientIds } = event;
  return recipientIds.map((recipientId) => ({ changeId, recipientId }));
};

/** Not every night anew: the fact is recorded when something changes, and when a reminder is due. */
const everyAdministratorIsToldWhenTheBackupFailsAndWhenItWorksAgain: Rule = (event) => {
  if (event.type !== 'AdministratorsToBeTold') return [];
  const { changeId, recipientIds } = event;
  return recipientIds.map((recipientId) => ({ changeId, recipientId }));
};

const RULES: readonly Rule[] = [
  everyOtherAdministratorIsToldOfAChange,
  everyAdministratorIsToldWhenTheBackupFailsAndWhenItWorksAgain,
];

/** The notices that follow from a recorded event. */
export const noticesOwedFor: Rule = (event) => RULES.flatMap((rule) => rule(event));
