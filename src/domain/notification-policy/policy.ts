import type { BackupConfigurationEvent } from '../backup-configuration/events.ts';

/** A mail that is owed: one a change and recipient, whatever else happens. */
export interface NoticeOwed {
  readonly changeId: string;
  readonly recipientId: string;
}

type Rule = (event: BackupConfigurationEvent) => readonly NoticeOwed[];

/** The change itself says who the others were at its time, so nobody can be removed around it unseen. */
const everyOtherAdministratorIsToldOfAChange: Rule = (event) => {
  if (event.type !== 'CoAdministratorsToBeTold') return [];
  const { changeId, recipientIds } = event;
  return recipientIds.map((recipientId) => ({ changeId, recipientId }));
};

const RULES: readonly Rule[] = [everyOtherAdministratorIsToldOfAChange];

/** The notices that follow from a recorded event. */
export const noticesOwedFor: Rule = (event) => RULES.flatMap((rule) => rule(event));
