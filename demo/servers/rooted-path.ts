import { join, posix } from 'node:path';

/**
 * The place on disk of a path that a client names. However many `..` it holds, it stays inside: above `/` there is
 * nothing. Links are not looked at, because nobody can make one through these servers.
 */
export const rootedPath = (root: string, clientPath: string): string => join(root, absolute(clientPath));

export const absolute = (clientPath: string): string => posix.normalize(posix.join('/', clientPath));
