import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InMemoryAuditKeys } from '../../../src/adapters/driven/in-memory/audit-keys.ts';
import { entriesSaid } from '../../../src/adapters/driving/settings-page/history/entries.ts';
import { filterOf } from '../../../src/adapters/driving/settings-page/history/filter.ts';
import { KeyedCheckpointSigner } from '../../../src/adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import { verifyingKey } from '../../../src/adapters/shared/evidence/signed-note.ts';
import { healthSaid } from '../../../src/adapters/shared/wording/health.ts';
import type { PlanningBackup } from '../../../src/application/planning-backup.ts';
import { failing, recovered, reminded } from '../../builders/health.ts';
import { bytesOf, exported, verdictOn } from '../../support/evidence/history.ts';
import { disagreementOn, SecondVerifier } from '../../support/evidence/second-verifier.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

const keys = new InMemoryAuditKeys();
let newsroom: Newsroom;
let backup: PlanningBackup;

/** A night that failed and was repaired; of the second fact nobody was told yet. */
beforeAll(async () => {
  newsroom = new Newsroom();
  backup = await newsroom.backup({ checkpointSigner: new KeyedCheckpointSigner(keys) });
  await backup.configuring.save(aSaveRequest());
  newsroom.server.plan({ on: 'connect', server: 'refuses' });
  const night = { organisationId: ABENDBLATT.id, night: null, reason: 'manual', actorId: 'operator' } as const;
  const rest = { requestId: null, older: false, strict: false };
  const failed = await backup.nights.run({ ...night, ...rest });
  if (failed.outcome === 'ended') await backup.notifying.notifyOf(ABENDBLATT.id, failed.health?.changeId ?? '');
  await newsroom.clock.advance(60_000);
  await backup.nights.run({ ...night, ...rest });
});

describe('the history', () => {
  it('shows what was told of the nights, to whom, and what became of the mails', async () => {
    const timeline = await backup.history.timeline(ABENDBLATT.id);
    const health = timeline.flatMap((entry) => (entry.kind === 'health' ? [entry.health] : []));
    expect(health.map(({ facts, notices }) => [facts.map(({ type }) => type), notices])).toEqual([
      [
        ['BackupFailing'],
        ['anna', 'ben'].map((recipientId) => ({ recipientId, status: 'sent', at: '2026-11-24T23:30:00Z' })),
      ],
      [['BackupRecovered'], ['anna', 'ben'].map((recipientId) => ({ recipientId, status: 'waiting' }))],
    ]);
  });

  it('shows it on the page, by itself where that is asked for', async () => {
    const entries = await backup.history.timeline(ABENDBLATT.id);
    const shown = (query: string) =>
      entriesSaid(entries, filterOf(new URLSearchParams(query), 'Europe/Berlin'), ABENDBLATT, 'en');
    expect(shown('show=health').map(({ facts, who }) => [facts[0]?.what, who])).toEqual([
      ['backup works again', 'the nightly service (worker)'],
      ['backup failing', 'the nightly service (worker)'],
    ]);
    expect(shown('show=all').length).toBeGreaterThan(shown('show=health').length);
    expect(shown('show=changes').some(({ facts }) => facts[0]?.what === 'backup failing')).toBe(false);
  });
});

describe('the evidence', () => {
  const second = new SecondVerifier();
  afterAll(() => second.end());

  it('holds the state across nights and its mails, signed, for two verifiers that share no code', async () => {
    const lines = await exported(newsroom, ABENDBLATT.id, keys);
    const publicKey = verifyingKey(keys.makeFirst());
    expect(lines.some((line) => line.includes('"backupHealth-abendblatt"'))).toBe(true);
    expect(lines.some((line) => line.includes('notice.notice-sent.v1'))).toBe(true);
    expect(await verdictOn(lines, { publicKey })).toMatchObject({ verdict: 'anchored' });
    const isOfHealth = (line: string): boolean => line.includes('backup-health.backup-failing.v1');
    for (const altered of [lines, lines.filter((line) => !isOfHealth(line))]) {
      const mutant = { name: 'health', lines: altered, publicKey, heads: [], bytes: bytesOf(altered) };
      expect(await disagreementOn(second, mutant)).toBeUndefined();
    }
    expect(
      await verdictOn(
        lines.filter((line) => !isOfHealth(line)),
        { publicKey },
      ),
    ).toMatchObject({
      verdict: 'altered',
    });
  });
});

describe('what was told of the nights, in words', () => {
  it.each([
    ['en', failing(2), 'backup failing', /^night 2026-11-02: not delivered; login-refused: logging in: /],
    ['de', failing(2, 4, { kind: 'missed' }), 'Backup gestört', /^Nächte 2026-11-02 bis 2026-11-04: versäumt/],
    ['en', failing(2, 2, { kind: 'overwritten-late' }), 'backup failing', /overwritten by an attempt that was late$/],
    ['en', reminded(2, 5, 3), 'reminder after 3 days of failing', /^nights 2026-11-02 to 2026-11-05: not delivered/],
    ['de', recovered(2, 5), 'Backup funktioniert wieder', /^angekommen: Nacht 2026-11-05; gestört seit 2026-11-02$/],
  ] as const)('in %s', (locale, fact, what, detail) => {
    const said = healthSaid(fact, locale);
    expect(said.what).toBe(what);
    expect(said.detail).toMatch(detail);
  });
});
