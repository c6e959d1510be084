import type { Temporal } from 'temporal-polyfill';
import type { BackupHealthEvent, HealthFact } from '../../domain/backup-health/events.ts';
import type { Destination } from '../../domain/destination/destination.ts';
import { noticesOwedFor } from '../../domain/notification-policy/policy.ts';
import type { EventLog } from '../ports/event-log.ts';
import { configurationSoFar } from '../recording-health/configuration-so-far.ts';
import { backupConfigurationStream, backupHealthStream } from '../stream-names.ts';

/** What has changed across nights, with all that its mails say of it. */
export interface HealthToTell {
  readonly kind: 'health';
  readonly organisationId: string;
  readonly changeId: string;
  readonly recipientIds: readonly string[];
  readonly occurredAt: Temporal.Instant;
  readonly facts: readonly HealthFact[];
  /** As they stood then. */
  readonly destination: Destination;
  readonly timeZone: string;
}

/** What somebody is to be told of the state across nights, or undefined if there is no such change or nobody to tell. */
export const healthToTell = async (
  log: Pick<EventLog, 'read'>,
  organisationId: string,
  changeId: string,
): Promise<HealthToTell | undefined> => {
  const { events } = await log.read(backupHealthStream(organisationId));
  const ofChange = events.filter((recorded) => recorded.changeId === changeId);
  const recipientIds = ofChange.flatMap(({ event }) =>
    noticesOwedFor(event as BackupHealthEvent).map(({ recipientId }) => recipientId),
  );
  const [first] = ofChange;
  if (first === undefined || recipientIds.length === 0) return undefined;
  const { occurredAt } = first;
  const facts = ofChange
    .map(({ event }) => event as BackupHealthEvent)
    .filter((event): event is HealthFact => event.type !== 'AdministratorsToBeTold');
  const configuration = await log.read(backupConfigurationStream(organisationId));
  const before = configuration.events.filter(
    ({ recordedAt }) => recordedAt.epochNanoseconds <= first.recordedAt.epochNanoseconds,
  );
  const { settings } = configurationSoFar(before) ?? configurationSoFar(configuration.events) ?? {};
  if (settings === undefined) return undefined;
  const { destination, timeZone } = settings;
  return { kind: 'health', organisationId, changeId, recipientIds, occurredAt, facts, destination, timeZone };
};
