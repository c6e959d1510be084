/**
 * Control characters, halves of surrogate pairs, line and paragraph separators, and the invisible format characters
 * that turn the direction of text or hide something. Kept: soft hyphen and the joiners of emoji and scripts.
 */
const HARMFUL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u00ad\u200c\u200d])\p{Cf}/gu;

const codeOf = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16);

/** Text from outside as one line that does nothing to a terminal: what could is shown as `\u{1b}`. */
export const harmless = (text: string): string => text.replace(HARMFUL, (sign) => `\\u{${codeOf(sign)}}`);

/** A document as JSON on one line, as harmless; it reads back as it was. */
export const harmlessJson = (document: object): string => harmlessJsonText(JSON.stringify(document));

/** The same of JSON without line breaks that others wrote. */
export const harmlessJsonText = (json: string): string =>
  json.replace(HARMFUL, (sign) =>
    Array.from({ length: sign.length }, (_, unit) => `\\u${sign.charCodeAt(unit).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
