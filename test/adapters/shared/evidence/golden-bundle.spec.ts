import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyingKeyOf } from '../../../../src/adapters/shared/evidence/signed-note.ts';
import { type Anchors, verifyBundle } from '../../../../src/adapters/shared/evidence/verify-bundle.ts';

/** As it was exported once, with a change of key in it. Evidence is kept for years: it verifies for ever. */
const GOLDEN = readFileSync(new URL('golden-bundle.v1.jsonl', import.meta.url));
const FIRST_KEY = '4W0bUha4LG3yvXramd2OASrNWK9rz6akgqN91gx2egg=';
const SECOND_KEY = 'yti5CMV7LI8BI5Z/aj0BRTRA34uNWkWdhIpMrnidyfY=';
const QUOTED = { version: 7, head: '1d77b248e7237bcdc6bcb70e7e485c4a247840a0303c2237d6366bc4758e0410' };

const verdictWith = (anchors: Partial<Anchors>) => verifyBundle([GOLDEN], { publicKey: null, heads: [], ...anchors });

describe('the golden bundle', () => {
  it.each([FIRST_KEY, SECOND_KEY])('is anchored by %s', async (raw) => {
    expect(await verdictWith({ publicKey: verifyingKeyOf(raw) ?? null })).toMatchObject({
      ...{ verdict: 'anchored', byKey: true, organisation: 'abendblatt', configuration: QUOTED },
    });
  });

  it('is anchored by the head that a mail quoted', async () => {
    expect(await verdictWith({ heads: [QUOTED] })).toMatchObject({ verdict: 'anchored', byHeadUpTo: 7 });
  });

  it('is not anchored by itself', async () => {
    expect(await verdictWith({})).toMatchObject({ verdict: 'not-anchored' });
  });
});
