/**
 * Whether a text may go onto the wire as UTF-8: as bytes it holds nothing that could end or split a command, and it
 * comes back as it was (half a surrogate pair does not).
 */
export const isSendable = (text: string): boolean => {
  const bytes = Buffer.from(text, 'utf8');
  return bytes.every((byte) => byte >= 0x20 && byte !== 0x7f) && bytes.toString('utf8') === text;
};

/** Whether a text names a file in the current directory, on every server: no path, no dots alone, no outer spaces. */
export const isPlainName = (text: string): boolean =>
  isSendable(text) && text !== '' && text === text.trim() && !/^\.{1,2}$|[/\\]/.test(text);
