import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Launch, Site } from '../plan.ts';

const encryption = (site: Site): string[] =>
  site.tls === 'none'
    ? ['ssl_enable=NO']
    : [
        'ssl_enable=YES',
        `implicit_ssl=${site.tls === 'implicit' ? 'YES' : 'NO'}`,
        'force_local_logins_ssl=YES',
        'force_local_data_ssl=YES',
        'require_ssl_reuse=YES',
        'ssl_request_cert=NO',
        'ssl_ciphers=HIGH',
        `rsa_cert_file=${site.certificateFile}`,
      ];

/** vsftpd knows PAM only: the rig writes a service of the login's name for it. */
export const vsftpd = async (site: Site): Promise<Launch> => {
  const empty = join(site.directory, 'empty');
  const file = join(site.directory, 'vsftpd.conf');
  await mkdir(empty);
  const lines = [
    'listen=YES',
    'listen_address=127.0.0.1',
    `listen_port=${site.port}`,
    'background=NO',
    'anonymous_enable=NO',
    'local_enable=YES',
    'write_enable=YES',
    'local_umask=022',
    `local_root=${site.root}`,
    'chroot_local_user=YES',
    `pam_service_name=${site.login.user}`,
    `secure_chroot_dir=${empty}`,
    // Its list of allowed system calls is older than the C library.
    'seccomp_sandbox=NO',
    'delay_failed_login=0',
    // Tests and benchmarks come from one address, many at a time; the default refuses the fifty-first.
    'max_per_ip=0',
    'xferlog_enable=YES',
    'dual_log_enable=YES',
    `xferlog_file=${join(site.directory, 'xferlog')}`,
    `vsftpd_log_file=${join(site.directory, 'vsftpd.log')}`,
    ...encryption(site),
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return { command: join(site.programs, 'usr/sbin/vsftpd'), args: [file] };
};
