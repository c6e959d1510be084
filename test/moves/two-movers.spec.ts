import { describe, expect, it, vi } from 'vitest';
import { SystemClock } from '../../src/adapters/driven/clock/system-clock.ts';
import { RandomIds } from '../../src/adapters/driven/ids/random-ids.ts';
import { MovingHouse } from '../../src/application/moving-house/moving-house.ts';
import { inventoryOfCluster, inventoryOfFile } from './new-home.ts';
import { stageOfTests } from './stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const stage = stageOfTests();

/** The code of what was refused, or how it ended. */
const outcomeOf = ({ out }: { readonly out: string }): string => {
  const { outcome, error } = JSON.parse(out) as { outcome?: string; error?: { code: string } };
  return error?.code ?? outcome ?? '';
};

describe('two who move one store in the same moment', () => {
  it('are one who moves it, and one who is refused', async () => {
    const home = stage.home();
    const before = await inventoryOfFile(stage.file(home));
    const ended = await Promise.all([0, 1, 2].map(() => home.call(['migrate', '--json'], stage.env)));
    expect(ended.map(outcomeOf).sort()).toEqual(['moved', 'moves-already', 'moves-already']);
    expect(ended.map(({ end }) => end).sort()).toEqual([0, 2, 2]);
    expect(await inventoryOfCluster(stage.cluster(home), stage.file(home))).toEqual(before);
    expect(outcomeOf(await home.call(['migrate', '--json'], stage.env))).toBe('moved-before');
  });

  it('meet wherever the first has come to, and what the second says is plain', async () => {
    const home = stage.home();
    const letGo = await stage.file(home).oldHouse.hold();
    for (const further of [[], ['--abandon']]) {
      const refused = await home.call(['migrate', ...further, '--lang', 'de'], stage.env);
      expect(refused).toMatchObject({ end: 2, err: expect.stringContaining('gerade schon ein anderes migrate') });
    }
    expect(stage.double.streamNames()).toEqual([]);
    letGo?.();
    expect(await home.call(['migrate'], stage.env)).toMatchObject({ end: 0 });
  });
});

describe('two stores that move to one place', () => {
  it('are one that has moved, and one that is written to as before', async () => {
    const homes = [stage.home(), stage.home()];
    const ended = await Promise.all(homes.map((home) => home.call(['migrate', '--json'], stage.env)));
    expect(ended.map(({ end }) => end).sort()).toEqual([0, 2]);
    const [moved, left] = ended[0]?.end === 0 ? homes : [...homes].reverse();
    expect(await left?.call(['pause', ...left.as('eins', 'cem')])).toMatchObject({ end: 0 });
    expect(await moved?.call(['pause', ...moved.as('eins', 'cem')])).toMatchObject({ end: 1 });
    if (moved === undefined) expect.unreachable();
    const there = await inventoryOfCluster(stage.cluster(moved), stage.file(moved));
    expect(there).toEqual(await inventoryOfFile(stage.file(moved)));
  });

  it('are not both sealed where the second finds the first in the last moment', async () => {
    const home = stage.home();
    const [from, to] = [stage.file(home), stage.cluster(home)];
    const begin = async (moveId: string): Promise<boolean> => {
      await to.newHouse.begin('the first');
      return to.newHouse.begin(moveId);
    };
    const newHouse = new Proxy(to.newHouse, {
      get: (house, name) => {
        const member: unknown = name === 'begin' ? begin : Reflect.get(house, name);
        return typeof member === 'function' ? member.bind(house) : member;
      },
    });
    const ports = { clock: new SystemClock(), ids: new RandomIds() };
    const refused = await new MovingHouse({ from, to: { ...to, newHouse }, ...ports }).move();
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'target-of-another-move' });
    expect(await home.call(['pause', ...home.as('eins', 'cem')])).toMatchObject({ end: 0 });
  });

  it('are not both sealed for good where the second was cut before it found the first', async () => {
    const home = stage.home();
    const { newHouse } = stage.cluster(home);
    await stage.file(home).oldHouse.depart({ moveId: 'cut', to: newHouse.place });
    await newHouse.begin('the first');
    expect(await home.call(['migrate', '--abandon'], stage.env)).toMatchObject({ end: 0 });
    expect(await home.call(['pause', ...home.as('eins', 'cem')])).toMatchObject({ end: 0 });
    expect(await newHouse.arrival()).toEqual({ status: 'arriving', moveId: 'the first' });
    // Nor where the first has ended: that is another's move.
    await stage.file(home).oldHouse.depart({ moveId: 'cut again', to: newHouse.place });
    await newHouse.end('the first', 'arrived');
    expect(await home.call(['migrate', '--abandon'], stage.env)).toMatchObject({ end: 0 });
  });

  it.each([
    ['en', 'nothing of this store is there, and the cluster was left alone', 'is written to again', 'empty it'],
    ['de', 'Dort liegt nichts aus diesem Datenbestand', 'wird wieder geschrieben', 'Leeren Sie'],
  ])(
    'are not mixed up where the one that never began gives up: nobody is told to empty the other’s place (%s)',
    async (lang, left, written, empty) => {
      const home = stage.home();
      const { newHouse } = stage.cluster(home);
      const abandoned = async (...further: readonly string[]) => {
        await stage.file(home).oldHouse.depart({ moveId: 'cut', to: newHouse.place });
        return home.call(['migrate', '--abandon', ...further], stage.env);
      };
      await newHouse.begin('the first');
      await newHouse.end('the first', 'arrived');
      const { end, out } = await abandoned('--lang', lang);
      expect([end, out]).toEqual([0, expect.stringContaining(left)]);
      expect(out).toContain(written);
      expect(out).not.toContain(empty);
      expect(JSON.parse((await abandoned('--json')).out)).toEqual({ outcome: 'stays', hadBegun: false });
      expect(await newHouse.arrival()).toEqual({ status: 'arrived', moveId: 'the first' });
    },
  );

  it.each([
    ['en', 'empty it before another move'],
    ['de', 'Leeren Sie ihn vor einem weiteren Umzug'],
  ])('leave a place to be emptied where the one that gives up had begun there (%s)', async (lang, empty) => {
    const home = stage.home();
    const { newHouse } = stage.cluster(home);
    await stage.file(home).oldHouse.depart({ moveId: 'cut', to: newHouse.place });
    await newHouse.begin('cut');
    const { end, out } = await home.call(['migrate', '--abandon', '--lang', lang], stage.env);
    expect([end, out]).toEqual([0, expect.stringContaining(empty)]);
  });
});

describe('a place that is lived in', () => {
  it('keeps its organisations, and the source its own', async () => {
    const [lodger, home] = [stage.home('empty'), stage.home()];
    const destination = ['--user', 'redaktion', '--destination', 'ftp://203.0.113.7/planung'];
    const configured = await lodger.call(['configure', ...lodger.as('drei', 'anna'), ...destination], stage.env);
    expect(configured).toMatchObject({ end: 0 });
    const before = stage.double.onDisk().length;
    expect(outcomeOf(await home.call(['migrate', '--json'], stage.env))).toBe('target-in-use');
    expect(stage.double.onDisk()).toHaveLength(before);
    expect(await home.call(['pause', ...home.as('eins', 'cem')])).toMatchObject({ end: 0 });
    expect(await lodger.call(['pause', ...lodger.as('drei', 'ben')], stage.env)).toMatchObject({ end: 0 });
  });
});
