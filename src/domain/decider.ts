/**
 * The decider pattern: what a rule says to a command, and what an event does to a state.
 * Both are plain functions; clocks, ids and the outside world reach them inside the command only.
 */

/** A rule said yes, and these are the facts that follow (none, if nothing differs). */
export interface Accepted<Event> {
  readonly outcome: 'accepted';
  readonly events: readonly Event[];
}

/** A rule said no. This is a value, not a failure: a throw is infrastructure or a bug. */
export interface Rejected<Rejection> {
  readonly outcome: 'rejected';
  readonly rejection: Rejection;
}

export type Decision<Event, Rejection> = Accepted<Event> | Rejected<Rejection>;

/** One aggregate: `state = events.reduce(evolve, initialState)`, `decide(command, state)`. */
export interface Decider<Command, State, Event, Rejection> {
  readonly initialState: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly decide: (command: Command, state: State) => Decision<Event, Rejection>;
}

export const accepted = <Event>(events: readonly Event[]): Accepted<Event> => ({ outcome: 'accepted', events });

export const rejected = <Rejection>(rejection: Rejection): Rejected<Rejection> => ({ outcome: 'rejected', rejection });
