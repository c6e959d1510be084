import type { Wording } from './wording.ts';

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export const ENGLISH: Wording = {
  subject: (kind, organisation, actor) =>
    ({
      'set-up': `ftp backup of ${organisation} set up (by ${actor})`,
      changed: `ftp backup of ${organisation} changed (by ${actor})`,
      paused: `ftp backup of ${organisation} paused (by ${actor})`,
      resumed: `ftp backup of ${organisation} resumed (by ${actor})`,
      removed: `ftp backup of ${organisation} removed (by ${actor})`,
      'time-zone': `ftp backup of ${organisation}: time zone changed`,
    })[kind],
  greeting: (name) => `Hello ${name},`,
  lead: (kind, organisation, actor) =>
    ({
      'set-up': `${actor} has set up the ftp backup of ${organisation}. Every night it writes the story plan and the event plan of the next five days to the server named below.`,
      changed: `${actor} has changed the settings of the ftp backup of ${organisation}.`,
      paused: `${actor} has paused the ftp backup of ${organisation}.`,
      resumed: `${actor} has resumed the ftp backup of ${organisation}. It will write again in the coming night.`,
      removed: `${actor} has removed the ftp backup of ${organisation}. Nothing is written to the server any more.`,
      'time-zone': `The time zone of ${organisation} was changed. It decides when at night the ftp backup writes, and which days it covers.`,
    })[kind],
  when: ({ weekday, day, month, year, time, zone }) =>
    `${WEEKDAYS[weekday - 1]}, ${day} ${MONTHS[month - 1]} ${year}, ${time} (${zone})`,
  headings: {
    when: 'When',
    who: 'Who',
    what: 'What',
    notMeant: 'Was this not meant to happen?',
    witness: 'For the record',
  },
  theService: 'the planning service itself, following what is set for your company',
  rows: {
    protocol: 'Protocol',
    server: 'Server',
    port: 'Port',
    directory: 'Directory',
    user: 'User',
    loginMethod: 'Logs in with',
    password: 'Password',
    'private-key': 'Private key',
    identity: 'Trusted identity of the server',
    replacement: 'Replacing the files',
    confidential: 'Confidential records',
    timeZone: 'Time zone',
    fileNames: 'Files',
    backup: 'Backup',
  },
  before: 'before',
  after: 'now',
  protocols: (protocol, tlsMode) => {
    if (protocol === 'sftp') return 'SFTP';
    return { none: 'FTP, not encrypted', explicit: 'FTPS (explicit TLS)', implicit: 'FTPS (implicit TLS)' }[tlsMode];
  },
  replaced: 'was replaced',
  nothing: 'none pinned',
  states: { paused: 'paused', active: 'running', removed: 'removed' },
  filesRemain: (where) => `The files of earlier nights stay where they were: ${where}.`,
  fileNamesAt: (names, where) => `The files written last stay where they are: ${names} on ${where}.`,
  place: (server, directory) => `${server}, directory ${directory}`,
  secretDestroyed: 'The stored password or key was destroyed.',
  pausedMeans: 'While it is paused, the files of the last night stay on the server and grow old.',
  notMeant: (kind, actor) => [
    ...(kind === 'time-zone'
      ? ['Ask who has changed the time zone of your company in the planning service.']
      : [
          `Ask ${actor}, best on the phone or in person.`,
          'Sign in to the planning service yourself, not through a link in any mail, and open Security settings, ftp backup.',
        ]),
    ...{
      'set-up': ['Pause or remove the backup there.'],
      changed: ['Put the earlier values back there, or pause the backup.'],
      paused: ['Resume the backup there.'],
      resumed: ['Pause the backup again there.'],
      removed: ['Set the backup up again there; you will need the password of the server.'],
      'time-zone': [],
    }[kind],
    ...(kind === 'time-zone'
      ? []
      : [
          `If it was not ${actor}, somebody else has access to that account: lock it, and change the password that the backup logs in to your server with.`,
        ]),
  ],
  noLinks: 'This mail contains no links, on purpose.',
  witness:
    'Version and checksum of the settings after this change. Keep this mail: with this line it can be shown later that nobody has rewritten the history of changes.',
  whyYou: (organisation) =>
    `You get this mail automatically, because you were an administrator of ${organisation} when the change was made.`,
};
