import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { passwordHash } from '../password-hash.ts';
import type { Launch, Site } from '../plan.ts';
import { run } from '../shell.ts';

/** Its own hash, argon2id, takes three seconds a login; crypt's is as real and quicker. */
export const pureFtpd = async (site: Site): Promise<Launch> => {
  const { user, password, uid, gid } = site.login;
  const at = (name: string) => join(site.directory, name);
  const line = `${user}:${await passwordHash(password)}:${uid}:${gid}::${site.root}/./::::::::::::\n`;
  await writeFile(at('passwd'), line, { mode: 0o600 });
  await run(join(site.programs, 'usr/bin/pure-pw'), ['mkdb', at('users.pdb'), '-f', at('passwd')]);
  const encryption = site.tls === 'none' ? ['-Y', '0'] : ['-Y', '2', '-2', site.certificateFile];
  return {
    command: join(site.programs, 'usr/sbin/pure-ftpd'),
    args: [
      ...['-S', `127.0.0.1,${site.port}`, '-g', at('pid'), '-l', `puredb:${at('users.pdb')}`],
      // Everyone chrooted, nobody anonymous, no name look-ups, ids of system users allowed.
      ...['-A', '-E', '-H', '-u', '1', '-c', '200', '-C', '200', '-U', '022:022', '-O', `clf:${at('transfers')}`],
      ...encryption,
    ],
  };
};
