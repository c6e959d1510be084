import { type Reading, read, unreadable } from '../reading.ts';

declare const remoteDirectory: unique symbol;

/**
 * An absolute directory on the server, as it is seen after login: `/`, or `/a/b` without a trailing slash.
 * Control characters, `.` and `..` have no way in, so that a path is one argument of one command.
 */
export type RemoteDirectory = string & { readonly [remoteDirectory]: true };

export type DirectoryProblem =
  | 'directory-not-absolute'
  | 'directory-has-control-characters'
  | 'directory-has-dot-segments'
  | 'directory-has-outer-spaces'
  | 'directory-too-long';

/** Servers take paths of 1,024 to 4,096 bytes; 255 characters are at most 1,020 bytes of UTF-8. */
const LONGEST = 255;

/** C0 and C1 control characters, the line and paragraph separators, and halves of a surrogate pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for.
const UNSENDABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/u;

export const readRemoteDirectory = (text: string): Reading<RemoteDirectory, DirectoryProblem> => {
  if (hasUnsendableCharacters(text)) return unreadable('directory-has-control-characters');
  if (text !== '' && !text.startsWith('/')) return unreadable('directory-not-absolute');
  if (text.length > LONGEST) return unreadable('directory-too-long');
  const segments = text.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment === '.' || segment === '..')) return unreadable('directory-has-dot-segments');
  if (segments.some((segment) => segment !== segment.trim())) return unreadable('directory-has-outer-spaces');
  return read(`/${segments.join('/')}` as RemoteDirectory);
};

/** Whether a text could end or split a command on the wire, or cannot be sent as UTF-8 at all. */
export const hasUnsendableCharacters = (text: string): boolean => UNSENDABLE.test(text);
