import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../../../src/application/ports/telemetry.ts';
import { Machine } from './call.ts';

const PLANS = tmpdir();
const NIGHT = { organisationId: 'abendblatt', night: '2026-11-25', attempt: 1 } as const;

describe('worker', () => {
  it('works through the nights of a folder, and ends what it began', async () => {
    const machine = new Machine();
    const { exit, out, err } = await machine.call(`worker --plans ${PLANS} --until 2026-11-25T05:00:00Z`);
    expect([exit, out, machine.open]).toEqual([0, '', 0]);
    expect(err).toContain('2026-11-25T05:00:00Z');
    expect(machine.worked).toMatchObject([{ plan: { folder: PLANS } }]);
    expect(machine.worked[0]?.until?.toString()).toBe('2026-11-25T05:00:00Z');
  });

  it.each<[string, string]>([
    ['--until tomorrow', 'InstantMalformed'],
    ['--allow-network everybody', 'NetworkMalformed'],
  ])('is refused: %s', async (line, code) => {
    for (const lang of ['de', 'en']) {
      const machine = new Machine();
      const { exit, out } = await machine.call(`worker --plans ${PLANS} ${line} --lang ${lang} --json`);
      expect([exit, JSON.parse(out).error.code, machine.worked]).toEqual([2, code, []]);
    }
  });

  it('is refused where there is no such folder', async () => {
    const { exit } = await new Machine().call('worker --plans /nowhere/at/all');
    expect(exit).toBe(2);
  });

  it.each<[string, Happening, string]>([
    [
      'a night that ended',
      { ...NIGHT, name: 'night-ended', outcome: 'delivered', failures: [] },
      'abendblatt 2026-11-25: delivered',
    ],
    ['what a night does', { ...NIGHT, name: 'server-reached' }, 'abendblatt 2026-11-25: Connected and logged in.'],
    [
      'a fault',
      { organisationId: 'abendblatt', name: 'worker-fault', error: new Error('no disk') },
      'abendblatt: Could',
    ],
    [
      'a checkpoint',
      { organisationId: 'abendblatt', name: 'checkpoint-failed', error: new Error('no disk') },
      'no disk',
    ],
  ])('says in one line whose it is: %s', async (_, happening, line) => {
    const machine = new Machine();
    await machine.call(`worker --plans ${PLANS} --lang en`);
    const said = machine.call(`worker --plans ${PLANS} --lang en`);
    machine.worked[1]?.telemetry.happened(happening);
    machine.worked[0]?.telemetry.happened(happening);
    expect((await said).err).toContain(line);
  });
});
