import type { FailureCode, FailureStep } from '../../../domain/backup-run/failure.ts';
import { type Said, said } from './said.ts';

/** What was being done, as the beginning of a line. */
export const ENGLISH_STEPS: Readonly<Record<FailureStep, string>> = {
  collect: 'reading the plan',
  render: 'writing the workbooks',
  unlock: 'opening the stored password',
  host: 'looking up the server',
  reach: 'connecting to the server',
  secure: 'securing the connection',
  'log-in': 'logging in',
  directory: 'entering the directory',
  upload: 'uploading',
  size: 'checking the size of the uploaded file',
  replace: 'replacing the file',
  'clean-up': 'cleaning up',
  record: 'ending the night',
};

export const ENGLISH_FAILURES: Readonly<Record<FailureCode, Said>> = {
  'plan-unavailable': said('The plan could not be fetched.', 'Check that the source of the plan can be read.'),
  'plan-unreadable': said(
    'What was fetched is no complete plan.',
    'Have the plan exported once more; it may have been cut short.',
  ),
  'records-need-a-look': said(
    'Some records of the plan cannot be read, and the night was to be strict about that.',
    'Correct the records that are listed, or run the night without --strict.',
  ),
  'workbook-failed': said('A workbook could not be written.', 'This is a fault of the program: please report it.'),
  'password-unavailable': said(
    'The stored password or key cannot be opened.',
    'Check that the master key file is the one of this store, or enter the password again with configure.',
  ),
  'host-not-reachable': said(
    'The server cannot be reached under this name or address.',
    'Check the name. Only public addresses are connected to, unless the operator allows a network (--allow-network).',
  ),
  'connection-refused': said(
    'The server refuses connections on this port.',
    'Check the port, and that the service is running and lets connections in from outside.',
  ),
  'no-answer': said(
    'The server does not answer.',
    'Check port and firewall. A plain connection to a port that expects TLS looks like this too.',
  ),
  'connection-lost': said(
    'The connection was lost.',
    'Try again; if it happens often, look at the log of the server and at its limits for connections.',
  ),
  'deadline-passed': said(
    'It took too long and was stopped.',
    'Check how busy the server and its line are, and try again.',
  ),
  'other-protocol': said(
    'Something else than the expected protocol answers on this port.',
    'Check the protocol (sftp, ftps, ftp) and the port: SFTP is usually 22, FTP 21, FTPS with implicit TLS 990.',
  ),
  'tls-not-offered': said(
    'The server offers no encryption.',
    'Have TLS switched on at the server, or use SFTP. Without TLS the password travels readable for everybody.',
  ),
  'tls-failed': said(
    'The encrypted connection could not be set up.',
    'Check the TLS settings of the server; it must support TLS 1.2 or newer.',
  ),
  'certificate-untrusted': said(
    'No known authority vouches for the certificate of the server.',
    'Install a certificate of a public authority with its whole chain, or trust this one by its fingerprint (--trust).',
  ),
  'certificate-for-other-name': said(
    'The certificate of the server is made out to another name.',
    'Use the name in the certificate, or trust this certificate by its fingerprint (--trust).',
  ),
  'certificate-expired': said(
    'The certificate of the server has expired or is not valid yet.',
    'Renew the certificate at the server, and check its clock.',
  ),
  'certificate-changed': said(
    'The server shows another certificate than the one that is trusted. Nobody logged in.',
    'Ask whoever runs the server whether it was renewed, compare the fingerprint, and trust the new one with --trust.',
  ),
  'host-key-changed': said(
    'The server shows another host key than the one that is trusted. Nobody logged in.',
    'Ask whoever runs the server whether it was changed, compare the fingerprint, and trust the new one with --trust.',
  ),
  'no-common-algorithm': said(
    'Server and program have no method of encryption in common.',
    'Update the server: it offers outdated methods only.',
  ),
  'login-refused': said(
    'The server refuses the login.',
    'Check user name and password, or whether the public key is entered at the server.',
  ),
  'private-key-unreadable': said(
    'The private key cannot be read.',
    'Check that it is a private key in OpenSSH or PEM form, and that the passphrase is right.',
  ),
  'directory-missing': said(
    'The directory does not exist, or this user may not enter it.',
    'Create it at the server, or correct the path. It counts from the directory that this user sees as the root.',
  ),
  'directory-not-writable': said(
    'This user may not write into the directory.',
    'Give the user the right to write, rename and delete files there.',
  ),
  'disk-full': said('There is no space left at the server.', 'Make room at the server, or raise the quota.'),
  'passive-mode-refused': said(
    'The server opens no second connection for the data (passive mode).',
    'Have passive mode enabled at the server, and its port range opened in the firewall; or use SFTP.',
  ),
  'upload-failed': said('The server did not accept the file.', 'Look at the log of the server.'),
  'size-unavailable': said(
    'The server does not tell the size of a file, so a complete upload cannot be told from half a one.',
    'Have the command SIZE enabled at the server, or use SFTP.',
  ),
  'size-differs': said(
    'The uploaded file has another size than the one sent. The old file is untouched.',
    'Try again; check the space at the server, and that it does not convert files (ASCII mode).',
  ),
  'replacing-refused': said(
    'The server does not let a rename replace an existing file. The old file is untouched.',
    'Have that allowed at the server (ProFTPD: AllowOverwrite on), or choose --replace delete-then-rename.',
  ),
  'rename-failed': said(
    'The uploaded file could not be renamed.',
    'Check at the server which file lies there, and that the user may rename files.',
  ),
  'remove-refused': said('A file could not be removed.', 'Give the user the right to delete files in the directory.'),
  'other-file-failed': said(
    'This file was ready, but was not put in place, because the other one failed.',
    'Mend what is said of the other file.',
  ),
  'attempt-overtaken': said(
    'Another attempt at this night took over, a later night was under way, or the settings kept changing.',
    'Nothing needs to be done if that one succeeded; see status.',
  ),
};

/** Where the step says more than the code alone. */
export const ENGLISH_AT_STEP: Readonly<Partial<Record<`${FailureStep}/${FailureCode}`, Said>>> = {
  'secure/other-protocol': said(
    'The server does not speak TLS from the first byte on this port.',
    'Use --tls explicit with the usual FTP port (21), or the port for implicit TLS (usually 990).',
  ),
  'upload/connection-lost': said(
    'The connection was lost while a file was sent. The old file is untouched.',
    'Try again; check the space at the server and the time limits of firewalls on the way.',
  ),
  'replace/connection-lost': said(
    'The connection was lost while the file was put in place; it is not known whether it was.',
    'Run the night again: it looks before it repeats.',
  ),
};
