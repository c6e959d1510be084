const GROUP = /^[0-9a-f]{1,4}$/;
const GROUPS = 8;

/**
 * The RFC 5952 writing of an IPv6 address, or undefined if it is none. Embedded IPv4 (`::ffff:10.0.0.1`) and
 * zones (`fe80::1%eth0`) are refused: a server on the internet is never written so.
 */
export const readIpv6 = (text: string): string | undefined => {
  const gap = text.indexOf('::');
  const before = groupsOf(gap < 0 ? text : text.slice(0, gap));
  const after = groupsOf(gap < 0 ? '' : text.slice(gap + 2));
  const written = [...before, ...after];
  if (!written.every((group) => GROUP.test(group))) return undefined;
  const missing = GROUPS - written.length;
  if (gap < 0 ? missing !== 0 : missing < 1) return undefined;
  return write([...before, ...Array<string>(missing).fill('0'), ...after].map((group) => Number.parseInt(group, 16)));
};

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));

/** RFC 5952, section 4: no leading zeros, lower case, the first longest run of two or more zeros becomes `::`. */
const write = (groups: readonly number[]): string => {
  const run = longestZeroRun(groups);
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  if (run.length < 2) return hex(groups);
  return `${hex(groups.slice(0, run.start))}::${hex(groups.slice(run.start + run.length))}`;
};

const longestZeroRun = (groups: readonly number[]): { start: number; length: number } => {
  let best = { start: 0, length: 0 };
  let start = 0;
  groups.forEach((group, index) => {
    if (group !== 0) start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  });
  return best;
};
