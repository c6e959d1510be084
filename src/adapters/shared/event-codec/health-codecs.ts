import { z } from 'zod';
import type { BackupHealthEvent, NightTrouble } from '../../../domain/backup-health/events.ts';
import type { CodecsOf } from './codec.ts';
import { failure, instant, night, planKind, text } from './fields.ts';

const failures = z.array(z.strictObject({ file: planKind, failure }));

const trouble: z.ZodType<NightTrouble> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('missed') }),
  z.strictObject({ kind: z.literal('failed'), failures }),
  z.strictObject({ kind: z.literal('half-delivered'), failures }),
  z.strictObject({ kind: z.literal('overwritten-late') }),
]);

const acrossNights = {
  night,
  since: night,
  files: z.array(
    z.strictObject({
      file: planKind,
      name: text,
      night,
      collectedAt: instant,
      replacedAt: instant,
      mayBeBroken: z.boolean(),
    }),
  ),
};

export const HEALTH_CODECS: CodecsOf<BackupHealthEvent> = {
  BackupFailing: {
    storedType: 'backup-health.backup-failing.v1',
    data: z.strictObject({ ...acrossNights, trouble }),
  },
  BackupFailureReminded: {
    storedType: 'backup-health.backup-failure-reminded.v1',
    data: z.strictObject({ ...acrossNights, trouble, afterDays: z.union([z.literal(3), z.literal(7)]) }),
  },
  BackupRecovered: {
    storedType: 'backup-health.backup-recovered.v1',
    data: z.strictObject(acrossNights),
  },
  AdministratorsToBeTold: {
    storedType: 'backup-health.administrators-to-be-told.v1',
    data: z.strictObject({ changeId: text, recipientIds: z.array(text) }),
  },
};
