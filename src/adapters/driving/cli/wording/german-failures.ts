import { said } from '../../../shared/wording/said.ts';
import { GERMAN_SETTINGS_FAILURES } from './german-settings-failures.ts';
import type { FailureWords } from './words.ts';

export const GERMAN_FAILURES: FailureWords = {
  error: 'Fehler',
  warning: 'Warnung',
  call: {
    unknownOption: (option) => said(`Die Option ${option} gibt es nicht.`, 'Die Optionen des Befehls zeigt --help.'),
    optionMissing: (option) => said(`Die Option ${option} fehlt.`, 'Ergänzen Sie sie; --help erklärt sie.'),
    valueMissing: (option) => said(`Der Option ${option} fehlt ihr Wert.`, 'Schreiben Sie ihn dahinter.'),
    choice: (option, choices) => said(`${option} hat einen unbekannten Wert.`, `Möglich sind: ${choices.join(', ')}.`),
    unknownCommand: (command) => said(`Den Befehl „${command}“ gibt es nicht.`, 'Die Befehle zeigt --help.'),
    commandMissing: said('Es fehlt ein Befehl.', 'Die Befehle zeigt --help.'),
    tooManyArguments: said(
      'Der Aufruf hat ein Argument zu viel.',
      'Werte stehen hinter ihrer Option; um einen Wert mit Leerzeichen gehören Anführungszeichen.',
    ),
    argumentMissing: said('Die Datei fehlt, um die es geht.', 'Nennen Sie sie hinter dem Befehl; siehe --help.'),
    other: said('Der Aufruf ist nicht zu verstehen.', 'Siehe --help.'),
  },
  urlProblems: {
    'url-malformed': said(
      'Das Ziel ist keine Adresse eines Servers.',
      'Schreiben Sie sftp://host/verzeichnis, ftps://host/verzeichnis oder ftp://host/verzeichnis.',
    ),
    'login-in-url': said(
      'Das Ziel enthält einen Benutzer oder ein Passwort. Es wird hier nicht wiederholt.',
      'Nennen Sie den Benutzer mit --user und das Passwort mit --password-stdin oder PLANNING_BACKUP_PASSWORD. War es ein echtes Passwort, steht es nun vielleicht im Verlauf Ihrer Shell: Ändern Sie es.',
    ),
    'query-in-url': said(
      'Das Ziel enthält ein „?“ oder „#“.',
      'Gehört es wirklich zum Namen des Verzeichnisses, schreiben Sie %3F oder %23.',
    ),
    'encoding-malformed': said(
      'Das Ziel enthält ein „%“, mit dem kein UTF-8 in Prozentschreibweise beginnt.',
      'Schreiben Sie ein Prozentzeichen des Verzeichnisses als %25.',
    ),
    'tls-contradicts-url': said(
      'ftps:// und --tls none widersprechen sich.',
      'Schreiben Sie ftp://, oder lassen Sie --tls weg.',
    ),
  },
  password: {
    PasswordEmpty: said(
      'Von der Standardeingabe kam kein Passwort.',
      'Leiten Sie es dorthin: planning-backup … < passwort-datei',
    ),
    PasswordMalformed: said(
      'Das Passwort ist keine einzelne Zeile Text.',
      'Geben Sie genau eine Zeile, höchstens 4.096 Zeichen, ohne Steuerzeichen.',
    ),
    PasswordFromTerminal: said(
      'Die Standardeingabe ist ein Terminal, auf dem das Passwort zu sehen wäre.',
      'Lassen Sie eine Datei oder einen Passwortmanager es dorthin schreiben, oder nehmen Sie PLANNING_BACKUP_PASSWORD.',
    ),
  },
  privateKeyFileUnreadable: (file) =>
    said(`Die Datei ${file} ist nicht lesbar.`, 'Prüfen Sie den Pfad hinter --private-key.'),
  privateKeyMalformed: (file) =>
    said(
      `${file} ist kein privater Schlüssel.`,
      'Nennen Sie den privaten Schlüssel im OpenSSH- oder PEM-Format, nicht die Datei, die auf .pub endet.',
    ),
  networkMalformed: (network) =>
    said(
      `„${network}“ ist kein Netz.`,
      'Schreiben Sie es wie 10.20.0.0/16 oder 2001:db8::/32, mit Nullen hinter dem festen Teil.',
    ),
  nightMalformed: said('Die Nacht ist kein Datum des Kalenders.', 'Schreiben Sie sie wie 2026-11-24.'),
  otherOrganisation: (asked, inPlan) =>
    said(`Der Plan gehört zu „${inPlan}“ und nicht zu „${asked}“.`, 'Nennen Sie den Plan dieser Organisation.'),
  organisationUnknown: (id, directory) =>
    said(`Für „${id}“ wurde in ${directory} nie ein Backup eingerichtet.`, 'Prüfen Sie --organisation und --data.'),
  nothingThere: (directory) =>
    said(
      `In ${directory} liegt kein Datenbestand.`,
      'Prüfen Sie --data, oder richten Sie mit configure ein Backup ein.',
    ),
  remedies: {
    PasswordRequired:
      'Geben Sie es mit --password-stdin oder PLANNING_BACKUP_PASSWORD an, oder einen Schlüssel mit --private-key FILE.',
    BackupNotSetUp: 'Prüfen Sie, ob --plan und --data die richtigen sind, oder richten Sie mit configure eines ein.',
    FileNamesAlreadyFixed:
      'Lassen Sie --file-prefix weg. Für andere Namen entfernen Sie das Backup (remove) und richten es neu ein.',
    PrivateKeyWithoutSftp: 'Nehmen Sie sftp://, oder geben Sie ein Passwort an.',
  },
  administratorsAre: (ids) =>
    ids.length === 0
      ? 'Im Plan steht kein Administrator: Tragen Sie einen unter organisation.administrators ein.'
      : `Hinter --actor steht die ID eines Administrators aus dem Plan: ${ids.join(', ')}.`,
  failures: {
    dataFolder: (directory, code) =>
      code === 'EEXIST' || code === 'ENOTDIR'
        ? said(
            `Der Datenordner ${directory} ist eine Datei, oder liegt unter einer.`,
            'Geben Sie mit --data oder PLANNING_BACKUP_DATA einen Ordner an.',
          )
        : said(
            `Der Datenordner ${directory} ist nicht zu verwenden (${code}).`,
            'Wählen Sie mit --data oder PLANNING_BACKUP_DATA einen anderen, oder geben Sie diesem Benutzer dort Schreibrechte.',
          ),
    ...GERMAN_SETTINGS_FAILURES,
    log: (message) =>
      said(
        `Der Datenbestand ist nicht zu verwenden: ${message}.`,
        'Beheben Sie das, und versuchen Sie es noch einmal; verloren ist nichts.',
      ),
    moved: (message) =>
      said(
        `In den Datenbestand wird nichts mehr geschrieben: ${message}.`,
        'Setzen Sie PLANNING_BACKUP_EVENTSTORE, und arbeiten Sie dort weiter. Ist der Umzug nicht gewollt: migrate --abandon.',
      ),
    directory: (message) =>
      said(`Die Leute der Organisation sind nicht zu lesen. ${message}`, 'Versuchen Sie es noch einmal.'),
    altered: (place) =>
      said(
        `Die Aufzeichnung wurde außerhalb dieses Programms verändert: ${place}.`,
        'Lassen Sie den Datenbestand, wie er ist, und vergleichen Sie ihn mit einer Sicherung und mit den Prüfsummen in Mails und Arbeitsmappen.',
      ),
    newer: (place) =>
      said(
        `Den Datenbestand hat eine neuere Version geschrieben: ${place}.`,
        'Verwenden Sie diese Version des Programms.',
      ),
    packageMissing: (command) =>
      said(
        'Dafür fehlt ein Paket, oder es ist in keiner Version da, die mit diesem Node läuft.',
        `Bitte zuerst: ${command}`,
      ),
    masterKey: (message) =>
      said(
        `Der Hauptschlüssel ist nicht zu verwenden: ${message}.`,
        'Beheben Sie das. Fehlt der richtige Schlüssel, legen Sie ihn zurück, oder nennen Sie seinen Ort in PLANNING_BACKUP_MASTER_KEY_FILE. Geändert wurde nichts.',
      ),
    unavailable: said(
      'Auf den Datenbestand greifen zu viele zugleich zu.',
      'Versuchen Sie es gleich noch einmal; geändert wurde nichts.',
    ),
    unexpected: (error) => said(`Etwas Unerwartetes ging schief: ${error}.`, 'Bitte melden Sie es.'),
    atStep: (step, what) => `Gescheitert ${step}: ${what}`,
  },
  untrusted: {
    hostKey: said(
      'Dem Hostschlüssel des Servers wird noch nicht vertraut. Es wurde nichts gespeichert und nicht angemeldet.',
      'Vergleichen Sie den Fingerabdruck mit dem, den der Betreiber des Servers nennt. Stimmen sie überein, vertrauen Sie ihm.',
    ),
    certificate: said(
      'Für das Zertifikat des Servers bürgt unter diesem Namen keine bekannte Stelle. Es wurde nichts gespeichert.',
      'Vergleichen Sie den Fingerabdruck mit dem, den der Betreiber des Servers nennt. Stimmen sie überein, vertrauen Sie ihm.',
    ),
    passwordToo: 'Geben Sie auch das Passwort an, mit --password-stdin oder PLANNING_BACKUP_PASSWORD.',
    shows: 'Der Server zeigt:',
    subject: 'ausgestellt auf',
    issuer: 'ausgestellt von',
    valid: (from, to) => `gültig von ${from} bis ${to}`,
    compare: {
      'ssh-host-key': 'Am Server zeigt ihn: ssh-keygen -lf /etc/ssh/ssh_host_…_key.pub',
      certificate: 'Am Server zeigt ihn: openssl x509 -noout -fingerprint -sha256 -in ZERTIFIKAT',
    },
    goOn: 'Ist es der richtige, geht es so weiter:',
  },
};
