import { said } from '../../../shared/wording/said.ts';
import type { FailureWords } from './words.ts';

export const ENGLISH_FAILURES: FailureWords = {
  error: 'Error',
  warning: 'Warning',
  call: {
    unknownOption: (option) => said(`There is no option ${option}.`, 'See --help for the options of the command.'),
    optionMissing: (option) => said(`The option ${option} is missing.`, 'Add it; --help explains it.'),
    valueMissing: (option) => said(`The option ${option} has no value.`, 'Write its value behind it.'),
    choice: (option, choices) => said(`${option} has an unknown value.`, `Use one of: ${choices.join(', ')}.`),
    unknownCommand: (command) => said(`There is no command “${command}”.`, 'See --help for the commands.'),
    commandMissing: said('A command is missing.', 'See --help for the commands.'),
    tooManyArguments: said(
      'There is an argument too many.',
      'Values stand behind their option; put quotes around a value with spaces.',
    ),
    argumentMissing: said('The file to work on is missing.', 'Name it behind the command; --help explains it.'),
    other: said('The call is not understood.', 'See --help.'),
  },
  urlProblems: {
    'url-malformed': said(
      'The destination is no address of a server.',
      'Write it as sftp://host/directory, ftps://host/directory or ftp://host/directory.',
    ),
    'login-in-url': said(
      'The destination holds a user or a password. It is not repeated here.',
      'Give the user with --user, and the password with --password-stdin or PLANNING_BACKUP_PASSWORD. If it was a real password, it may stand in the history of your shell now: change it.',
    ),
    'query-in-url': said(
      'The destination has a "?" or a "#".',
      'If the directory really has one in its name, write %3F or %23.',
    ),
    'encoding-malformed': said(
      'The destination has a "%" that begins no percent-encoded UTF-8.',
      'Write a percent sign of the directory as %25.',
    ),
    'tls-contradicts-url': said('ftps:// and --tls none contradict each other.', 'Use ftp:// or leave --tls out.'),
  },
  password: {
    PasswordEmpty: said('No password came from standard input.', 'Write it there: planning-backup … < password-file'),
    PasswordMalformed: said(
      'The password is no single line of text.',
      'Give exactly one line, of 4,096 characters at most and without control characters.',
    ),
    PasswordFromTerminal: said(
      'Standard input is a terminal, which would show the password.',
      'Let a file or a password manager write it there, or use PLANNING_BACKUP_PASSWORD.',
    ),
  },
  privateKeyFileUnreadable: (file) => said(`The file ${file} cannot be read.`, 'Check the path of --private-key.'),
  privateKeyMalformed: (file) =>
    said(`${file} is no private key.`, 'Name the private key in OpenSSH or PEM form, not the one that ends in .pub.'),
  networkMalformed: (network) =>
    said(`“${network}” is no network.`, 'Write it as 10.20.0.0/16 or 2001:db8::/32, with zeros behind the prefix.'),
  nightMalformed: said('The night is no date of the calendar.', 'Write it as 2026-11-24.'),
  otherOrganisation: (asked, inPlan) =>
    said(`The plan is of “${inPlan}” and not of “${asked}”.`, 'Name the plan of this organisation.'),
  organisationUnknown: (id, directory) =>
    said(`No backup was ever set up for “${id}” in ${directory}.`, 'Check --organisation and --data.'),
  nothingThere: (directory) =>
    said(`There is no data in ${directory}.`, 'Check --data, or set a backup up with configure.'),
  remedies: {
    PasswordRequired: 'Give it with --password-stdin or PLANNING_BACKUP_PASSWORD, or a key with --private-key FILE.',
    BackupNotSetUp: 'Check that --plan and --data are the right ones, or set one up with configure.',
    FileNamesAlreadyFixed: 'Leave --file-prefix out. For other names, remove the backup and configure it anew.',
    PrivateKeyWithoutSftp: 'Use sftp://, or give a password.',
  },
  administratorsAre: (ids) =>
    ids.length === 0
      ? 'The plan names no administrator: enter one under organisation.administrators.'
      : `--actor takes the id of an administrator in the plan: ${ids.join(', ')}.`,
  failures: {
    dataFolder: (directory, code) =>
      code === 'EEXIST' || code === 'ENOTDIR'
        ? said(
            `The data folder ${directory} is a file, or lies below one.`,
            'Name a folder with --data or PLANNING_BACKUP_DATA.',
          )
        : said(
            `The data folder ${directory} cannot be used (${code}).`,
            'Choose another one with --data or PLANNING_BACKUP_DATA, or give this user the right to write there.',
          ),
    heartbeatUrl: said(
      'PLANNING_BACKUP_HEARTBEAT_URL is no URL that can be used.',
      'Write https://… or http://…, without a user and a password.',
    ),
    mailSettings: {
      'smtp-url-malformed': said(
        'PLANNING_BACKUP_SMTP cannot be read.',
        'Write smtp://user:password@host:port (STARTTLS) or smtps://… (TLS from the start); percent-encode signs such as @ : / ? # % in user and password.',
      ),
      'smtp-without-tls-beyond-loopback': said(
        'PLANNING_BACKUP_SMTP leaves TLS out for a mail server that is not on this machine.',
        'Leave ?tls=none out, or name a mail server on 127.0.0.1.',
      ),
      'mail-from-missing': said(
        'A mail server is set, and no sender.',
        'Set PLANNING_BACKUP_MAIL_FROM, such as: Planning <planning@example.com>',
      ),
      'mail-from-malformed': said(
        'PLANNING_BACKUP_MAIL_FROM is no mail address.',
        'Write planning@example.com, or: Planning <planning@example.com>',
      ),
    },
    eventStoreSettings: {
      malformed: said(
        'PLANNING_BACKUP_EVENTSTORE cannot be read.',
        'Write esdb://user:password@host:2113, or esdb+discover://…; percent-encode signs such as @ : / ? # % in user and password.',
      ),
      'option-unknown': said(
        'PLANNING_BACKUP_EVENTSTORE has an option that is not known here, or a value that it cannot have.',
        'Known are tls, tlsCAFile, discoveryInterval, gossipTimeout and maxDiscoverAttempts.',
      ),
      'without-tls': said(
        'PLANNING_BACKUP_EVENTSTORE leaves TLS out.',
        'Leave tls=false out. For a trial on this machine, name 127.0.0.1 and set PLANNING_BACKUP_EVENTSTORE_INSECURE_LOOPBACK=1.',
      ),
      'default-credentials': said(
        'PLANNING_BACKUP_EVENTSTORE names a user with the password that every installation of the server begins with.',
        'Change that password, and let `event-store set-up` make a user of its own for this program.',
      ),
      'credentials-missing': said(
        'PLANNING_BACKUP_EVENTSTORE names no user with a password.',
        'Write esdb://user:password@host:2113.',
      ),
      'certificate-unreadable': said(
        'The file that tlsCAFile in PLANNING_BACKUP_EVENTSTORE names cannot be read.',
        'Check its path and the right to read it.',
      ),
    },
    log: (message) => said(`The store cannot be used: ${message}.`, 'Mend that and try again; nothing was lost.'),
    moved: (message) =>
      said(
        `Nothing is written to the store any more: ${message}.`,
        'Set PLANNING_BACKUP_EVENTSTORE and go on there. If the move is not wanted: migrate --abandon.',
      ),
    directory: (message) => said(`The people of the organisation cannot be read. ${message}`, 'Try again.'),
    altered: (place) =>
      said(
        `The history was altered outside of this program: ${place}.`,
        'Keep the store as it is, and compare it with a backup of it and with the checksums in mails and workbooks.',
      ),
    newer: (place) => said(`The store was written by a newer version: ${place}.`, 'Use that version of the program.'),
    packageMissing: (command) => said('This needs a package that not every installation has.', `First run: ${command}`),
    masterKey: (message) =>
      said(
        `The master key cannot be used: ${message}.`,
        'Put the right key back, or name its place in PLANNING_BACKUP_MASTER_KEY_FILE. Nothing was changed.',
      ),
    unavailable: said('The store is in use by too many at once.', 'Try again in a moment; nothing was changed.'),
    unexpected: (error) => said(`Something unexpected went wrong: ${error}.`, 'Please report it.'),
    atStep: (step, what) => `Failed at ${step}: ${what}`,
  },
  untrusted: {
    hostKey: said(
      'The host key of the server is not trusted yet. Nothing was saved, and nobody logged in.',
      'Compare the fingerprint with the one that the operator of the server names. If they are the same, trust it.',
    ),
    certificate: said(
      'No known authority vouches for the certificate of the server under this name. Nothing was saved.',
      'Compare the fingerprint with the one that the operator of the server names. If they are the same, trust it.',
    ),
    passwordToo: 'Give the password too, with --password-stdin or PLANNING_BACKUP_PASSWORD.',
    shows: 'The server shows:',
    subject: 'made out to',
    issuer: 'issued by',
    valid: (from, to) => `valid from ${from} to ${to}`,
    compare: {
      'ssh-host-key': 'At the server the same is shown by: ssh-keygen -lf /etc/ssh/ssh_host_…_key.pub',
      certificate: 'At the server the same is shown by: openssl x509 -noout -fingerprint -sha256 -in CERTIFICATE',
    },
    goOn: 'If it is the right one, go on with:',
  },
};
