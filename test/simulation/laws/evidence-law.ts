import { Temporal } from 'temporal-polyfill';
import { bundleLines } from '../../../src/adapters/shared/evidence/bundle.ts';
import { verifyBundle } from '../../../src/adapters/shared/evidence/verify-bundle.ts';
import type { StoredHistory } from '../../../src/application/ports/stored-history.ts';
import { CollectingEvidence } from '../../../src/application/signing-checkpoints/collecting-evidence.ts';
import { SigningCheckpoints } from '../../../src/application/signing-checkpoints/signing-checkpoints.ts';
import type { World } from '../world/world.ts';

/** What an auditor finds who holds the last mail of each organisation: undefined if nothing was altered. */
export const auditorFinds = async (
  world: World,
  storedHistory: StoredHistory,
  organisationId: string,
): Promise<string | undefined> => {
  const { stores, startsAt, scheduler, witness } = world;
  const now = () => Temporal.Instant.fromEpochMilliseconds(startsAt + scheduler.now);
  const clock = { now, monotonic: () => scheduler.now, waitUntil: async () => undefined, pass: async () => undefined };
  const signing = new SigningCheckpoints({ ...stores, clock, telemetry: { happened: world.happened } });
  const evidence = await new CollectingEvidence({ storedHistory, signing, ...stores }).of(organisationId);
  if (evidence === undefined) return 'there is no evidence';
  if (evidence.altered !== null) return evidence.altered;
  const bytes = async function* () {
    for await (const line of bundleLines(evidence)) yield new TextEncoder().encode(line);
  };
  const head = witness.mails.lastHead(organisationId);
  const verdict = await verifyBundle(bytes(), { publicKey: null, heads: head === undefined ? [] : [head] });
  return verdict.verdict === 'altered' || verdict.verdict === 'unreadable' ? JSON.stringify(verdict) : undefined;
};
