import type { ChangeMail, HealthMail } from '../../src/application/ports/mailer.ts';
import type { BackupConfigurationEvent } from '../../src/domain/backup-configuration/events.ts';
import type { ConfigurationFact } from '../../src/domain/history/history.ts';
import { aConfiguration } from './configuration.ts';
import { aDestination } from './destination.ts';
import { failing } from './health.ts';

/** What mails and histories show of events: all but who is to be told. */
export const factsOf = (events: readonly BackupConfigurationEvent[]): readonly ConfigurationFact[] =>
  events.filter((event): event is ConfigurationFact => event.type !== 'CoAdministratorsToBeTold');

/** To Ben, of the set-up by Anna at half past midnight in Berlin. */
export const aMail = (changes: Partial<ChangeMail> = {}): ChangeMail => ({
  kind: 'change',
  key: 'change-1/ben',
  recipient: { id: 'ben', name: 'Ben Okafor', email: 'ben@abendblatt.example', locale: 'en' },
  addresses: ['ben@abendblatt.example'],
  organisationName: 'Abendblatt',
  timeZone: 'Europe/Berlin',
  actorName: 'Anna Weber',
  occurredAt: '2026-11-24T23:30:00Z',
  facts: factsOf(aConfiguration().events),
  version: 3,
  head: '0123456789abcdef'.repeat(4),
  ...changes,
});

/** To Ben, of a first night that failed, as it was told at half past three in the morning in Berlin. */
export const aHealthMail = (changes: Partial<HealthMail> = {}): HealthMail => ({
  kind: 'health',
  key: 'change-2/ben',
  recipient: { id: 'ben', name: 'Ben Okafor', email: 'ben@abendblatt.example', locale: 'en' },
  addresses: ['ben@abendblatt.example'],
  organisationName: 'Abendblatt',
  timeZone: 'Europe/Berlin',
  occurredAt: '2026-11-25T02:30:00Z',
  facts: [failing(25)],
  destination: aDestination(),
  ...changes,
});
