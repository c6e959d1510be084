import { fileURLToPath } from 'node:url';

/** The folder of all our modules, as an ES module's frames name it, and as others do. */
const OURS = [new URL('../../../', import.meta.url)].flatMap((root) => [root.href, fileURLToPath(root)]);

const PLACE = /^([a-z0-9-]+(?:\/[a-z0-9-]+)*\.[jt]sx?):([0-9]{1,6}):[0-9]{1,6}\)?$/;

const MOST_FRAMES = 8;

/**
 * The places of an error's stack that lie in our own code, innermost first. A stack begins with the error's message,
 * which may have lines that look like places: where it does not begin with the message as it is now, nothing of it
 * is taken.
 */
export const ownFrames = ({ stack, message }: Error): readonly string[] => {
  if (typeof stack !== 'string' || typeof message !== 'string') return [];
  const heading = message === '' ? '\n' : `: ${message}\n`;
  const from = stack.indexOf(heading);
  if (from < 0 || stack.slice(0, from).includes('\n')) return [];
  return stack
    .slice(from + heading.length)
    .split('\n')
    .flatMap(placeOf)
    .slice(0, MOST_FRAMES);
};

const placeOf = (frame: string): readonly string[] => {
  if (!frame.startsWith('    at ')) return [];
  for (const root of OURS) {
    const from = frame.indexOf(root);
    const [, file, line] = (from < 0 ? null : PLACE.exec(frame.slice(from + root.length))) ?? [];
    if (file !== undefined) return [`${file}:${line}`];
  }
  return [];
};
