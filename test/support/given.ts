import { expect } from 'vitest';
import type { Decider } from '../../src/domain/decider.ts';

interface Outcome<Event, Rejection extends { readonly reason: string }> {
  /** Accepted with exactly these events, in this order. */
  readonly then: (...events: readonly Event[]) => void;
  readonly thenNothingHappened: () => void;
  /** Rejected with this reason and, where a reason has details, exactly these. */
  readonly thenRejected: <Reason extends Rejection['reason']>(
    reason: Reason,
    details?: Omit<Extract<Rejection, { reason: Reason }>, 'reason'>,
  ) => void;
}

interface Given<Command, Event, Rejection extends { readonly reason: string }> {
  readonly when: (command: Command) => Outcome<Event, Rejection>;
}

/** `given(event, …).when(command).then(event, …)` for one aggregate. */
export const givenFor =
  <Command, State, Event, Rejection extends { readonly reason: string }>({
    decide,
    evolve,
    initialState,
  }: Decider<Command, State, Event, Rejection>) =>
  (...history: readonly Event[]): Given<Command, Event, Rejection> => ({
    when: (command) => {
      const decision = decide(command, history.reduce(evolve, initialState));
      const thenAccepted = (...events: readonly Event[]): void =>
        expect(decision).toEqual({ outcome: 'accepted', events });
      return {
        // biome-ignore lint/suspicious/noThenProperty: it is the word of the sentence, and nobody awaits it.
        then: thenAccepted,
        thenNothingHappened: thenAccepted,
        thenRejected: (reason, details) =>
          expect(decision).toEqual({ outcome: 'rejected', rejection: { reason, ...details } }),
      };
    },
  });
