import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnProcess, RealMailServer } from './description.ts';
import { listening } from './ports.ts';
import { startDetached } from './processes.ts';
import { run } from './shell.ts';

interface MailSite {
  readonly directory: string;
  /** Where the servers' packages were unpacked. */
  readonly programs: string;
  readonly libraries: string;
  /** For STARTTLS and for implicit TLS. */
  readonly ports: readonly [number, number];
  /** Key and certificate in one file. */
  readonly certificateFile: string;
  readonly started: (process: OwnProcess) => void;
}

const HOST = '127.0.0.1';
const DOMAIN = 'mail.test.example';
const MAILBOXES = ['anna', 'ben', 'carla'];
const BUSY = 'busy';
const LOGIN = { user: 'planung', password: 'Pä:@/%#? 7' };

/** The user that exim was built to run as. */
const EXIM = 'Debian-exim';

/** Exim: it takes every folder from its configuration, so that it leaves the machine's own mail alone. */
export const startMailServer = async (site: MailSite): Promise<RealMailServer> => {
  const at = (name: string) => join(site.directory, name);
  for (const name of ['', 'spool', 'log', 'maildirs']) await mkdir(at(name), { mode: 0o755 });
  // It reads the key when it is that user already.
  await copyFile(site.certificateFile, at('certificate.pem'));
  await chmod(at('certificate.pem'), 0o600);
  await writeFile(at('exim.conf'), configuration(site), { mode: 0o644 });
  const owned = ['spool', 'log', 'maildirs', 'certificate.pem'].map(at);
  await run('chown', [`${EXIM}:${EXIM}`, ...owned]);
  const log = at('output.log');
  const process = startDetached(join(site.programs, 'usr/sbin/exim4'), ['-C', at('exim.conf'), '-bdf'], log, {
    LD_LIBRARY_PATH: site.libraries,
  });
  site.started(process);
  const [startTlsPort, implicitTlsPort] = site.ports;
  for (const port of site.ports) await listening(port, process, log);
  return {
    ...{ host: HOST, startTlsPort, implicitTlsPort, ...LOGIN, domain: DOMAIN, mailboxes: MAILBOXES, busyMailbox: BUSY },
    ...{ maildirs: at('maildirs'), process, log },
  };
};

/** Exim's own quoting: `:` divides lists, `$` and `\` begin expansions. */
const quoted = (text: string): string => text.replace(/[\\$]/g, '\\$&').replace(/[{}]/g, '\\$&');

const configuration = ({ directory, ports: [startTls, implicit] }: MailSite): string => `
primary_hostname = ${DOMAIN}
exim_user = ${EXIM}
exim_group = ${EXIM}
spool_directory = ${directory}/spool
log_file_path = ${directory}/log/%s
pid_file_path = ${directory}/spool/pid
local_interfaces = ${HOST}
daemon_smtp_ports = ${startTls} : ${implicit}
tls_on_connect_ports = ${implicit}
tls_advertise_hosts = *
tls_certificate = ${directory}/certificate.pem
auth_advertise_hosts = \${if def:tls_in_cipher {*}{}}
host_lookup =
rfc1413_hosts =
keep_environment =
never_users =
deliver_drop_privilege = true
acl_smtp_rcpt = recipient
acl_smtp_data = accept
begin acl
recipient:
  defer  local_parts = ${BUSY}
         message = come again later
  accept authenticated = *
         domains = ${DOMAIN}
         verify = recipient
  deny   message = no such mailbox
begin routers
mailbox:
  driver = accept
  domains = ${DOMAIN}
  local_parts = ${MAILBOXES.join(' : ')}
  transport = maildir
begin transports
maildir:
  driver = appendfile
  directory = ${directory}/maildirs/$local_part_data
  maildir_format
  create_directory
  user = ${EXIM}
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = \${if and{{eq{$auth2}{${quoted(LOGIN.user)}}}{eq{$auth3}{${quoted(LOGIN.password)}}}}}
  server_set_id = $auth2
`;
