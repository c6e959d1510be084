import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyingKey } from '../../src/adapters/shared/evidence/signed-note.ts';
import { aPast } from '../support/evidence/history.ts';
import { mutantOf } from '../support/evidence/mutations.ts';
import type { Material } from '../support/evidence/odd-bundles.ts';
import { disagreementOn, judgedHere, SecondVerifier } from '../support/evidence/second-verifier.ts';
import { partsOf, resigned } from '../support/evidence/tampering.ts';

/** A disagreement names its seed: `mutantOf(material, seed)` makes it again, but for the keys. */
const SEEDS = Array.from({ length: 500 }, (_, seed) => seed);

let second: SecondVerifier;
let material: Material;

beforeAll(async () => {
  second = new SecondVerifier();
  const past = await aPast({ events: 40 });
  const fork = await aPast({ events: 40, directory: '/backup/fork' });
  const other = await aPast({ events: 40, organisationId: 'morgen-post' });
  const { privateKey } = generateKeyPairSync('ed25519');
  const { privateKey: strangersKey } = generateKeyPairSync('ed25519');
  const keys = { privateKey, publicKey: verifyingKey(privateKey), strangersKey };
  // Signed anew, so that what is altered can be signed too.
  const parts = resigned(partsOf(past.lines), privateKey);
  material = { ...keys, parts, mails: past.mails, others: [fork.lines, other.lines] };
});

afterAll(() => second.end());

describe('two verifiers that share no line of code', () => {
  it('agree on whatever is done to a bundle, and on what is left as it was', async () => {
    const disagreements: unknown[] = [];
    const verdicts = new Set<string>();
    for (const seed of SEEDS) {
      const mutant = await mutantOf(material, seed);
      const disagreement = await disagreementOn(second, mutant);
      if (disagreement !== undefined) disagreements.push(disagreement);
      verdicts.add((await judgedHere(mutant)).verdict);
    }
    expect(disagreements).toEqual([]);
    expect([...verdicts].sort()).toEqual(['altered', 'anchored', 'not-anchored', 'unreadable']);
  });
});
