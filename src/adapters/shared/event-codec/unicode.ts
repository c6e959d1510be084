const LONE_SURROGATE = /\p{Surrogate}/u;

/** Half of a surrogate pair has no UTF-8: written all the same it becomes U+FFFD, and two texts become one. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);
