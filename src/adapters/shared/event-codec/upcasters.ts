import type { StoredType } from './codec.ts';

/** Brings the data of an older stored version to the next one, one step nearer to today's. */
export type Upcaster = (data: unknown) => { readonly storedType: StoredType; readonly data: unknown };

/**
 * By the stored type that is read no longer as it stands. A change to the shape of an event gets a new version in
 * its codec, and the old version an entry here; what is stored is never rewritten. All are at version 1 so far.
 */
export const UPCASTERS: ReadonlyMap<string, Upcaster> = new Map();
