import type { DomainEvent } from '../../../../src/domain/domain-event.ts';
import type { Night } from '../../../../src/domain/schedule/night.ts';
import { aCertificate, aDestination, aHostKey } from '../../../builders/destination.ts';

type EveryEvent = { readonly [Type in DomainEvent['type']]: Extract<DomainEvent, { readonly type: Type }> };

const destination = aDestination();
const ftps = aDestination({
  protocol: 'ftp',
  tlsMode: 'explicit',
  host: '2001:db8::21',
  port: 2121,
  directory: '/Plänë',
});
const login = { user: 'planung', method: 'password', secretId: 'secret-1' } as const;
const fileNames = { storyPlan: 'Themenplanung.xlsx', eventPlan: 'Terminplanung.xlsx' };
const pin = { configurationVersion: 3, configurationHead: 'c'.repeat(64), destination };
const part = ['Themenplanung.xlsx.20261124-1.part', 'Terminplanung.xlsx.20261124-1.part'];
const times = { collectedAt: '2026-11-24T01:30:00.5Z', replacedAt: '2026-11-24T01:30:07Z' };

const inPlace = {
  file: 'story-plan',
  name: fileNames.storyPlan,
  night: '2026-11-23' as Night,
  ...times,
  mayBeBroken: true,
} as const;

/** One of each type of event there is today; the compiler misses none. */
export const EVERY_EVENT: EveryEvent = {
  BackupSetUp: {
    type: 'BackupSetUp',
    destination,
    login,
    trustedIdentity: aHostKey(),
    replacement: 'atomic',
    confidentialRecords: 'include',
    timeZone: 'Europe/Berlin',
    locale: 'de',
  },
  FileNamesFixed: { type: 'FileNamesFixed', ...fileNames },
  DestinationChanged: { type: 'DestinationChanged', from: destination, to: ftps },
  CredentialsChanged: {
    type: 'CredentialsChanged',
    from: login,
    to: { user: 'pläne 💥', method: 'private-key', secretId: 'secret-2' },
  },
  HostIdentityTrusted: { type: 'HostIdentityTrusted', from: null, to: aCertificate() },
  HostIdentityForgotten: { type: 'HostIdentityForgotten', from: aCertificate() },
  ReplacementChanged: { type: 'ReplacementChanged', from: 'atomic', to: 'delete-then-rename' },
  ConfidentialRecordsSettingChanged: { type: 'ConfidentialRecordsSettingChanged', from: 'include', to: 'leave-out' },
  TimeZoneChanged: { type: 'TimeZoneChanged', from: 'Europe/Berlin', to: 'America/Argentina/Buenos_Aires' },
  BackupPaused: { type: 'BackupPaused' },
  BackupResumed: { type: 'BackupResumed' },
  BackupRemoved: { type: 'BackupRemoved', destination, fileNames, secretId: 'secret-2' },
  CoAdministratorsToBeTold: { type: 'CoAdministratorsToBeTold', changeId: 'change-1', recipientIds: ['ben', 'ç/ø'] },
  NightMissed: { type: 'NightMissed', attempt: 0, night: '2026-11-24' as Night, ...pin },
  NightClaimed: {
    type: 'NightClaimed',
    attempt: 1,
    workerId: 'worker-1',
    night: '2026-11-24' as Night,
    reason: 'scheduled',
    ...pin,
  },
  NightTakenOver: { type: 'NightTakenOver', attempt: 2, workerId: 'worker-2', reason: 'lease-lost', ...pin },
  NightRepeated: { type: 'NightRepeated', attempt: 3, workerId: 'worker-1', reason: 'manual', ...pin },
  PlanCollected: {
    type: 'PlanCollected',
    attempt: 1,
    collectionId: 'd'.repeat(64),
    collectedAt: times.collectedAt,
    stories: 40,
    events: 60,
    needsALook: 0,
  },
  PartFilesNamed: { type: 'PartFilesNamed', attempt: 1, destination, names: part },
  PartFilesGone: { type: 'PartFilesGone', attempt: 1, destination, names: part },
  FileReplaced: {
    type: 'FileReplaced',
    attempt: 1,
    file: 'story-plan',
    name: fileNames.storyPlan,
    rows: 201,
    bytes: 60_000,
    sha256: 'e'.repeat(64),
    ...times,
  },
  FileFailed: {
    type: 'FileFailed',
    attempt: 1,
    file: 'event-plan',
    name: fileNames.eventPlan,
    failure: { step: 'upload', code: 'disk-full' },
  },
  NightDelivered: { type: 'NightDelivered', attempt: 1 },
  NightDeliveredAgain: { type: 'NightDeliveredAgain', attempt: 2 },
  NightHalfDelivered: { type: 'NightHalfDelivered', attempt: 1 },
  NightFailed: { type: 'NightFailed', attempt: 1 },
  NightStopped: { type: 'NightStopped', attempt: 1, reason: 'paused' },
  PublishedLate: { type: 'PublishedLate', attempt: 1 },
  OlderNightPublishedLate: { type: 'OlderNightPublishedLate', attempt: 2, olderNight: '2026-11-23' as Night },
  BackupFailing: {
    type: 'BackupFailing',
    night: '2026-11-24' as Night,
    since: '2026-11-23' as Night,
    trouble: {
      kind: 'half-delivered',
      failures: [{ file: 'event-plan', failure: { step: 'upload', code: 'disk-full' } }],
    },
    files: [inPlace],
  },
  BackupFailureReminded: {
    type: 'BackupFailureReminded',
    night: '2026-11-27' as Night,
    since: '2026-11-23' as Night,
    trouble: { kind: 'missed' },
    afterDays: 3,
    files: [inPlace],
  },
  BackupRecovered: {
    type: 'BackupRecovered',
    night: '2026-11-28' as Night,
    since: '2026-11-23' as Night,
    files: [inPlace],
  },
  AdministratorsToBeTold: { type: 'AdministratorsToBeTold', changeId: 'change-1', recipientIds: ['anna', 'ben'] },
  NoticeClaimed: { type: 'NoticeClaimed', recipientId: 'ben', attempt: 1, workerId: 'worker-1' },
  NoticeSent: { type: 'NoticeSent', recipientId: 'ben', attempt: 1, addresses: 2 },
  NoticeFailed: { type: 'NoticeFailed', recipientId: 'ben', attempt: 1, code: 'mail-refused' },
  NoticeGivenUp: { type: 'NoticeGivenUp', recipientId: 'ben', attempts: 17 },
  SaveRejected: { type: 'SaveRejected', command: 'SaveSettings', reason: 'PasswordRequired' },
  ConnectionTested: {
    type: 'ConnectionTested',
    destination: ftps,
    user: 'planung',
    failure: { step: 'log-in', code: 'login-refused' },
  },
  StoredPasswordOpened: { type: 'StoredPasswordOpened', secretId: 'secret-1', purpose: 'connection-test' },
  FurtherAttemptsCounted: { type: 'FurtherAttemptsCounted', hour: '2026-11-24T18', count: 40 },
};
