import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BackupRunEvent, PlanKind } from '../../../src/domain/backup-run/events.ts';
import { aDestination } from '../../builders/destination.ts';
import { aNight } from '../../builders/night.ts';
import { claimed } from '../../builders/run.ts';
import { Tally } from '../engine/tally.ts';
import { SimulatedServer } from '../world/server.ts';
import { FileLaws } from './file-laws.ts';
import { Ledger } from './ledger.ts';
import { newRun } from './log-laws.ts';

const ORGANISATION = 'redaktion-1';
const night = aNight('2026-11-24');
const destination = aDestination({ directory: '/plans' });

const toldOfLateness: BackupRunEvent = {
  type: 'OlderNightPublishedLate',
  attempt: 1,
  olderNight: aNight('2026-11-23'),
};

/** A server at which one night's files turn up, after these facts of it. */
const serverOfANight = (renameOver: 'replaces' | 'refused', ...facts: readonly BackupRunEvent[]) => {
  const ledger = new Ledger();
  const claim = claimed({ night, destination });
  const run = newRun(ORGANISATION, claim);
  for (const [at, event] of [claim, ...facts].entries()) run.events.push({ at, event });
  ledger.attempts.set('collection-1', { run, attempt: 1 });
  const laws = new FileLaws(ledger, new Tally(), () => 0);
  const server = new SimulatedServer(
    ORGANISATION,
    '203.0.113.5',
    'secret',
    {
      protocol: 'sftp',
      tlsMode: 'none',
      host: destination.host,
      port: 22,
      user: 'planung',
      identity: null,
      renameOver,
    },
    { fileIsThere: laws.fileIsThere.bind(laws), fileIsGone: laws.fileIsGone.bind(laws), loginIsTried: () => {} },
  );
  const put = (kind: PlanKind, name: string): void => {
    const bytes = new TextEncoder().encode(kind);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    ledger.workbooks.set(sha256, { organisationId: ORGANISATION, kind, night, collectionId: 'collection-1', sha256 });
    ledger.namedParts.add(`${destination.host}/plans/${name}`);
    server.files.set(`/plans/${name}`, bytes);
  };
  return { put };
};

describe('that both files are whole before one of them is replaced', () => {
  const brokenLaw = 'both files are whole before one of them is replaced: /plans/Themenplanung.xlsx';

  it.each(['replaces', 'refused'] as const)(
    'holds where the other one lies beside it, if a rename onto it %s',
    (over) => {
      const { put } = serverOfANight(over);
      put('event-plan', 'Terminplanung.xlsx.part');
      expect(() => put('story-plan', 'Themenplanung.xlsx')).not.toThrow();
    },
  );

  it.each(['replaces', 'refused'] as const)(
    'is broken where the other one is missing, if a rename onto it %s',
    (over) => {
      const { put } = serverOfANight(over);
      expect(() => put('story-plan', 'Themenplanung.xlsx')).toThrow(brokenLaw);
    },
  );

  it('excuses who was told of a late older night, where files are replaced in two steps', () => {
    const { put } = serverOfANight('refused', toldOfLateness);
    expect(() => put('story-plan', 'Themenplanung.xlsx')).not.toThrow();
  });

  it('excuses nobody where files are replaced at once', () => {
    const { put } = serverOfANight('replaces', toldOfLateness);
    expect(() => put('story-plan', 'Themenplanung.xlsx')).toThrow(brokenLaw);
  });
});
