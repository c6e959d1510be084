import { setTimeout as wait } from 'node:timers/promises';
import type { Access } from './access.ts';
import { answerOf } from './answers.ts';
import type { Fault, Faults } from './faults.ts';
import type { Front } from './front.ts';
import type { Log } from './log.ts';

/** What every kind of call works with. */
export interface Context {
  readonly log: Log;
  readonly faults: Faults;
  readonly access: Access;
  readonly front: Front;
  /** Bytes (docs: server/configuration, `MaxAppendSize`, 1 MiB unless configured). */
  readonly maxAppendSize: number;
  /** Whether events read from their own streams have a position, as since server 22.6 (server: PR 3459 of its repository). */
  readonly streamPositions: boolean;
}

/** An answer that does not come. */
const never = (): Promise<never> => new Promise(() => undefined);

/** Does what a call asks for, as far as its fault lets it, and ends as the fault says. */
export const underFault = async <Result>(
  { front }: Context,
  fault: Fault | undefined,
  peer: string,
  act: () => Result,
): Promise<Result> => {
  if (fault === undefined || fault.kind === 'duplicates') return act();
  if (fault.kind === 'slow') {
    await wait(fault.ms, undefined, { ref: false });
    return act();
  }
  if ('takesEffect' in fault && fault.takesEffect === true) act();
  return endBy(front, fault, peer);
};

/** Ends a call as its fault says: with an answer, thrown, or with none. */
export const endBy = (front: Front, fault: Fault, peer: string): Promise<never> => {
  const answer = answerOf(fault);
  if (answer !== undefined) throw answer;
  if (fault.kind === 'connection lost') front.cut(peer);
  if (fault.kind === 'silence' && fault.halfOpen === true) front.freeze(peer);
  return never();
};
