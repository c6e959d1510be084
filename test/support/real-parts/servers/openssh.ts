import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Launch, Site } from '../plan.ts';

export const openssh = async (site: Site): Promise<Launch> => {
  const file = join(site.directory, 'sshd_config');
  // A request that is denied is not announced either: the server looks as one without the extension.
  const options = site.renameOver === 'replaces' ? '' : ' -P posix-rename';
  const lines = [
    'ListenAddress 127.0.0.1',
    `Port ${site.port}`,
    ...site.hostKeyFiles.map((key) => `HostKey ${key}`),
    `PidFile ${join(site.directory, 'pid')}`,
    `AuthorizedKeysFile ${site.authorizedKeysFile}`,
    `AllowUsers ${site.login.user}`,
    'UsePAM no',
    'UseDNS no',
    'PasswordAuthentication yes',
    'PubkeyAuthentication yes',
    'KbdInteractiveAuthentication no',
    'PrintLastLog no',
    // A folder on the way to the keys may belong to a group on somebody's machine.
    'StrictModes no',
    // Tests connect many times at once; the default begins to refuse at ten.
    'MaxStartups 200',
    'MaxAuthTries 6',
    'AllowTcpForwarding no',
    'X11Forwarding no',
    'LogLevel VERBOSE',
    `ChrootDirectory ${site.root}`,
    `Subsystem sftp internal-sftp -u 0022${options}`,
    `ForceCommand internal-sftp -u 0022${options}`,
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return { command: join(site.programs, 'usr/sbin/sshd'), args: ['-D', '-e', '-f', file] };
};
