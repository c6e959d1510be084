import type { Shape } from '../simulate.ts';

/** Seconds, and every fault and law in some dozens of seeds. */
export const SMALL: Shape = { organisations: 4, nights: 5, workers: 3 };
