/**
 * For a host's own tests, under vitest: every port in memory, a clock that is told what time it is, builders of data,
 * and the contract suites, by which a host proves its own adapters.
 */
export * from '../src/subpaths/in-memory.ts';
export { aConfiguration, aForm, type ConfigurationBuilder } from './builders/configuration.ts';
export { aCertificate, aDestination, aHostKey } from './builders/destination.ts';
export { aHealthMail, aMail } from './builders/mail.ts';
export { aNight } from './builders/night.ts';
export { anUnreadableRecord, aPlan, aScheduledEvent, aStory, aTask, type StoryBuilder } from './builders/plan.ts';
export { aDocument, anOrganisation, documentOf } from './builders/plan-document.ts';
export { aWorkbookContent } from './builders/workbook-content.ts';
export { type AttemptLimitsHarness, attemptLimitsContract } from './contracts/attempt-limits.contract.ts';
export { type CheckpointSinkHarness, checkpointSinkContract } from './contracts/checkpoint-sink.contract.ts';
export { type CheckpointStoreHarness, checkpointStoreContract } from './contracts/checkpoint-store.contract.ts';
export type { ContractOptions, Difference } from './contracts/contract-test.ts';
export type { EventLogHarness } from './contracts/event-log/harness.ts';
export { eventLogContract } from './contracts/event-log.contract.ts';
export type { Distrusted, FileTransportHarness, Login, RequestChange } from './contracts/file-transport/harness.ts';
export { type FileTransportContractOptions, fileTransportContract } from './contracts/file-transport.contract.ts';
export { type LeaseStoreHarness, leaseStoreContract } from './contracts/lease-store.contract.ts';
export { type Delivered, type MailerHarness, mailerContract } from './contracts/mailer.contract.ts';
export { type NoticeRecordsHarness, noticeRecordsContract } from './contracts/notice-records.contract.ts';
export {
  type OrganisationDirectoryHarness,
  organisationDirectoryContract,
} from './contracts/organisation-directory.contract.ts';
export { type PlanningSourceHarness, planningSourceContract } from './contracts/planning-source.contract.ts';
export { type ScheduleClockHarness, scheduleClockContract } from './contracts/schedule-clock.contract.ts';
export type { Sealed, SecretStoreHarness } from './contracts/secret-store/harness.ts';
export { secretStoreContract } from './contracts/secret-store.contract.ts';
export { type SignInStoreHarness, signInStoreContract } from './contracts/sign-in-store.contract.ts';
export { spreadsheetRendererContract } from './contracts/spreadsheet-renderer.contract.ts';
export { type StoredHistoryHarness, storedHistoryContract } from './contracts/stored-history.contract.ts';
