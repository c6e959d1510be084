import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Child } from '../support/child/child.ts';
import { killedMove } from './killing.ts';
import { furnish, Home } from './old-home.ts';

const root = mkdtempSync(join(tmpdir(), 'planning-backup-killed-move-'));
afterAll(() => rmSync(root, { recursive: true }));

it('is the same as if nobody had killed it, and no mail is lost or doubled (npm run moves: 50 kills)', async () => {
  const furnished = join(root, 'furnished');
  await furnish(new Home(furnished), ['eins', 'zwei']);
  // In lines that it prints: sealing, and some streams.
  const moments = [8, 3];
  const awaited = (mover: Child) => mover.printed(moments.pop() ?? 0);
  const round = await killedMove(furnished, join(root, 'home'), { kills: 2, awaited });
  expect(round).toMatchObject({ faults: [] });
  expect(round.kills).toHaveLength(2);
}, 120_000);
