import type { EventLog } from '../ports/event-log.ts';
import { type ChangeToTell, changeToTell } from './changes-to-tell.ts';
import { type HealthToTell, healthToTell } from './health-to-tell.ts';

/** What mails are owed for: a change of the settings, or of the state across nights. */
export type ToTell = ChangeToTell | HealthToTell;

/** What is recorded under this id, whatever it is; undefined if nothing is, or nobody is to be told of it. */
export const toTell = async (
  log: Pick<EventLog, 'read'>,
  organisationId: string,
  changeId: string,
): Promise<ToTell | undefined> =>
  (await changeToTell(log, organisationId, changeId)) ?? (await healthToTell(log, organisationId, changeId));
