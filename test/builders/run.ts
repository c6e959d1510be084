import type { ClaimNight } from '../../src/domain/backup-run/commands.ts';
import { backupRun } from '../../src/domain/backup-run/decide.ts';
import type {
  BackupRunEvent,
  FileFailed,
  FileReplaced,
  NightClaimed,
  NightRepeated,
  NightTakenOver,
  Pin,
  PlanKind,
} from '../../src/domain/backup-run/events.ts';
import type { BackupRunState } from '../../src/domain/backup-run/state.ts';
import { aDestination } from './destination.ts';
import { aNight } from './night.ts';

export const aPin = (changes: Partial<Pin> = {}): Pin => ({
  configurationVersion: 3,
  configurationHead: 'c'.repeat(64),
  destination: aDestination(),
  ...changes,
});

export const aClaim = (changes: Partial<ClaimNight> = {}): ClaimNight => ({
  type: 'ClaimNight',
  night: aNight('2026-11-24'),
  reason: 'scheduled',
  workerId: 'worker-1',
  ...aPin(),
  ...changes,
});

export const claimed = (changes: Partial<NightClaimed> = {}): NightClaimed => ({
  ...aClaim(),
  type: 'NightClaimed',
  attempt: 1,
  ...changes,
});

export const takenOver = (attempt: number, changes: Partial<NightTakenOver> = {}): NightTakenOver => ({
  type: 'NightTakenOver',
  attempt,
  reason: 'lease-lost',
  workerId: `worker-${attempt}`,
  ...aPin(),
  ...changes,
});

export const repeated = (attempt: number, changes: Partial<NightRepeated> = {}): NightRepeated => ({
  type: 'NightRepeated',
  attempt,
  reason: 'manual',
  workerId: `worker-${attempt}`,
  ...aPin(),
  ...changes,
});

const NAMES: Readonly<Record<PlanKind, string>> = {
  'story-plan': 'Themenplanung.xlsx',
  'event-plan': 'Terminplanung.xlsx',
};

export const replaced = (file: PlanKind, attempt = 1): FileReplaced => ({
  type: 'FileReplaced',
  attempt,
  file,
  name: NAMES[file],
  rows: 40,
  bytes: 61_440,
  sha256: 'd'.repeat(64),
  collectedAt: '2026-11-24T01:00:00Z',
  replacedAt: '2026-11-24T01:00:09Z',
});

export const failed = (file: PlanKind, attempt = 1): FileFailed => ({
  type: 'FileFailed',
  attempt,
  file,
  name: NAMES[file],
  failure: { step: 'upload', code: 'disk-full' },
});

/** A night as it stands after these. */
export const aRun = (...events: readonly BackupRunEvent[]): BackupRunState =>
  events.reduce(backupRun.evolve, backupRun.initialState);
