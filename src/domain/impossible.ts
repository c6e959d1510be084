/**
 * Ends a switch over every case that the compiler knows: `default: return impossible(event satisfies never)`.
 * What comes all the same is a bug, and must not pass for a state or a decision.
 */
export const impossible = (_: never): never => {
  throw new Error('a case came that the compiler rules out');
};
