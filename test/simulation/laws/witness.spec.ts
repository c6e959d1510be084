import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TIMES } from '../../../src/application/running-nightly-backup/requests.ts';
import { backupRunStream } from '../../../src/application/stream-names.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { aNight } from '../../builders/night.ts';
import { claimed, takenOver } from '../../builders/run.ts';
import { Tally } from '../engine/tally.ts';
import { makeStores } from '../world/stores.ts';
import { Witness } from './witness.ts';

const night = aNight('2026-11-24');
const stream = backupRunStream('redaktion-1', night);
const { leaseLength } = DEFAULT_TIMES;
const BROKEN = 'whoever gives signs of life is not overtaken';

/** A night claimed at nought, and its owner's first sign of life ten milliseconds later, in stores that are looked on at. */
const aClaimedNight = async () => {
  let now = 0;
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now) };
  const witness = new Witness(
    new Tally(),
    () => now,
    (look) => look(),
  );
  const { eventLog, leases } = makeStores(clock, witness);
  const append = async (event: BackupRunEvent): Promise<void> => {
    const { end } = await eventLog.read(stream);
    const about = { changeId: 'change-1', causationId: null, requestId: null, actorId: 'nightly-backup' };
    await eventLog.append(stream, end, [{ ...about, eventId: `event-${now}`, occurredAt: clock.now(), event }]);
  };
  await append(claimed({ night }));
  now = 10;
  await leases.take(stream, 'worker-1');
  const overtakenAt = (at: number): Promise<void> => {
    now = at;
    return append(takenOver(2));
  };
  return { leases, overtakenAt };
};

describe('that whoever gives signs of life is not overtaken', () => {
  it('holds a whole lease after the last sign', async () => {
    const { overtakenAt } = await aClaimedNight();
    await expect(overtakenAt(10 + leaseLength)).resolves.toBeUndefined();
  });

  it('is broken a moment sooner', async () => {
    const { overtakenAt } = await aClaimedNight();
    await expect(overtakenAt(9 + leaseLength)).rejects.toThrow(BROKEN);
  });

  it('counts from the last record where the lease was let go', async () => {
    const { leases, overtakenAt } = await aClaimedNight();
    await leases.release(stream, 'worker-1');
    await expect(overtakenAt(leaseLength)).resolves.toBeUndefined();
  });

  it('is broken a moment after that record, too', async () => {
    const { leases, overtakenAt } = await aClaimedNight();
    await leases.release(stream, 'worker-1');
    await expect(overtakenAt(leaseLength - 1)).rejects.toThrow(BROKEN);
  });

  it('takes no word for it but the holder’s', async () => {
    const { leases, overtakenAt } = await aClaimedNight();
    await leases.release(stream, 'worker-2');
    await expect(overtakenAt(leaseLength)).rejects.toThrow(BROKEN);
  });

  it('counts the signs of whoever takes the lease after that', async () => {
    const { leases, overtakenAt } = await aClaimedNight();
    await leases.release(stream, 'worker-1');
    await leases.take(stream, 'worker-1');
    await expect(overtakenAt(leaseLength)).rejects.toThrow(BROKEN);
  });
});
