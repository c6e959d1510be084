import type { Edit } from '../run/build.ts';
import { NIGHT_BUGS } from './night-bugs.ts';
import { OTHER_BUGS } from './other-bugs.ts';

/** A mistake that somebody could make, planted in a copy of the product. */
export interface Bug {
  readonly name: string;
  readonly edits: readonly Edit[];
}

export const BUGS: readonly Bug[] = [...NIGHT_BUGS, ...OTHER_BUGS];
