import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './shell.ts';

const CACHE = '/var/cache/planning-backup-test';

/** They conflict with each other and would start services of their own, so they are unpacked and not installed. */
const SERVERS = [
  ['vsftpd'],
  ['proftpd-core', 'proftpd-mod-crypto'],
  ['pure-ftpd', 'pure-ftpd-common'],
  ['openssh-server'],
  ['exim4-daemon-light'],
];

/** Installed as usual: nothing among them or what they depend on is a service. */
const TOOLS: Readonly<Record<string, string>> = {
  'libreoffice-calc-nogui': '/usr/bin/soffice',
  'python3-openpyxl': '/usr/lib/python3/dist-packages/openpyxl/__init__.py',
  'poppler-utils': '/usr/bin/pdftotext',
  'openssh-client': '/usr/bin/ssh-keygen',
  openssl: '/usr/bin/openssl',
  chromium: '/usr/bin/chromium',
  'fonts-dejavu-core': '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
};

const apt = (...args: string[]) => [
  '-o',
  'DPkg::Lock::Timeout=300',
  '-o',
  'APT::Sandbox::User=root',
  '-y',
  '--no-install-recommends',
  ...args,
];
const env = { DEBIAN_FRONTEND: 'noninteractive' };

/** Why this machine cannot have the real parts at all, or undefined. */
export const impossible = (): string | undefined => {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return 'this machine is not a Debian';
  if (!existsSync('/usr/bin/apt-get')) return 'this machine has no apt-get';
  if (process.getuid?.() !== 0) return 'this user is not root';
  return undefined;
};

/** The folder into which this release's servers are unpacked. */
const programsFolder = async (): Promise<string> => {
  const release = /^VERSION_CODENAME=(.+)$/m.exec(await readFile('/etc/os-release', 'utf8'))?.[1] ?? 'unknown';
  return join(CACHE, `${release}-${process.arch}-2`);
};

/** Fetches what is missing; gives the folder of the servers' programs. Quick when nothing is. */
export const installPackages = async (): Promise<string> => {
  const programs = await programsFolder();
  const tools = Object.keys(TOOLS).filter((name) => !existsSync(TOOLS[name] ?? ''));
  if (tools.length === 0 && existsSync(programs)) return programs;
  await updateLists();
  if (!existsSync(programs)) await unpackServers(programs);
  if (tools.length > 0) await run('apt-get', apt('install', ...tools), { env });
  return programs;
};

/** Another apt may hold the lists' lock, for which apt has no waiting of its own. */
const updateLists = async (): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await run('apt-get', apt('update'), { env });
      return;
    } catch (error) {
      if (attempt === 10 || !/lock/i.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  }
};

const unpackServers = async (programs: string): Promise<void> => {
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'unpacking-'));
  try {
    const names = new Set<string>();
    for (const group of SERVERS) for (const name of await missingFor(group)) names.add(name);
    await mkdir(join(work, 'debs'));
    await run('apt-get', apt('download', ...names), { cwd: join(work, 'debs'), env });
    for (const deb of await readdir(join(work, 'debs'))) {
      await run('dpkg-deb', ['-x', join(work, 'debs', deb), join(work, 'root')]);
    }
    // In one step, so that a folder with this name is always complete. Whoever was faster has the same in it.
    await rename(join(work, 'root'), programs).catch((error: unknown) => {
      if (!existsSync(programs)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/**
 * The packages themselves, and those libraries that this machine has not got at all: an installed library is used as
 * it is, never a second version of it (apt's simulation shows an installed version in brackets).
 */
const missingFor = async (group: readonly string[]): Promise<string[]> => {
  const simulation = await run('apt-get', ['-s', ...apt('install', ...group)], { env });
  const lines = [...simulation.matchAll(/^Inst (\S+) (\[)?/gm)];
  const missing = lines.filter(([, , installed]) => installed === undefined).map(([, name]) => name ?? '');
  return [...group, ...missing.filter((name) => name.startsWith('lib'))];
};

/** The dynamic linker's path to the libraries that came along. */
export const libraryPath = async (programs: string): Promise<string> => {
  const folders = await readdir(join(programs, 'usr/lib'));
  const triplets = folders.filter((folder) => folder.includes('-linux-'));
  return triplets.map((folder) => join(programs, 'usr/lib', folder)).join(':');
};
