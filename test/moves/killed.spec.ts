import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { killedMove } from './killing.ts';
import { furnish, Home } from './old-home.ts';

const root = mkdtempSync(join(tmpdir(), 'planning-backup-killed-move-'));
afterAll(() => rmSync(root, { recursive: true }));

it('is the same as if nobody had killed it, and no mail is lost or doubled (npm run moves: 50 kills)', async () => {
  const furnished = join(root, 'furnished');
  await furnish(new Home(furnished), ['eins', 'zwei']);
  const moments = [150, 400];
  const round = await killedMove(furnished, join(root, 'home'), { kills: 2, within: () => moments.pop() ?? 0 });
  expect(round).toMatchObject({ faults: [] });
  expect(round.kills.length).toBeGreaterThan(0);
}, 120_000);
