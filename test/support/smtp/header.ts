/** A header's value, unfolded; undefined if the message has none. Throws if it has two. */
export const header = (message: string, name: string): string | undefined => {
  const [head = ''] = message.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const values = lines.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  if (values.length > 1) throw new Error(`${name} stands there ${values.length} times`);
  return values[0]?.slice(name.length + 1).trim();
};

/** The names of all headers, in order. */
export const headerNames = (message: string): readonly string[] => {
  const [head = ''] = message.split('\r\n\r\n');
  return head.split('\r\n').flatMap((line) => (/^[ \t]/.test(line) ? [] : [line.slice(0, line.indexOf(':'))]));
};
