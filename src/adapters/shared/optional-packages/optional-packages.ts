import { createRequire } from 'node:module';

/** Packages that only some hosts need, and the versions that are asked for; `package.json` has the same as peers. */
export const OPTIONAL_PACKAGES = {
  'better-sqlite3': '^12.11.1 || ^13.2.0',
  nodemailer: '^10.6.1',
  '@hono/node-server': '^2.1.9',
} as const;

export type OptionalPackage = keyof typeof OPTIONAL_PACKAGES;

/**
 * Somebody uses a part whose package is not installed, or in a version that this Node does not run. Its message says what
 * to install.
 */
export class PackageMissing extends Error {
  override readonly name = 'PackageMissing';
  readonly command: string;

  /** @param unfit the version that is installed, where one is */
  constructor(missing: OptionalPackage, unfit?: string) {
    const command = `npm install "${missing}@${rangeHere(missing)}"`;
    const why =
      unfit === undefined ? 'it is not installed' : `version ${unfit} does not run on Node ${process.version}`;
    super(`The package ${missing} is needed here, and ${why}: ${command}`);
    this.command = command;
  }
}

const NODE = Number.parseInt(process.versions.node, 10);

/** Of better-sqlite3, 13 is for Node 22 and later: on 20 it ends the process when it is loaded. */
const rangeHere = (name: OptionalPackage): string =>
  name === 'better-sqlite3' ? (NODE < 22 ? '^12.11.1' : '^13.2.0') : OPTIONAL_PACKAGES[name];

/** What `load` imports of the package. Throws {@link PackageMissing}. */
export const whereInstalled = async <Module>(name: OptionalPackage, load: () => Promise<Module>): Promise<Module> => {
  try {
    return await load();
  } catch (error) {
    throw isMissing(error, name) ? new PackageMissing(name) : error;
  }
};

/** As {@link whereInstalled}, at once: for a package in CommonJS, by the `require` of whoever needs it. */
export const whereInstalledNow = <Module>(name: OptionalPackage, load: () => Module): Module => {
  try {
    return load();
  } catch (error) {
    throw isMissing(error, name) ? new PackageMissing(name) : error;
  }
};

/** Throws {@link PackageMissing} now, where the package itself is loaded only when it is first used. */
export const mustBeInstalled = (name: OptionalPackage): void => {
  whereInstalledNow(name, () => createRequire(import.meta.url).resolve(name));
};

/** Not one of the package's own parts, which would be an installation that is broken. */
const isMissing = (error: unknown, name: OptionalPackage): boolean => {
  if (!(error instanceof Error && 'code' in error)) return false;
  const { code, message } = error;
  return (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') && message.includes(`'${name}`);
};
