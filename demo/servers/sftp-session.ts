import type { Stats } from 'node:fs';
import { type FileHandle, link, lstat, open, rename, stat, unlink } from 'node:fs/promises';
import ssh2, { type Attributes, type SFTPWrapper } from 'ssh2';
import { announcePosixRename, POSIX_RENAME, readTwoPaths } from './posix-rename.ts';
import { absolute, rootedPath } from './rooted-path.ts';

const { STATUS_CODE: STATUS, flagsToString } = ssh2.utils.sftp;

const statusOf = (error: unknown): number => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return STATUS.NO_SUCH_FILE;
  return code === 'EACCES' || code === 'EPERM' ? STATUS.PERMISSION_DENIED : STATUS.FAILURE;
};

const attributes = async (found: Promise<Stats>): Promise<Attributes> => {
  const { mode, uid, gid, size, atimeMs, mtimeMs } = await found;
  return { mode, uid, gid, size, atime: Math.trunc(atimeMs / 1000), mtime: Math.trunc(mtimeMs / 1000) };
};

/** The files that one session has open, each behind a number of its own. */
class OpenFiles {
  readonly #files = new Map<number, FileHandle>();
  #next = 0;

  add(file: FileHandle): Buffer {
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(this.#next);
    this.#files.set(this.#next, file);
    this.#next += 1;
    return handle;
  }

  get(handle: Buffer): FileHandle {
    const file = this.#files.get(handle.length === 4 ? handle.readUInt32BE() : -1);
    if (file === undefined) throw new Error('no such handle');
    return file;
  }

  async close(handle: Buffer): Promise<void> {
    const file = this.get(handle);
    this.#files.delete(handle.readUInt32BE());
    await file.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => file.close()));
    this.#files.clear();
  }
}

/** The requests of draft-ietf-secsh-filexfer-02 that a nightly backup makes; others are answered as unsupported. */
export const serveSftp = (sftp: SFTPWrapper, root: string): void => {
  const files = new OpenFiles();
  const at = (path: string): string => rootedPath(root, path);
  const answer = <Result>(id: number, work: Promise<Result>, send: (result: Result) => void): void => {
    work.then(send).catch((error: unknown) => sftp.status(id, statusOf(error)));
  };
  const done = (id: number) => () => sftp.status(id, STATUS.OK);

  announcePosixRename(sftp);
  sftp.on('REALPATH', (id, path) => sftp.name(id, [{ filename: absolute(path), longname: '', attrs: NO_ATTRIBUTES }]));
  sftp.on('STAT', (id, path) => answer(id, attributes(stat(at(path))), (found) => sftp.attrs(id, found)));
  sftp.on('LSTAT', (id, path) => answer(id, attributes(lstat(at(path))), (found) => sftp.attrs(id, found)));
  sftp.on('OPEN', (id, path, flags) => {
    const opened = open(at(path), flagsToString(flags) ?? 'r').then((file) => files.add(file));
    answer(id, opened, (handle) => sftp.handle(id, handle));
  });
  sftp.on('WRITE', (id, handle, offset, data) =>
    answer(
      id,
      writeAll(() => files.get(handle), data, offset),
      done(id),
    ),
  );
  sftp.on('CLOSE', (id, handle) => answer(id, files.close(handle), done(id)));
  sftp.on('REMOVE', (id, path) => answer(id, unlink(at(path)), done(id)));
  sftp.on('RENAME', (id, from, to) => answer(id, renameToFreeName(at(from), at(to)), done(id)));
  sftp.on('EXTENDED', (id, name, data) => {
    if (name !== POSIX_RENAME) return sftp.status(id, STATUS.OP_UNSUPPORTED);
    answer(id, renameOver(data, at), done(id));
  });
  sftp.on('close', () => void files.closeAll());
};

const NO_ATTRIBUTES: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

const writeAll = async (file: () => FileHandle, data: Buffer, offset: number): Promise<void> => {
  for (let from = 0; from < data.length; ) {
    const { bytesWritten } = await file().write(data, from, data.length - from, offset + from);
    from += bytesWritten;
  }
};

const renameOver = async (data: Buffer, at: (path: string) => string): Promise<void> => {
  const { from, to } = readTwoPaths(data);
  await rename(at(from), at(to));
};

/** As OpenSSH does it: a link refuses where the name is taken. */
const renameToFreeName = async (from: string, to: string): Promise<void> => {
  await link(from, to);
  await unlink(from);
};
