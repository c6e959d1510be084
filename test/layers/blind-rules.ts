import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cruised } from './cruise.ts';
import { FENCES, packagePath, RULES } from './rules.ts';

/**
 * Rules that match nothing, and so would never bite. One whose folder holds nothing yet sleeps: that is fine.
 * Empty if every rule is awake or asleep for a reason.
 */
export const blindRules = (baseDir: string, { modules }: Cruised): readonly string[] => {
  const sources = modules.map((module) => module.source).filter((source) => source.startsWith('src/'));
  if (sources.length === 0) return ['No module was seen at all: the compiler and dependency-cruiser do not fit.'];
  const seen = (pattern: string): boolean => {
    const matcher = new RegExp(pattern.replaceAll(/\$[0-9]/g, '[^/]+'));
    return sources.some((source) => matcher.test(source));
  };
  const isAsleep = (pattern: string): boolean => !holdsSources(join(baseDir, literalFolder(pattern)));
  const pathsOf = (path: string | string[] | undefined): readonly string[] => [path ?? []].flat();

  const blindLayers = RULES.flatMap(({ name, from, to }) => {
    const within = [...pathsOf(from.path), ...pathsOf(to.path)].filter((pattern) => pattern.startsWith('^src/'));
    const blind = within.filter((pattern) => !isAsleep(pattern) && !seen(pattern));
    return blind.map((pattern) => `${name}: ${pattern} matches no file`);
  });
  const imported = modules.flatMap((module) => module.dependencies.map(({ resolved }) => resolved));
  const blindFences = Object.entries(FENCES).flatMap(([name, homes]) => {
    if (!existsSync(join(baseDir, 'node_modules', name))) return [`fence:${name}: no such package is installed`];
    const home = homes.find((folder) => folder.startsWith('src') && holdsSources(join(baseDir, folder)));
    const matcher = new RegExp(packagePath(name));
    if (home === undefined || imported.some((path) => matcher.test(path))) return [];
    return [`fence:${name}: ${home} is there, and nothing imports the package`];
  });
  return [...blindLayers, ...blindFences];
};

const holdsSources = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.ts'));

/** The folder that a pattern begins with, as far as it is plain text. */
const literalFolder = (pattern: string): string => /^\^((?:[\w-]+\/)+)/.exec(pattern)?.[1] ?? '';
