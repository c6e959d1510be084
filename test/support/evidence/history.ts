import { InMemoryAuditKeys } from '../../../src/adapters/driven/in-memory/audit-keys.ts';
import { KeyedCheckpointSigner } from '../../../src/adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import { bundleLines } from '../../../src/adapters/shared/evidence/bundle.ts';
import { type VerifyingKey, verifyingKey } from '../../../src/adapters/shared/evidence/signed-note.ts';
import type { Verdict } from '../../../src/adapters/shared/evidence/verdict.ts';
import { type Anchors, verifyBundle } from '../../../src/adapters/shared/evidence/verify-bundle.ts';
import { aDestination } from '../../builders/destination.ts';
import { ABENDBLATT, aNightRequest, aSaveRequest, Newsroom } from '../newsroom.ts';

const DAY = 86_400_000;

const ADMINISTRATORS = ['anna', 'ben', 'carla', 'dora', 'emil', 'fritz'].map(
  (id) => ({ id, name: id, email: `${id}@abendblatt.example`, locale: 'en' }) as const,
);

/** What a mail quotes. */
export interface Quoted {
  readonly version: number;
  readonly head: string;
}

/** An organisation with a past, and what an auditor has of it. */
export interface Past {
  readonly organisationId: string;
  /** The bundle's lines, without their ends. */
  readonly lines: readonly string[];
  readonly publicKey: VerifyingKey;
  /** Of every change, in their order. */
  readonly mails: readonly Quoted[];
}

export interface PastOptions {
  readonly organisationId?: string;
  /** At least so many. */
  readonly events: number;
  /** Makes histories differ that are otherwise the same. */
  readonly directory?: string;
}

export interface LivingPast extends Past {
  readonly newsroom: Newsroom;
  readonly keys: InMemoryAuditKeys;
}

/** Changes, rejected saves, nights and mails, one day after the other. */
export const aPast = async ({
  organisationId = ABENDBLATT.id,
  events,
  directory = '/elsewhere',
}: PastOptions): Promise<LivingPast> => {
  const newsroom = new Newsroom();
  const keys = new InMemoryAuditKeys();
  const organisation = { ...ABENDBLATT, id: organisationId, administrators: ADMINISTRATORS };
  // No two organisations ever share one.
  const ids = { newId: () => `${organisationId} ${newsroom.ids.newId()}` };
  newsroom.directory.set(organisation);
  const backup = await newsroom.backup({ checkpointSigner: new KeyedCheckpointSigner(keys), ids });
  const mails: Quoted[] = [];
  const of = { organisationId };
  for (let day = 0; newsroom.eventLog.stored.length < events; day += 1) {
    const where = day % 2 === 0 ? '/backup/planung' : directory;
    const credential = day === 0 ? {} : { credential: null };
    const saved = await backup.configuring.save(
      aSaveRequest({ ...of, ...credential, destination: aDestination({ directory: where }), requestId: `r-${day}` }),
    );
    if (saved.outcome === 'changed') {
      mails.push({ version: saved.end.version, head: saved.end.head });
      await backup.notifying.notifyOf(organisationId, saved.changeId);
    }
    if (day % 3 === 1) await backup.configuring.pause({ ...aSaveRequest(of), actorId: 'nobody' });
    if (day % 3 === 0) {
      newsroom.planningSource.set(organisationId, {
        collectionId: `collection-${day}`,
        collectedAt: newsroom.clock.now(),
        plan: { stories: [], events: [], unreadable: [] },
      });
      await backup.nights.run(aNightRequest(of));
    }
    await newsroom.clock.advance(DAY);
  }
  const lines = await exported(newsroom, organisationId, keys);
  return { organisationId, lines, publicKey: verifyingKey(keys.makeFirst()), mails, newsroom, keys };
};

/** As `audit export` does it. */
export const exported = async (
  newsroom: Newsroom,
  organisationId: string,
  keys: InMemoryAuditKeys,
): Promise<readonly string[]> => {
  const backup = await newsroom.backup({ checkpointSigner: new KeyedCheckpointSigner(keys) });
  const evidence = await backup.evidence.of(organisationId);
  if (evidence === undefined) throw new Error('the test has no history');
  const lines: string[] = [];
  for await (const line of bundleLines(evidence)) lines.push(line.slice(0, -1));
  return lines;
};

export const bytesOf = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`);

export const NO_ANCHORS: Anchors = { publicKey: null, heads: [] };

export const verdictOn = (lines: readonly string[], anchors: Partial<Anchors> = {}): Promise<Verdict> =>
  verifyBundle([bytesOf(lines)], { ...NO_ANCHORS, ...anchors });
