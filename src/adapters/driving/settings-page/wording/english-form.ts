import type { FormWords, TrustWords } from './form-words.ts';

export const ENGLISH_FORM: FormWords = {
  title: 'Settings',
  server: 'Your server',
  protocol: 'Protocol',
  protocols: {
    sftp: { name: 'SFTP', note: 'encrypted over SSH; recommended' },
    'ftps-explicit': { name: 'FTPS, explicit TLS', note: 'encrypted, usually port 21' },
    'ftps-implicit': { name: 'FTPS, implicit TLS', note: 'encrypted, usually port 990' },
    ftp: { name: 'FTP', note: 'not encrypted' },
  },
  plainFtp:
    'Not encrypted: anybody on the way can read the password and the plans. Choose this only if the server offers nothing else.',
  address: 'Address of the server',
  addressNote: 'You may paste a whole address such as sftp://backup.example.com/plans. It is split into the fields.',
  port: 'Port',
  portNote: 'Empty: the usual one',
  directory: 'Directory',
  directoryNote: 'It must exist already. The path begins at what this user sees as the root.',
  login: 'Login at the server',
  user: 'User',
  method: 'Log in with',
  methods: { password: 'Password', 'private-key': 'Private key' },
  password: 'Password',
  privateKey: 'Private key',
  privateKeyNote: 'The whole text of the key file (OpenSSH or PEM), from -----BEGIN to END-----.',
  passphrase: 'Passphrase of the key',
  passphraseNote: 'Only if the key has one.',
  secretStored: {
    password: 'A password is stored. Leave the field empty to keep it.',
    'private-key': 'A private key is stored. Leave the field empty to keep it.',
  },
  secretNew: 'Stored sealed, never shown again, and used for this server and user only.',
  secretAgain: 'Please enter it once more: the page never sends it back to your browser.',
  content: 'Files',
  confidential: 'Write confidential records too',
  confidentialNote: 'They are marked as confidential in the files. Whoever can read the directory can read them.',
  fileNames: 'File names',
  fileNamesFixed: 'Fixed when the backup was set up.',
  prefix: 'Prefix of the file names',
  prefixNote: (storyPlan, eventPlan) =>
    `Letters, digits, - and _. The names, such as ${storyPlan} and ${eventPlan}, are fixed at set-up and do not change later.`,
  replacement: 'How last night’s file is replaced',
  replacements: {
    atomic: {
      name: 'In one step',
      note: 'The new file takes the name of the old one; there is a whole file at every moment. Recommended.',
    },
    'delete-then-rename': { name: 'Delete, then rename', note: 'For a moment there is no file.' },
    overwrite: { name: 'Overwrite in place', note: 'A broken connection leaves half a file.' },
  },
  seenWorking: 'works on this server',
  setByOther: (value) => `Meanwhile saved by somebody else: ${value}`,
  optional: 'optional',
  testNote: 'The test writes, replaces and removes a small file of its own. It saves nothing.',
  confidentialValues: { include: 'with confidential records', 'leave-out': 'without confidential records' },
  nothing: 'empty',
};

export const ENGLISH_TRUST: TrustWords = {
  title: 'Identity of the server',
  notYet:
    '“Test connection” shows the host key of the server here. Nobody logs in before you have compared it and trust it.',
  notYetCertificate:
    'A certificate of a public authority needs no confirmation. For any other, “Test connection” shows the fingerprint here.',
  plain: 'A server without encryption cannot prove who it is.',
  vouched: 'A public authority vouches for the certificate of this server. There is nothing to confirm.',
  hostKey: 'Host key',
  certificate: 'Certificate',
  shown: 'The server shows this fingerprint:',
  changed:
    'The server shows another fingerprint than the one you trust. It was not logged into. If your IT has not announced a change, do not accept it.',
  trustedSoFar: 'Trusted so far:',
  compare:
    'Ask your IT for the fingerprint, by telephone for instance, and compare it character by character. Only the right server can show the right one.',
  accept: 'I have compared the fingerprint and trust this server.',
  stillTrust: 'Go on trusting this fingerprint',
  keep: 'Keep trusting the old one',
  acceptNew: 'I have compared the new one and trust it instead',
  subject: 'Made out to',
  issuer: 'Issued by',
  validity: 'Valid',
  valid: (from, to) => `${from} to ${to}`,
};
