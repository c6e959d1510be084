import { z } from 'zod';
import type {
  BackupRunEvent,
  NightClaimed,
  NightRepeated,
  NightStopped,
  TakeOverReason,
} from '../../../domain/backup-run/events.ts';
import type { CodecsOf } from './codec.ts';
import { attempt, count, destination, failure, instant, night, oneOf, planKind, sha256, text } from './fields.ts';

const attemptStarted = {
  attempt,
  workerId: text,
  configurationVersion: count,
  configurationHead: sha256,
  destination,
};

const ofAttempt = z.strictObject({ attempt });
const partFiles = z.strictObject({ attempt, destination, names: z.array(text) });

export const RUN_CODECS: CodecsOf<BackupRunEvent> = {
  NightMissed: {
    storedType: 'backup-run.night-missed.v1',
    data: z.strictObject({
      attempt: z.literal(0),
      night,
      configurationVersion: count,
      configurationHead: sha256,
      destination,
    }),
  },
  NightClaimed: {
    storedType: 'backup-run.night-claimed.v1',
    data: z.strictObject({
      ...attemptStarted,
      night,
      reason: oneOf<NightClaimed['reason']>({ scheduled: true, manual: true }),
    }),
  },
  NightTakenOver: {
    storedType: 'backup-run.night-taken-over.v1',
    data: z.strictObject({
      ...attemptStarted,
      reason: oneOf<TakeOverReason>({ 'lease-lost': true, 'settings-changed': true, 'published-late': true }),
    }),
  },
  NightRepeated: {
    storedType: 'backup-run.night-repeated.v1',
    data: z.strictObject({ ...attemptStarted, reason: oneOf<NightRepeated['reason']>({ manual: true, retry: true }) }),
  },
  PlanCollected: {
    storedType: 'backup-run.plan-collected.v1',
    data: z.strictObject({
      attempt,
      collectionId: text,
      collectedAt: instant,
      stories: count,
      events: count,
      needsALook: count,
    }),
  },
  PartFilesNamed: { storedType: 'backup-run.part-files-named.v1', data: partFiles },
  PartFilesGone: { storedType: 'backup-run.part-files-gone.v1', data: partFiles },
  FileReplaced: {
    storedType: 'backup-run.file-replaced.v1',
    data: z.strictObject({
      attempt,
      file: planKind,
      name: text,
      rows: count,
      bytes: count,
      sha256,
      collectedAt: instant,
      replacedAt: instant,
    }),
  },
  FileFailed: {
    storedType: 'backup-run.file-failed.v1',
    data: z.strictObject({ attempt, file: planKind, name: text, failure }),
  },
  NightDelivered: { storedType: 'backup-run.night-delivered.v1', data: ofAttempt },
  NightDeliveredAgain: { storedType: 'backup-run.night-delivered-again.v1', data: ofAttempt },
  NightHalfDelivered: { storedType: 'backup-run.night-half-delivered.v1', data: ofAttempt },
  NightFailed: { storedType: 'backup-run.night-failed.v1', data: ofAttempt },
  NightStopped: {
    storedType: 'backup-run.night-stopped.v1',
    data: z.strictObject({ attempt, reason: oneOf<NightStopped['reason']>({ paused: true, removed: true }) }),
  },
  PublishedLate: { storedType: 'backup-run.published-late.v1', data: ofAttempt },
  OlderNightPublishedLate: {
    storedType: 'backup-run.older-night-published-late.v1',
    data: z.strictObject({ attempt, olderNight: night }),
  },
};
