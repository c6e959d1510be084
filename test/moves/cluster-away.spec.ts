import { mkdirSync } from 'node:fs';
import { setTimeout as passing } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { inventoryOfCluster, inventoryOfFile } from './new-home.ts';
import { stageOfTests } from './stage.ts';

/** `npm run outages:eventstore` has it away for a minute, and more often. */
const IS_LONG = process.env.OUTAGES === 'long';
const AWAY = IS_LONG ? 60_000 : 11_000;

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const stage = stageOfTests();

it.each(IS_LONG ? (['append', 'read'] as const) : (['append'] as const))(
  'goes on with a move when the cluster is back that went away at one %s in the middle',
  async (call) => {
    const home = stage.home();
    const before = await inventoryOfFile(stage.file(home));
    stage.double.faults.plan(call, { kind: 'connection lost', takesEffect: true }, { skip: 30 });
    const away = (async () => {
      while (stage.double.faults.struck === 0) await passing(1);
      await stage.double.down();
      await passing(AWAY);
      await stage.double.up();
    })();
    const tries = [await home.call(['migrate'], stage.env)];
    while (tries.at(-1)?.end === 1) tries.push(await home.call(['migrate'], stage.env));
    await away;
    expect(tries.length).toBeGreaterThan(1);
    for (const { err } of tries.slice(0, -1)) {
      expect(err).toMatch(/EventStoreDB at 127\.0\.0\.1:\d+: (?:it cannot be reached|it did not answer in time)/);
      expect(err).toContain('try again; nothing was lost');
    }
    expect(tries.at(-1)).toMatchObject({ end: 0 });
    expect(await inventoryOfCluster(stage.cluster(home), stage.file(home))).toEqual(before);
    expect(await inventoryOfFile(stage.file(home))).toEqual(before);
  },
);

it('moves a store that holds nothing, and the cluster is lived in from then on', async () => {
  const home = stage.home('empty');
  mkdirSync(home.data, { recursive: true });
  await stage.file(home).close();
  const moved = await home.call(['migrate', '--json'], stage.env);
  expect(moved).toMatchObject({ end: 0 });
  const nothing = { streams: 0, events: 0, secrets: 0, noticeRecords: 0, unopened: 0 };
  expect(JSON.parse(moved.out)).toMatchObject({ outcome: 'moved', moved: nothing });
  const destination = ['--user', 'redaktion', '--destination', 'ftp://203.0.113.7/planung'];
  const configure = ['configure', ...home.as('drei', 'anna'), ...destination];
  expect(await home.call(configure)).toMatchObject({ end: 1, err: expect.stringContaining('sealed') });
  expect(await home.call(configure, stage.env)).toMatchObject({ end: 0 });
});
