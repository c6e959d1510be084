/**
 * What a call to the server ended with, as far as it matters here. Only `passing` may have had an effect, and only it
 * is worth another try.
 */
export type Trouble = 'conflict' | 'not found' | 'deleted' | 'refused' | 'too large' | 'late' | 'passing';

/** By the `type` of the client's errors (its `dist/utils/CommandError.js`). */
const TYPES: Readonly<Record<string, Trouble>> = {
  'wrong-expected-version': 'conflict',
  'stream-not-found': 'not found',
  'stream-deleted': 'deleted',
  'access-denied': 'refused',
  'maximum-append-size-exceeded': 'too large',
  'deadline-exceeded': 'late',
};

const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;
const DEADLINE_EXCEEDED = 4;

/** By the code of gRPC, for errors that the client passes on as they are: while it finds out what the server can do, say. */
const CODES: Readonly<Record<number, Trouble>> = {
  [PERMISSION_DENIED]: 'refused',
  [UNAUTHENTICATED]: 'refused',
  [DEADLINE_EXCEEDED]: 'late',
};

/** Whatever is not known here is taken for something that passes, and might have had an effect. */
export const troubleOf = (error: unknown): Trouble => {
  if (typeof error !== 'object' || error === null) return 'passing';
  const { type, code } = error as { readonly type?: unknown; readonly code?: unknown };
  const byType = typeof type === 'string' ? TYPES[type] : undefined;
  return byType ?? (typeof code === 'number' ? CODES[code] : undefined) ?? 'passing';
};

/** Our own deadline, for calls that the client gives none. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly type = 'deadline-exceeded';
}

export const noAnswer = (): Error => new NoAnswer('no answer in time');

/** In our words: what the server says may hold anything. */
export const problemOf = (trouble: Trouble): string => {
  switch (trouble) {
    case 'refused':
      return 'it refuses the user, the password or the right to do this';
    case 'too large':
      return 'an event is larger than it takes (its setting MaxAppendSize)';
    case 'late':
      return 'it did not answer in time';
    case 'conflict':
    case 'not found':
    case 'deleted':
    case 'passing':
      return 'it cannot be reached';
    default:
      return trouble satisfies never;
  }
};
