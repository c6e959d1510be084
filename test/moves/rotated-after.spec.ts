import { describe, expect, it, vi } from 'vitest';
import type { Home } from './old-home.ts';
import { stageOfTests } from './stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const stage = stageOfTests();

/** Both stores have one file of master keys; the cluster's key is another one by now. */
const movedAndRotated = async (): Promise<Home> => {
  const home = stage.home();
  for (const args of [['migrate'], ['rotate-master-key']])
    expect(await home.call(args, stage.env)).toMatchObject({ end: 0 });
  return home;
};

describe('a store that was moved out of, where the master key was rotated since', () => {
  it('finds no fault with the key: an old one put back would lie over the one in use', async () => {
    const home = await movedAndRotated();
    await stage.file(home).secretStore.check();
    const status = await home.call(['status']);
    expect(status).toMatchObject({ end: 0, err: expect.stringContaining('this store is sealed') });
    expect(status.out).not.toContain('What is sealed cannot be opened');
  });

  it('refuses whoever would work there because it moved, and not for its key', async () => {
    const home = await movedAndRotated();
    for (const args of [
      ['worker', '--plans', home.plans],
      ['serve', '--plans', home.plans],
      ['backup', ...home.as('eins', 'anna').slice(0, 2)],
    ]) {
      const { end, err } = await home.call(args);
      expect([end, err]).toEqual([1, expect.stringContaining('moves to EventStoreDB at 127.0.0.1')]);
      expect(err).not.toContain('aster key');
    }
  });
});
