import type { Locale } from '../../../domain/backup-configuration/settings.ts';

/** The language asked for, wherever it stands among the arguments, because what is wrong with them is said in it. */
export const languageOf = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale => {
  const asked = givenFor(argv, '--lang');
  if (asked === 'de' || asked === 'en') return asked;
  // POSIX, "Environment Variables", section 8.2: the first of these that is set and not empty counts.
  const set = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return /^de(?:[_.@-]|$)/i.test(set ?? '') ? 'de' : 'en';
};

/** Whether results and errors are JSON, for the same reason. */
export const wantsJson = (argv: readonly string[]): boolean =>
  argv.includes('--json') || givenFor(argv, '--format') === 'json';

const givenFor = (argv: readonly string[], option: string): string | undefined => {
  const at = argv.lastIndexOf(option);
  const joined = argv.findLast((text) => text.startsWith(`${option}=`));
  return at === -1 ? joined?.slice(option.length + 1) : argv[at + 1];
};
