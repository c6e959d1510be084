import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { passwordHash } from '../password-hash.ts';
import type { Launch, Site } from '../plan.ts';

const encryption = (site: Site): string[] =>
  site.tls === 'none'
    ? []
    : [
        `TLSLog ${join(site.directory, 'tls.log')}`,
        'TLSEngine on',
        'TLSRequired on',
        'TLSProtocol TLSv1.2 TLSv1.3',
        `TLSRSACertificateFile ${site.certificateFile}`,
        `TLSRSACertificateKeyFile ${site.certificateFile}`,
        'TLSVerifyClient off',
        // No NoSessionReuseRequired here: the data connection must resume the session.
        ...(site.tls === 'implicit' ? ['TLSOptions UseImplicitSSL'] : []),
      ];

export const proftpd = async (site: Site): Promise<Launch> => {
  const { user, password, uid, gid } = site.login;
  const at = (name: string) => join(site.directory, name);
  await writeFile(at('passwd'), `${user}:${await passwordHash(password)}:${uid}:${gid}::${site.root}:/bin/false\n`, {
    mode: 0o600,
  });
  await writeFile(at('group'), `${user}:x:${gid}:\n`, { mode: 0o600 });
  const lines = [
    `ModulePath ${join(site.programs, 'usr/lib/proftpd')}`,
    ...(site.tls === 'none' ? [] : ['LoadModule mod_tls.c']),
    `ServerName "${site.name}"`,
    'ServerType standalone',
    'UseIPv6 off',
    'DefaultAddress 127.0.0.1',
    'SocketBindTight on',
    `Port ${site.port}`,
    `User ${user}`,
    `Group ${user}`,
    `PidFile ${at('pid')}`,
    `ScoreboardFile ${at('scoreboard')}`,
    `DelayTable ${at('delay')}`,
    'DelayEngine off',
    `SystemLog ${at('proftpd.log')}`,
    'TransferLog none',
    'WtmpLog off',
    'UseReverseDNS off',
    'AuthOrder mod_auth_file.c',
    `AuthUserFile ${at('passwd')}`,
    `AuthGroupFile ${at('group')}`,
    'RequireValidShell off',
    `DefaultRoot ${site.root}`,
    'Umask 022',
    // Off is what an administrator gets who writes nothing.
    `AllowOverwrite ${site.renameOver === 'replaces' ? 'on' : 'off'}`,
    ...encryption(site),
  ];
  await writeFile(at('proftpd.conf'), `${lines.join('\n')}\n`);
  return { command: join(site.programs, 'usr/sbin/proftpd'), args: ['-n', '-c', at('proftpd.conf')] };
};
