import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { SystemClock } from '../../src/adapters/driven/clock/system-clock.ts';
import { EventStoreNewHouse } from '../../src/adapters/driven/eventstoredb/new-house.ts';
import { RandomIds } from '../../src/adapters/driven/ids/random-ids.ts';
import { InMemoryMasterKeyRing } from '../../src/adapters/driven/in-memory/master-key-ring.ts';
import { MovingHouse } from '../../src/application/moving-house/moving-house.ts';
import { storeAt } from '../adapters/driven/eventstoredb/cluster.ts';
import { CutPorts } from '../support/cut-ports.ts';
import { startEventStoreDouble } from '../support/eventstoredb/double.ts';
import { storesAt } from './new-home.ts';
import type { Home } from './old-home.ts';
import { stageOfTests } from './stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const stage = stageOfTests();

/** The source was sealed, and the call that would begin in the cluster fails. */
const cutBeforeItBegan = async (home: Home): Promise<void> => {
  const { oldHouse, ...from } = stage.file(home);
  const cut = new CutPorts({ call: 3, takesEffect: true, how: 'throws' }).wrap({ oldHouse });
  const move = new MovingHouse({
    from: { ...from, oldHouse: cut.oldHouse },
    to: stage.cluster(home),
    ...{ clock: new SystemClock(), ids: new RandomIds() },
  }).move();
  await expect(move).rejects.toThrow('oldHouse.depart was cut off');
  expect(await home.call(['pause', ...home.as('eins', 'cem')])).toMatchObject({ end: 1 });
};

/** What may have become of the place meanwhile. */
const MEANWHILE: readonly (readonly [string, string, () => Promise<unknown>])[] = [
  [
    'began to move in',
    'target-of-another-move',
    async () => stage.cluster(stage.home('empty')).newHouse.begin('the first'),
  ],
  [
    'moved in',
    'target-of-another-move',
    async () => expect(await stage.home().call(['migrate'], stage.env)).toMatchObject({ end: 0 }),
  ],
  ['began to live there', 'target-in-use', async () => stage.cluster(stage.home('empty')).checkpoints.save('any', 1n)],
];

describe('a move that was cut before it began, and is called again where another', () => {
  it.each(MEANWHILE)('%s: the source is written to again', async (_, code, meanwhile) => {
    const home = stage.home();
    await cutBeforeItBegan(home);
    await meanwhile();
    const before = stage.double.onDisk().length;
    const again = await home.call(['migrate', '--json'], stage.env);
    expect(again).toMatchObject({ end: 2 });
    expect(JSON.parse(again.out)).toMatchObject({ error: { code } });
    expect(stage.double.onDisk()).toHaveLength(before);
    expect(await home.call(['pause', ...home.as('eins', 'cem')])).toMatchObject({ end: 0 });
  });
});

describe('a move that has ended, where another cluster has come under the same name, and another', () => {
  const others: readonly (readonly [string, (stores: ReturnType<typeof storesAt>) => Promise<unknown>])[] = [
    ['moves in there', ({ newHouse }) => newHouse.begin('another')],
    ['lives there', ({ checkpoints }) => checkpoints.save('any', 1n)],
  ];

  it.each(others)('%s: the source stays sealed, and the way out is named', async (_, settle) => {
    const home = stage.home();
    const first = await startEventStoreDouble({ dedupe: false });
    const env = { ...stage.env, PLANNING_BACKUP_EVENTSTORE: first.connectionString };
    expect(await home.call(['migrate'], env)).toMatchObject({ end: 0 });
    await first.close();
    const second = await startEventStoreDouble({ dedupe: false, port: first.port });
    const stores = storesAt(second.connectionString, join(home.data, 'master.key'));
    try {
      await settle(stores);
      for (const [lang, wayOut] of [
        ['en', 'If status shows this store as sealed, and its own move has never ended, migrate --abandon'],
        ['de', 'geben Sie den Umzug mit migrate --abandon auf'],
      ] as const) {
        const again = await home.call(['migrate', '--lang', lang], env);
        expect(again).toMatchObject({ end: 2, err: expect.stringContaining(wayOut) });
      }
      expect(await home.call(['pause', ...home.as('eins', 'cem')])).toMatchObject({ end: 1 });
    } finally {
      await stores.close();
      await second.close();
    }
  });
});

it('the note of a call that was cut is not taken for what another has left there, where it comes in between', async () => {
  const store = storeAt(stage.double.connectionString);
  const houseOn = (seen: typeof store) => new EventStoreNewHouse(seen, {} as never, new InMemoryMasterKeyRing());
  const pageBehind: typeof store.pageBehind = async (...args) => {
    await houseOn(store).begin('mine');
    return store.pageBehind(...args);
  };
  const late = new Proxy(store, {
    get: (target, name) => {
      if (name === 'pageBehind') return pageBehind;
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  try {
    expect(await houseOn(late).arrival()).toEqual({ status: 'arriving', moveId: 'mine' });
  } finally {
    await store.close();
  }
});
