import type { ServiceTrouble } from '../../../../application/ports/telemetry.ts';
import { planProblemSaid } from '../../../shared/wording/plan-problems.ts';
import { said } from '../../../shared/wording/said.ts';
import { recordingProblemText } from '../../../shared/wording/store-problems.ts';
import { AUDIT_GERMAN } from './audit-german.ts';
import { counting } from './counting.ts';
import { GERMAN_FAILURES } from './german-failures.ts';
import { GERMAN_HELP } from './german-help.ts';
import { GERMAN_WARNINGS } from './german-warnings.ts';
import { happenedInGerman } from './happenings.ts';
import { MOVING_GERMAN } from './moving-words.ts';
import { GERMAN_STATUS } from './status-words.ts';
import { GERMAN_TESTING } from './testing.ts';
import type { Words } from './words.ts';

const count = counting('de');

const TROUBLES: Readonly<Record<ServiceTrouble, string>> = {
  starting: 'er startet',
  'worker-stuck': 'der Worker kommt nicht weiter',
  'store-unavailable': 'der Datenbestand ist nicht lesbar oder nicht beschreibbar',
  'disk-full': 'auf der Festplatte mit dem Datenordner ist kein Platz mehr, oder sie ist nicht beschreibbar',
  'master-key-unavailable': 'Versiegeltes lässt sich nicht öffnen: Der Hauptschlüssel fehlt oder ist ein anderer',
  'log-not-followed': 'geänderte Einstellungen werden nicht gesehen',
  'nights-overdue': 'Nächte sind überfällig',
};

export const GERMAN: Words = {
  help: GERMAN_HELP,
  ...GERMAN_FAILURES,
  changed: {
    setUp: (organisation) => `Das Backup von ${organisation} ist eingerichtet.`,
    changed: (organisation) => `Das Backup von ${organisation} wurde geändert.`,
    unchanged: (organisation, version) =>
      `Die Einstellungen von ${organisation} sind schon so, in Version ${version}. Aufgezeichnet wurde nichts.`,
    version: (version, head) => `Version ${version}, Prüfsumme ${head}`,
    toBeTold: (names) => `Aufgezeichnet, dass zu benachrichtigen sind: ${names.join(', ')}`,
    nobodyToTell: 'Es gibt keinen weiteren Administrator, der zu benachrichtigen wäre.',
    mails: {
      sent: (count) => `Gesendet: ${count} ${count === 1 ? 'E-Mail' : 'E-Mails'}.`,
      written: (count, folder) =>
        `Geschrieben, weil kein Mailserver angegeben ist (PLANNING_BACKUP_SMTP): ${count} ${count === 1 ? 'E-Mail' : 'E-Mails'} als .eml in ${folder}`,
      left: (count) =>
        `Noch nicht gesendet: ${count} ${count === 1 ? 'E-Mail' : 'E-Mails'}. Nichts geht verloren: Ein laufendes serve oder worker sendet sie und versucht es 72 Stunden lang.`,
    },
    oldFiles: (where, files) =>
      `Wurden Nächte nach ${where} geliefert, bleiben ihre Dateien dort: ${files.join(', ')}. Löschen Sie sie, damit niemand sie für aktuell hält.`,
    timeZone: (from, to) => `Die Zeitzone des Plans wurde übernommen: ${from} → ${to}.`,
    nothing: 'nichts',
  },
  testing: GERMAN_TESTING,
  night: {
    title: (night, organisation, destination, attempt) =>
      `Nacht ${night} von ${organisation} nach ${destination}, Versuch ${attempt}`,
    outcomes: {
      delivered: 'angekommen',
      'half-delivered': 'halb angekommen',
      failed: 'fehlgeschlagen',
      stopped: 'abgebrochen',
      missed: 'versäumt',
      running: 'nicht beendet',
    },
    rows: (rows) => count(rows, 'Zeile', 'Zeilen'),
    bytes: (bytes) => count(bytes, 'Byte', 'Bytes'),
    failed: 'nicht angekommen',
    needsALook: (records) => `${count(records, 'Eintrag ist', 'Einträge sind')} zu prüfen:`,
    notDelivered: {
      failed: said(
        'Die Nacht ist gescheitert: Keine der beiden Dateien wurde eingesetzt.',
        'Oben steht, woran es lag und was hilft.',
      ),
      'half-delivered': said(
        'Nur eine der beiden Dateien wurde eingesetzt; die andere ist älter.',
        'Oben steht, woran es lag. Beheben Sie es, und starten Sie die Nacht noch einmal.',
      ),
      stopped: said(
        'Das Backup wurde während der Nacht angehalten oder entfernt. Eingesetzt wurde nichts.',
        'Setzen Sie es fort, oder richten Sie es neu ein, und starten Sie die Nacht noch einmal.',
      ),
      missed: said(
        'In dieser Nacht lief kein Dienst, der das Backup hätte ausführen können.',
        'Sorgen Sie dafür, dass der Dienst läuft, und starten Sie das Backup für heute von Hand.',
      ),
    },
  },
  plans: { 'story-plan': 'Themenplanung', 'event-plan': 'Terminplanung' },
  progress: {
    steps: {
      plan: 'Plan lesen',
      workbooks: 'Beide Arbeitsmappen schreiben',
      server: 'Verbinden und anmelden',
      uploads: 'Beide Dateien hochladen',
      replacing: 'Beide Dateien einsetzen',
    },
    happened: happenedInGerman,
    healthUnrecorded: (error) =>
      `Was diese Nacht für den Zustand über die Nächte heißt, ließ sich nicht festhalten; das wird bei der nächsten nachgeholt: ${recordingProblemText(error, 'de')}`,
    checkpointFailed: (error) =>
      `Die Aufzeichnung ließ sich nicht signieren: ${recordingProblemText(error, 'de')}. Die nächste Signatur holt es nach.`,
  },
  status: GERMAN_STATUS,
  warnings: GERMAN_WARNINGS,
  history: {
    columns: ['Version', 'Wann', 'Wer', 'Was', 'Zu benachrichtigen'],
    nobody: 'niemand',
    mails: { waiting: 'noch nicht gesendet', sent: 'gesendet', 'given-up': 'aufgegeben' },
  },
  worker: {
    untilMalformed: said('Der Zeitpunkt von --until ist keiner.', 'Schreiben Sie ihn so: 2026-11-25T05:00:00Z.'),
    untilOver: said(
      'Der Zeitpunkt von --until ist vorbei.',
      'Nennen Sie einen künftigen, oder lassen Sie --until weg.',
    ),
    working: (until) => (until === null ? 'Arbeitet bis zum Abbruch.' : `Arbeitet bis ${until} oder bis zum Abbruch.`),
    fault: (error) => `Es ging nicht weiter und wird noch einmal versucht: ${error}`,
    planUnusable: (problem, isSomebodys) =>
      `${planProblemSaid(problem, 'de').what} Solange das nicht behoben ist, ${isSomebodys ? 'scheitern die Nächte' : 'scheitert eine Nacht, die ihn braucht,'} daran.`,
    mails: {
      sent: 'Eine Mail ist gesendet.',
      notTaken: {
        'mail-server-unavailable': 'Der Mailserver war nicht zu erreichen. Die Mail wird noch einmal versucht.',
        'mail-refused': 'Der Mailserver hat eine Mail abgelehnt. Sie wird noch einmal versucht.',
        'record-unavailable': 'An wen eine Mail geht, ließ sich nicht lesen. Sie wird noch einmal versucht.',
      },
      givenUp: 'Eine Mail ließ sich 72 Stunden lang nicht senden und wurde aufgegeben.',
    },
    health: (troubles) =>
      troubles.length === 0
        ? 'Der Worker ist wohlauf.'
        : `Der Worker täte seine Arbeit nicht: ${troubles.map((trouble) => TROUBLES[trouble]).join('; ')}.`,
    overdue: (organisations) =>
      `Bei ${count(organisations, 'Organisation', 'Organisationen')} müsste eine Nacht zu Ende sein und ist es nicht. Näheres zeigt status.`,
    heartbeat: {
      unreachable: 'Die Heartbeat-URL war nicht zu erreichen.',
      'no-answer': 'Die Heartbeat-URL hat nicht rechtzeitig geantwortet.',
      refused: 'Die Heartbeat-URL hat nicht geantwortet, dass alles in Ordnung ist.',
    },
  },
  serve: {
    serving: (url) =>
      `Die Einstellungsseite läuft unter ${url}, bis Sie abbrechen. Zum Anmelden lassen Sie mit sign-in einen Link machen.`,
    fault: (error) => `Eine Anfrage ist gescheitert: ${error}`,
    noFolder: (folder) =>
      said(`${folder} ist kein Ordner.`, 'Nennen Sie den Ordner mit den Plänen, eine JSON-Datei je Organisation.'),
    portMalformed: (option) =>
      said(
        `Der Port von ${option} ist keine Zahl von 0 bis 65535.`,
        option === '--port'
          ? 'Geben Sie einen freien Port an; ohne --port ist die Seite auf 8787.'
          : 'Geben Sie einen freien Port an; ohne --health-port gibt es keinen.',
      ),
    portUnusable: (port, code, option) =>
      said(
        `Port ${port} lässt sich nicht verwenden (${code}).`,
        `Beenden Sie, was ihn belegt, oder geben Sie mit ${option} einen anderen an.`,
      ),
    proxyIncomplete: said(
      'Von --trusted-user-header und --trusted-proxy ist nur eines angegeben.',
      'Geben Sie beides an: Ohne die Netze Ihres Proxys könnte jeder den Header senden.',
    ),
    headerMalformed: said(
      'Der Name des Headers hat andere Zeichen, als ein Header haben kann.',
      'Geben Sie einen Namen wie X-Remote-User an.',
    ),
    nobodyServes: (directory) =>
      said(
        `Die Einstellungsseite zu ${directory} läuft nicht.`,
        'Starten Sie zuerst serve mit demselben --data, und lassen Sie es laufen.',
      ),
    linkNote: 'Dieser Link meldet einmal an, innerhalb von 10 Minuten. Geben Sie ihn niemand anderem.',
  },
  audit: AUDIT_GERMAN,
  moving: MOVING_GERMAN,
  rotated: (secrets) =>
    `Der Hauptschlüssel wurde gewechselt; neu versiegelt: ${count(secrets, 'Geheimnis', 'Geheimnisse')}. Ältere Kopien des Datenbestands lassen sich mit dem neuen Schlüssel nicht öffnen, und den alten gibt es nicht mehr.`,
  eventStore: {
    missing: said(
      'Es ist kein Cluster genannt.',
      'Setzen Sie PLANNING_BACKUP_EVENTSTORE, mit Benutzer und Passwort, die angelegt werden sollen.',
    ),
    passwordMissing: said(
      'Das Passwort des Administrators im Cluster fehlt.',
      'Geben Sie es mit --password-stdin oder PLANNING_BACKUP_PASSWORD an.',
    ),
    otherAcl: said(
      'Der Cluster hat in $settings eigene Standardrechte; sie blieben, wie sie sind.',
      'Nehmen Sie einen eigenen Cluster für dieses Programm, oder geben Sie dem Benutzer dort selbst diese Rechte: docs/eventstoredb.md.',
    ),
    done: ({ user, isNew, defaultAcl, readersOfAll }) => [
      isNew ? `Der Benutzer „${user}“ wurde angelegt.` : `Den Benutzer „${user}“ gab es schon; sein Passwort blieb.`,
      `Ströme ohne eigene Rechte: ${JSON.stringify(defaultAcl)}`,
      `$all lesen dürfen: ${readersOfAll.join(', ')}`,
      'Ströme mit Ereignissen nehmen diesem Benutzer mit ihrem ersten Ereignis das Recht, sie zu löschen oder zu kürzen.',
    ],
  },
  interrupted: 'Unterbrochen.',
};
