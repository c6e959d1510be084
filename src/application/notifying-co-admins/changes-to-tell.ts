import type { Temporal } from 'temporal-polyfill';
import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../../domain/backup-configuration/events.ts';
import { settingsOf } from '../../domain/backup-configuration/state.ts';
import type { ConfigurationFact } from '../../domain/history/history.ts';
import { noticesOwedFor } from '../../domain/notification-policy/policy.ts';
import type { EventLog, RecordedEvent } from '../ports/event-log.ts';
import { backupConfigurationStream } from '../stream-names.ts';

/** A recorded change, with all that its mails say of it but the people's names. */
export interface ChangeToTell {
  readonly kind: 'change';
  readonly organisationId: string;
  readonly changeId: string;
  readonly recipientIds: readonly string[];
  readonly actorId: string;
  readonly occurredAt: Temporal.Instant;
  readonly facts: readonly ConfigurationFact[];
  readonly version: number;
  readonly head: string;
  /** The organisation's, as it stood after the change (before it, where the backup was removed). */
  readonly timeZone: string;
}

/** The change that somebody is to be told of, or undefined if there is none of this id or nobody to tell. */
export const changeToTell = async (
  log: Pick<EventLog, 'read'>,
  organisationId: string,
  changeId: string,
): Promise<ChangeToTell | undefined> => {
  const { events } = await log.read(backupConfigurationStream(organisationId));
  const ofChange = events.filter((recorded) => recorded.changeId === changeId);
  const last = ofChange.at(-1);
  if (last === undefined) return undefined;
  const owed = noticesOwedFor(eventOf(last));
  if (owed.length === 0) return undefined;
  const { actorId, occurredAt, version, hash: head } = last;
  const recipientIds = owed.map(({ recipientId }) => recipientId);
  const facts = ofChange
    .map(eventOf)
    .filter((event): event is ConfigurationFact => event.type !== 'CoAdministratorsToBeTold');
  const timeZone = timeZoneAt(events, version);
  return {
    kind: 'change',
    organisationId,
    changeId,
    recipientIds,
    actorId,
    occurredAt,
    facts,
    version,
    head,
    timeZone,
  };
};

const timeZoneAt = (events: readonly RecordedEvent[], version: number): string => {
  let state = backupConfiguration.initialState;
  let timeZone = 'UTC';
  for (const recorded of events.slice(0, version)) {
    state = backupConfiguration.evolve(state, eventOf(recorded));
    timeZone = settingsOf(state)?.timeZone ?? timeZone;
  }
  return timeZone;
};

const eventOf = ({ event }: RecordedEvent): BackupConfigurationEvent => event as BackupConfigurationEvent;
