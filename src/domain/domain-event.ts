import type { AttemptEvent } from './attempts/events.ts';
import type { BackupConfigurationEvent } from './backup-configuration/events.ts';
import type { BackupHealthEvent } from './backup-health/events.ts';
import type { BackupRunEvent } from './backup-run/events.ts';
import type { NoticeEvent } from './notice/events.ts';

/** Every fact that is ever recorded. The stored form of each is the codec's business. */
export type DomainEvent = BackupConfigurationEvent | BackupRunEvent | BackupHealthEvent | NoticeEvent | AttemptEvent;
