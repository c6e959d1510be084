import type { Wording } from './wording.ts';

export const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
export const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

export const GERMAN: Wording = {
  subject: (kind, organisation, actor) =>
    ({
      'set-up': `ftp-Backup von ${organisation} eingerichtet (durch ${actor})`,
      changed: `ftp-Backup von ${organisation} geändert (durch ${actor})`,
      paused: `ftp-Backup von ${organisation} angehalten (durch ${actor})`,
      resumed: `ftp-Backup von ${organisation} fortgesetzt (durch ${actor})`,
      removed: `ftp-Backup von ${organisation} entfernt (durch ${actor})`,
      'time-zone': `ftp-Backup von ${organisation}: Zeitzone geändert`,
    })[kind],
  greeting: (name) => `Guten Tag ${name},`,
  lead: (kind, organisation, actor) =>
    ({
      'set-up': `${actor} hat für ${organisation} das ftp-Backup eingerichtet. Es schreibt jede Nacht die Themen- und die Terminplanung der nächsten fünf Tage auf den Server, der unten steht.`,
      changed: `${actor} hat die Einstellungen des ftp-Backups von ${organisation} geändert.`,
      paused: `${actor} hat das ftp-Backup von ${organisation} angehalten.`,
      resumed: `${actor} hat das ftp-Backup von ${organisation} fortgesetzt. In der nächsten Nacht wird wieder geschrieben.`,
      removed: `${actor} hat das ftp-Backup von ${organisation} entfernt. Es wird nichts mehr auf den Server geschrieben.`,
      'time-zone': `Die Zeitzone von ${organisation} wurde geändert. Nach ihr richtet sich, wann das ftp-Backup nachts schreibt und welche Tage es enthält.`,
    })[kind],
  when: ({ weekday, day, month, year, time, zone }) =>
    `${WEEKDAYS[weekday - 1]}, ${day}. ${MONTHS[month - 1]} ${year}, ${time} Uhr (${zone})`,
  headings: {
    when: 'Wann',
    who: 'Wer',
    what: 'Was',
    notMeant: 'War das nicht so gewollt?',
    witness: 'Beleg',
  },
  theService: 'der Planungsdienst selbst, nach den Angaben zu Ihrem Unternehmen',
  rows: {
    protocol: 'Protokoll',
    server: 'Server',
    port: 'Port',
    directory: 'Verzeichnis',
    user: 'Benutzer',
    loginMethod: 'Anmeldung mit',
    password: 'Passwort',
    'private-key': 'Privater Schlüssel',
    identity: 'Vertraute Identität des Servers',
    replacement: 'Ersetzen der Dateien',
    confidential: 'Vertrauliche Einträge',
    timeZone: 'Zeitzone',
    fileNames: 'Dateien',
    backup: 'Backup',
  },
  before: 'bisher',
  after: 'neu',
  protocols: (protocol, tlsMode) => {
    if (protocol === 'sftp') return 'SFTP';
    return { none: 'FTP, unverschlüsselt', explicit: 'FTPS (explizites TLS)', implicit: 'FTPS (implizites TLS)' }[
      tlsMode
    ];
  },
  replaced: 'wurde ersetzt',
  nothing: 'keine festgelegt',
  states: { paused: 'angehalten', active: 'läuft', removed: 'entfernt' },
  filesRemain: (where) => `Die Dateien der bisherigen Nächte bleiben am alten Ort liegen: ${where}.`,
  fileNamesAt: (names, where) => `Die zuletzt geschriebenen Dateien bleiben liegen: ${names} auf ${where}.`,
  place: (server, directory) => `${server}, Verzeichnis ${directory}`,
  secretDestroyed: 'Das gespeicherte Passwort oder der gespeicherte Schlüssel wurde vernichtet.',
  pausedMeans: 'Solange es angehalten ist, bleiben auf dem Server die Dateien der letzten Nacht liegen und veralten.',
  notMeant: (kind, actor) => [
    ...(kind === 'time-zone'
      ? ['Fragen Sie nach, wer die Zeitzone Ihres Unternehmens in der Planung geändert hat.']
      : [
          `Fragen Sie ${actor}, am besten am Telefon oder persönlich.`,
          'Melden Sie sich selbst in der Planung an, nicht über einen Link in einer E-Mail, und öffnen Sie Sicherheitseinstellungen, ftp-Backup.',
        ]),
    ...{
      'set-up': ['Halten Sie das Backup an oder entfernen Sie es dort.'],
      changed: ['Stellen Sie dort die bisherigen Werte wieder her, oder halten Sie das Backup an.'],
      paused: ['Setzen Sie das Backup dort fort.'],
      resumed: ['Halten Sie das Backup dort wieder an.'],
      removed: ['Richten Sie das Backup dort neu ein; dafür brauchen Sie das Passwort des Servers.'],
      'time-zone': [],
    }[kind],
    ...(kind === 'time-zone'
      ? []
      : [
          `Hat ${actor} das nicht getan, so hat jemand anderes Zugang zu diesem Konto: Sperren Sie es, und ändern Sie das Passwort, mit dem sich das Backup an Ihrem Server anmeldet.`,
        ]),
  ],
  noLinks: 'Diese E-Mail enthält mit Absicht keine Links.',
  witness:
    'Version und Prüfsumme der Einstellungen nach dieser Änderung. Heben Sie diese E-Mail auf: Mit dieser Zeile lässt sich später prüfen, dass niemand die Änderungsgeschichte umgeschrieben hat.',
  whyYou: (organisation) =>
    `Sie erhalten diese E-Mail automatisch, weil Sie zum Zeitpunkt der Änderung Administrator von ${organisation} waren.`,
};
