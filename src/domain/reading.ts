/** The outcome of reading text from outside into a value that cannot be invalid. */
export type Reading<Value, Problem extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export const read = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const unreadable = <Problem extends string>(
  problem: Problem,
): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem });
