import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchors, type Case, checkpoints, rewritten, singleEvents } from '../support/evidence/cases.ts';
import { aPast, bytesOf, type LivingPast } from '../support/evidence/history.ts';
import { disagreementOn, SecondVerifier } from '../support/evidence/second-verifier.ts';

let second: SecondVerifier;
let [past, fork, other]: LivingPast[] = [];

beforeAll(async () => {
  second = new SecondVerifier();
  past = await aPast({ events: 200 });
  fork = await aPast({ events: 200, directory: '/backup/fork' });
  other = await aPast({ events: 200, organisationId: 'morgen-post' });
});

afterAll(() => second.end());

const disagreements = async (cases: AsyncIterable<Case> | Iterable<Case>): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for await (const one of cases) {
    const bytes = one.lines.length === 0 ? Buffer.from('') : bytesOf(one.lines);
    const disagreement = await disagreementOn(second, { ...one, bytes });
    if (disagreement !== undefined) found.push(disagreement);
  }
  return found;
};

describe('two verifiers that share no line of code agree', () => {
  it('on what was done to single events', async () => {
    expect(await disagreements(singleEvents(past as LivingPast, other as LivingPast))).toEqual([]);
  });

  it('on what was rewritten, cut or dropped', async () => {
    expect(await disagreements(rewritten(past as LivingPast))).toEqual([]);
  });

  it('on what was done to checkpoints', async () => {
    expect(await disagreements(checkpoints(past as LivingPast, other as LivingPast))).toEqual([]);
  });

  it('on keys, mails, forks and files that are none', async () => {
    expect(await disagreements(anchors(past as LivingPast, fork as LivingPast, other as LivingPast))).toEqual([]);
  });
});
