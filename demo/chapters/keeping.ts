import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOf } from './nights.ts';
import type { Chapter } from './scene.ts';

/** Takes the workbooks from the server's disk; they have to be the ones that were recorded. */
export const keeping: Chapter = async ({ backup, plan, ftps, keepIn, tell, words }) => {
  tell.chapter(words.keeping.title);
  const state = (await backup.history.nights(plan.organisation.id)).at(-1)?.state;
  if (state === undefined) throw new Error('no night is on record');
  for (const { name, sha256 } of filesOf(state)) {
    const bytes = await readFile(join(ftps.folder, name));
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new Error(`${name} at the server is not the one on record`);
    const kept = join(keepIn, name);
    await writeFile(kept, bytes);
    tell.show(kept);
  }
  tell.say(words.keeping.open);
  tell.say(words.keeping.next);
};
