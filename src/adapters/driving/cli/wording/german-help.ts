import type { Words } from './words.ts';

export const GERMAN_HELP: Words['help'] = {
  program:
    'Schreibt die Planung der nächsten fünf Tage einer Redaktion als zwei Arbeitsmappen auf ihren eigenen FTP-, FTPS- oder SFTP-Server.',
  commands: {
    configure: 'richtet das Backup einer Organisation ein oder ändert es',
    pause: 'hält das Backup eine Zeit lang an',
    resume: 'setzt das Backup fort',
    remove: 'beendet das Backup und vernichtet das gespeicherte Passwort; Dateien am Server bleiben',
    backup: 'liefert eine Nacht, jetzt',
    status: 'Einstellungen, letzte Nächte und Warnungen',
    history: 'jede Änderung der Einstellungen: wer, wann, von, nach',
    'rotate-master-key': 'versiegelt alle gespeicherten Passwörter mit einem neuen Hauptschlüssel',
  },
  options: {
    data: 'Ordner mit dem Datenbestand (PLANNING_BACKUP_DATA, sonst ./planning-backup-data)',
    json: 'Ergebnisse und Fehler als ein JSON-Dokument',
    lang: 'Sprache der Ausgaben (sonst nach LC_ALL, LC_MESSAGES oder LANG)',
    help: 'zeigt diese Hilfe',
    plan: 'der Plan der Organisation, eine JSON-Datei; darin stehen auch ihre Leute',
    actor: 'ID des Administrators, der handelt',
    destination: 'sftp://HOST[:PORT]/DIR, ftps://… oder ftp://…, ohne Benutzer und Passwort',
    user: 'Name für die Anmeldung',
    passwordStdin: 'liest Passwort oder Passphrase von der Standardeingabe (oder PLANNING_BACKUP_PASSWORD)',
    privateKey: 'meldet mit diesem privaten Schlüssel an (SFTP)',
    tls: 'Art von TLS: ftps:// ist implizit, ftp:// ohne, wenn hier nichts anderes steht',
    trust: 'Fingerabdruck des Hostschlüssels oder Zertifikats, dem vertraut wird',
    replace: 'wie eine alte Datei ersetzt wird (sonst atomic)',
    confidential: 'ob vertrauliche Einträge mitgeschrieben werden (sonst ja)',
    filePrefix: 'steht vor beiden Dateinamen; für immer fest',
    allowNetwork:
      'verbindet auch mit diesem nicht öffentlichen Netz; mehrmals möglich (PLANNING_BACKUP_ALLOW_NETWORKS)',
    night: 'welche Nacht (sonst heute in der Zeitzone des Plans)',
    older: 'liefert sie, obwohl am Ziel eine neuere liegt',
    strict: 'scheitert, wenn ein Eintrag nicht lesbar ist',
    organisation: 'ID der Organisation',
    format: 'table, oder json wie mit --json',
  },
  helpCommand: 'zeigt die Hilfe zu einem Befehl',
  titles: { 'Usage:': 'Aufruf:', 'Options:': 'Optionen:', 'Commands:': 'Befehle:', 'Global Options:': 'Überall:' },
  usage: { program: '[Optionen] <Befehl>', command: '[Optionen]' },
};
