import { figuresIn } from './figures.ts';
import type { Words } from './words.ts';

const { count, kilobytes, names, date } = figuresIn('de-DE');

export const german: Words = {
  title: 'planning-backup: die Vorführung',
  opening:
    'Jede Nacht kommt die Planung einer Zeitung für die nächsten fünf Tage auf einen eigenen Server, als zwei Arbeitsmappen: ' +
    'Damit arbeitet die Redaktion weiter, wenn der Planungsdienst nicht zu erreichen ist. Alles Folgende geschieht ' +
    'wirklich, aber nur auf diesem Rechner. Die Redaktion ist erfunden; Server, Datenbank und Passwörter gibt es nur ' +
    'für diesen Durchlauf.',
  newsroom: {
    title: 'Eine Redaktion und ihre Server',
    plan: (name, { stories, events, administrators }) =>
      `Der ${name} hat ${count(stories)} Themen und ${count(events)} Termine in seiner Planung, und ` +
      `${count(administrators)} Administratoren. Sein Verlag betreibt zwei Server:`,
  },
  testing: {
    title: (administrator) => `${administrator} testet die Verbindung zum SFTP-Server, bevor sie ihn speichert`,
    identity: 'Der Test endet vor der Anmeldung: Erst muss der Server zeigen, womit er sich ausweist:',
    trust: 'So hat es ihr die IT genannt, also vertraut sie dem Server und testet noch einmal:',
    ok: (steps) => `${steps.join(' · ')}: alles ok.`,
  },
  settingUp: {
    title: (administrator) => `${administrator} richtet das Backup ein`,
    saved: (version, told) => `Gespeichert als Version ${version}. Mails an: ${names(told)}.`,
    promise:
      'Das Passwort lässt sich von nun an ersetzen, aber nie lesen. Zeigt der Server je einen anderen Schlüssel, hält ' +
      'das Backup an, ehe es sich anmeldet.',
  },
  night: {
    title: (night) => `Die Nacht: ${date(night)}`,
    titleAgain: 'Dieselbe Nacht noch einmal, ans neue Ziel',
    collected: (stories, events) => `Planung geholt: ${count(stories)} Themen, ${count(events)} Termine.`,
    rendered: 'Zwei Arbeitsmappen gemacht, aus dem, was für die nächsten fünf Tage geplant ist.',
    reached: 'Server erreicht, Schlüssel verglichen, angemeldet.',
    uploaded: 'Beide unter anderem Namen (….part) hochgeladen, ihre Größen verglichen.',
    replaced: 'Erst jetzt umbenannt: Zu finden ist stets die Datei von gestern oder von heute, nie eine halbe.',
    delivered: (destination) => `Abgeliefert in ${destination}`,
    file: ({ name, rows, bytes, sha256 }) =>
      `${name}  ${count(rows)} Zeilen, ${kilobytes(bytes)}, SHA-256 ${sha256.slice(0, 16)}…`,
  },
  moving: {
    title: (administrator) => `${administrator} zieht mit dem Backup auf den FTPS-Server um`,
    without: 'Sie trägt den neuen Server ein und lässt das Passwort leer.',
    why: 'Sonst könnte es, wer in ihr Konto gelangt, an einen eigenen Server schicken lassen.',
    identity: 'Sie gibt es ein und vergleicht das Zertifikat dieses Servers, für das keine Stelle bürgt:',
    saved: (version) => `Gespeichert als Version ${version}. Das alte Passwort ist vernichtet.`,
    filesRemain: (destination) => `Jemand sollte die alten Dateien löschen; sie bleiben in ${destination}`,
  },
  stranger: {
    title: (name) => `${name}, freier Mitarbeiter, will das Backup woandershin lenken`,
    recorded: 'Der Versuch ist festgehalten.',
  },
  pausing: {
    title: 'Der Verlag wartet seinen Server, eine Stunde lang',
    paused: (name) => `${name} hält das Backup an. Der nächtliche Lauf beginnt trotzdem:`,
    tonight: 'Gesendet wird nichts.',
  },
  mail: {
    title: (name) => `Die Mail darüber an ${name}, wie sie beginnt`,
    subject: (subject) => `Betreff: ${subject}`,
    others: 'Auch die anderen bekamen sie, in ihrer Sprache: als Dateien, weil kein Mailserver angegeben ist.',
    resumed: (name) => `${name} lässt das Backup weiterlaufen.`,
  },
  history: {
    title: 'Was bei einer Prüfung zu lesen ist: wann, wer, was, vorher → nachher',
    change: (version, at, name) => `${at}  ${name}, Version ${version}`,
    chained: 'Einträge kommen nur hinzu, und jeder trägt den Hash des vorigen: Eine Änderung fällt auf.',
  },
  keeping: {
    title: 'Zum Behalten',
    open: 'Zu öffnen mit Excel, LibreOffice oder Google Tabellen. Alles andere wird jetzt weggeräumt.',
    next: 'Mit eigener Planung und eigenem Server geht es weiter:  npm run --silent cli -- configure --help',
  },
  usage: 'Aufruf: npm run demo -- [--keep ORDNER] [--lang en|de]',
  badCall: (problem) => `So lässt sich die Vorführung nicht aufrufen: ${problem}`,
  cannotKeep: (directory, code) =>
    `In ${directory} lassen sich die Arbeitsmappen nicht ablegen (${code}). Ein anderer Ordner, mit Schreibrecht: --keep ORDNER`,
  wentWrong: (problem) => `Die Vorführung kam nicht an ihr Ende: ${problem}`,
};
