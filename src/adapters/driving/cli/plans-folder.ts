import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CallFailed } from './call-failed.ts';
import type { PlansFolder } from './installation.ts';
import type { GivenOptions } from './options.ts';
import type { Words } from './wording/words.ts';

/** The folder of `--plans`, which must be there. */
export const plansFolder = ({ plans = '' }: GivenOptions, words: Words): PlansFolder => {
  const folder = resolve(plans);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return { folder };
  throw new CallFailed(2, 'PlansFolderMissing', words.serve.noFolder(folder));
};
