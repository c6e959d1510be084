import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import type { Login } from './plan.ts';
import { run } from './shell.ts';

/** Names that say whose they are; a new one each time, so that two runs on one machine do not meet. */
export const newUserName = (): string => `planning-backup-test-${randomBytes(4).toString('hex')}`;

/** sshd and exim will not start without their user. Debian makes it with the package, which is only unpacked here. */
const SHARED = ['sshd', 'Debian-exim'];
/** Nor sshd without this folder. */
const EMPTY_FOLDER = '/run/sshd';
const MARK = 'planning-backup test';

const pamFile = (user: string): string => `/etc/pam.d/${user}`;

const entry = async (user: string): Promise<string[] | undefined> => {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  return lines.find((line) => line.startsWith(`${user}:`))?.split(':');
};

const addUser = (user: string, ...more: string[]): Promise<string> =>
  run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', '--comment', MARK, ...more, user]);

/** Adds the login to this machine, with a password that holds what people write in passwords. */
export const addLogin = async (user: string): Promise<Login> => {
  const password = `Pä:@/%#? ${randomBytes(12).toString('base64url')}`;
  await addUser(user, '--user-group', '--home-dir', '/');
  await run('chpasswd', [], { input: `${user}:${password}\n` });
  await writeFile(pamFile(user), 'auth required pam_unix.so nodelay\naccount required pam_unix.so\n');
  for (const shared of SHARED)
    if ((await entry(shared)) === undefined) await addUser(shared, '--user-group', '--home-dir', EMPTY_FOLDER);
  await mkdir(EMPTY_FOLDER, { recursive: true, mode: 0o755 });
  const [, , uid, gid] = (await entry(user)) ?? [];
  return { user, password, uid: Number(uid), gid: Number(gid) };
};

/** Takes away what `addLogin` added; the servers' own users only if they are ours and no other run needs them. */
export const removeLogin = async (user: string, isLast: boolean): Promise<void> => {
  await rm(pamFile(user), { force: true });
  if ((await entry(user)) !== undefined) await run('userdel', ['--force', user]);
  if (!isLast) return;
  for (const shared of SHARED) if ((await entry(shared))?.[4] === MARK) await run('userdel', ['--force', shared]);
  // Left alone where something lies in it: then it is another sshd's.
  await rmdir(EMPTY_FOLDER).catch(() => {});
};
