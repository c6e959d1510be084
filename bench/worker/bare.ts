import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Client } from 'basic-ftp';
import SftpClient from 'ssh2-sftp-client';
import { bytesOfContent } from '../../test/cuts/content.ts';
import type { RealServer } from '../../test/support/real-parts/description.ts';
import { FILE_LENGTH } from './newsrooms.ts';

const NAMES = ['Themenplanung.xlsx', 'Terminplanung.xlsx'];
const BYTES = bytesOfContent({ kind: 'story-plan', version: 1, length: FILE_LENGTH });

/** What somebody would write by hand with the same libraries: no check but the size, no record, no guard. */
export const bareSession = async (server: RealServer, directory: string): Promise<void> =>
  server.protocol === 'sftp' ? bareSftp(server, directory) : bareFtp(server, directory);

const compare = (size: number): void => {
  if (size !== FILE_LENGTH) throw new Error(`the bare script's file has ${size} bytes`);
};

const bareFtp = async ({ host, port, user, password }: RealServer, directory: string): Promise<void> => {
  const client = new Client();
  try {
    await client.access({ host, port, user, password });
    await client.cd(directory);
    for (const name of NAMES) await client.uploadFrom(Readable.from([BYTES]), `${name}.part`);
    for (const name of NAMES) compare(await client.size(`${name}.part`));
    for (const name of NAMES) await client.rename(`${name}.part`, name);
  } finally {
    client.close();
  }
};

/** Its quickest way to send a file right is from a file: `put` of a buffer waits, and hides a full disk. */
const local = { path: '' };

const fileOnDisk = (): string => {
  if (local.path !== '') return local.path;
  const folder = mkdtempSync(join(tmpdir(), 'planning-backup-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  local.path = join(folder, 'workbook.xlsx');
  writeFileSync(local.path, BYTES);
  return local.path;
};

const bareSftp = async ({ host, port, user, password }: RealServer, directory: string): Promise<void> => {
  const client = new SftpClient();
  await client.connect({ host, port, username: user, password });
  try {
    const at = (name: string): string => `${directory}/${name}`;
    for (const name of NAMES) await client.fastPut(fileOnDisk(), at(`${name}.part`));
    for (const name of NAMES) compare((await client.stat(at(`${name}.part`))).size);
    for (const name of NAMES) await client.posixRename(at(`${name}.part`), at(name));
  } finally {
    await client.end();
  }
};
