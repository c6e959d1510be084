import type { Words } from './words.ts';

export const GERMAN_HELP: Words['help'] = {
  program:
    'Schreibt die Planung der nächsten fünf Tage einer Redaktion als zwei Arbeitsmappen auf ihren eigenen FTP-, FTPS- oder SFTP-Server.',
  commands: {
    configure: 'richtet das Backup einer Organisation ein oder ändert es',
    'test-connection':
      'probt eine Nacht mit einer kleinen Datei: mit dem Gespeicherten, oder mit dem, was configure speichern würde',
    pause: 'hält das Backup eine Zeit lang an',
    resume: 'setzt das Backup fort',
    remove: 'beendet das Backup und vernichtet das gespeicherte Passwort; Dateien am Server bleiben',
    backup: 'liefert eine Nacht, jetzt',
    status: 'Einstellungen, letzte Nächte und Warnungen',
    history: 'jede Änderung der Einstellungen: wer, wann, von, nach',
    worker: 'die Nächte und Mails aller Organisationen eines Ordners, bis zum Abbruch',
    serve: 'die Einstellungsseite auf 127.0.0.1, bis zum Abbruch',
    'sign-in': 'ein Link für eine Anmeldung an der Seite eines laufenden serve',
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
    plans: 'Ordner mit den Plänen, eine JSON-Datei je Organisation',
    until: 'beendet den Worker zu diesem Zeitpunkt, etwa 2026-11-25T05:00:00Z',
    port: 'Port der Einstellungsseite (sonst 8787; 0: irgendein freier)',
    trustedUserHeader:
      'Header, in dem ein vertrauter Proxy sagt, wer angemeldet ist: ORGANISATION/ADMINISTRATOR, prozentkodiert; er muss diesen sowie X-Forwarded-Proto und -Host aus dem entfernen, was von außen kommt',
    trustedProxy: 'Netz, in dem der Proxy steht; mehrmals möglich',
    format: 'table, oder json wie mit --json',
  },
  helpCommand: 'zeigt die Hilfe zu einem Befehl',
  titles: { 'Usage:': 'Aufruf:', 'Options:': 'Optionen:', 'Commands:': 'Befehle:', 'Global Options:': 'Überall:' },
  usage: { program: '[Optionen] <Befehl>', command: '[Optionen]' },
};
