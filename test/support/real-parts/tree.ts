import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folders } from './description.ts';
import type { Login } from './plan.ts';
import { run } from './shell.ts';

export const folders: Folders = {
  writable: '/backup',
  nonAscii: '/Redaktion Süd/Pläne',
  readOnly: '/readonly',
  full: '/full',
};

/**
 * What one server serves. The root itself belongs to root, which sshd demands of a chroot and vsftpd prefers.
 * `mounting` is told of the small disk before it is mounted, so that it is unmounted whatever happens.
 */
export const makeTree = async (root: string, login: Login, mounting: (path: string) => void): Promise<void> => {
  const { uid, gid } = login;
  for (const folder of [folders.writable, folders.nonAscii]) {
    await mkdir(join(root, folder), { recursive: true, mode: 0o755 });
    await chown(join(root, folder), uid, gid);
  }
  await mkdir(join(root, folders.readOnly), { mode: 0o755 });
  await writeFile(join(root, folders.readOnly, 'existing.txt'), 'Nobody but root changes this.\n');
  const disk = join(root, folders.full);
  await mkdir(disk);
  mounting(disk);
  const options = `size=256k,mode=755,uid=${uid},gid=${gid},nosuid,nodev,noexec`;
  await run('mount', ['-t', 'tmpfs', '-o', options, 'planning-backup-test', disk]);
};
