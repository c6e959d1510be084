import { TEST_STEPS_SAID, testWarningSaid } from '../../../shared/wording/connection-test.ts';
import { inOneLine, said } from '../../../shared/wording/said.ts';
import { GERMAN_FORM, GERMAN_TRUST } from './german-form.ts';
import { GERMAN_PROBLEMS, GERMAN_REFUSALS, GERMAN_TROUBLES } from './german-problems.ts';
import type { Words } from './words.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const and = (items: readonly string[]): string => new Intl.ListFormat('de-DE').format(items);

export const GERMAN: Words = {
  page: 'Sicherheitseinstellungen',
  section: 'ftp-Backup',
  statuses: { 'not-set-up': 'Nicht eingerichtet', active: 'Aktiv', paused: 'Angehalten', removed: 'Entfernt' },
  intro:
    'Jede Nacht werden Themenplanung und Terminplanung der nächsten fünf Tage als zwei Excel-Dateien auf einen Server Ihres Hauses gelegt. ' +
    'Ist dieser Dienst einmal nicht erreichbar, arbeitet Ihre Redaktion damit weiter.',
  overview: {
    title: 'Stand',
    destination: 'Ziel',
    login: 'Anmeldung',
  },
  kinds: { 'story-plan': 'Themenplanung', 'event-plan': 'Terminplanung' },
  rows: (rows) => plural(rows, '1 Zeile', `${rows} Zeilen`),
  warnings: {
    title: 'Bitte beachten',
    paused: said('Das Backup ist angehalten.', 'Bis es fortgesetzt wird, veralten die Dateien auf Ihrem Server.'),
    plainFtp: said(
      'Die Verbindung ist nicht verschlüsselt.',
      'Passwort und Planung kann unterwegs jeder mitlesen. Fragen Sie Ihre IT nach SFTP oder FTPS.',
    ),
    notAtomic: (way) =>
      way === 'overwrite'
        ? said(
            'Dateien werden direkt überschrieben.',
            'Reißt die Verbindung ab, bleibt eine halbe Datei zurück. Besser ist ein Server, der Ersetzen durch Umbenennen erlaubt.',
          )
        : said(
            'Dateien werden gelöscht, bevor die neuen ihren Namen bekommen.',
            'Einen Augenblick lang, nach einem Abbruch auch länger, kann eine Datei fehlen.',
          ),
    notDelivered: (night) =>
      said(
        `In der Nacht ${night} sind nicht beide Dateien angekommen.`,
        'Was misslang und was zu tun ist, steht unter „Letzte Nächte“.',
      ),
    repetitionFailed: (night) =>
      said(
        `Die Nacht ${night} war angekommen; ihre Wiederholung ist fehlgeschlagen.`,
        'Was misslang und was zu tun ist, steht unter „Letzte Nächte“.',
      ),
    needsALook: (records) =>
      said(
        plural(
          records,
          'Ein Eintrag der Planung war nicht lesbar.',
          `${records} Einträge der Planung waren nicht lesbar.`,
        ),
        `${plural(records, 'In den Dateien steht er', 'In den Dateien stehen sie')} unter „Bitte prüfen“.`,
      ),
    overwrittenLate: (night) =>
      said(
        `Ein älterer Versuch hat die Dateien der Nacht ${night} vielleicht ersetzt.`,
        'Zur Sicherheit: „Jetzt sichern“.',
      ),
    noticeGivenUp: (names) =>
      said(
        `Die Mail über eine Änderung hat ${names} nicht erreicht.`,
        'Bitte geben Sie selbst Bescheid, und prüfen Sie die Adressen.',
      ),
    remaining: (destination, files) =>
      `Die früher geschriebenen Dateien ${files} bleiben unter ${destination} liegen. Dort ersetzt oder löscht sie niemand mehr.`,
  },
  actions: {
    backUpNow: 'Jetzt sichern',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    remove: 'Entfernen …',
    test: 'Verbindung testen',
    save: 'Speichern',
    setUp: 'Backup einrichten',
    keep: 'Backup behalten',
    reload: 'Seite neu laden',
    toThePage: 'Zurück zu den Einstellungen',
  },
  working: {
    test: 'Die Verbindung wird getestet. Das kann bis zu einer halben Minute dauern.',
    save: 'Wird gespeichert.',
    backUp: 'Die Dateien werden auf Ihren Server geschrieben.',
    other: 'Einen Moment bitte.',
    noAnswer: 'Es kam keine Antwort. Ihre Eingaben sind nicht verloren; bitte versuchen Sie es noch einmal.',
    passwordInAddress:
      'Die Adresse enthielt ein Passwort und wurde geleert. Bitte tragen Sie Adresse und Passwort in ihre eigenen Felder ein.',
  },
  form: GERMAN_FORM,
  trust: GERMAN_TRUST,
  test: {
    title: 'Ergebnis des Verbindungstests',
    ok: 'Die Verbindung steht: Eine Datei ließ sich schreiben, ersetzen und löschen.',
    failed: (step) => `Der Test kam nicht weiter bei: ${step}`,
    toBeTrusted: said(
      'Der Server ist erreichbar. Angemeldet hat sich noch niemand.',
      'Vergleichen Sie unten den Fingerabdruck, bestätigen Sie, dass Sie dem Server vertrauen, und testen Sie noch einmal.',
    ),
    steps: TEST_STEPS_SAID.de,
    done: 'erledigt',
    bad: 'fehlgeschlagen',
    notTried: 'nicht versucht',
    waiting: 'wartet auf Ihre Bestätigung',
    warnings: (warning) => inOneLine(testWarningSaid(warning, 'de')),
    couldReplace: (way) => `So wie gewählt lässt dieser Server Dateien nicht ersetzen. Was geht: ${way}.`,
    nextSave: 'Gespeichert ist noch nichts.',
    nextSaveWithPassword:
      'Gespeichert ist noch nichts. Bitte geben Sie das Passwort noch einmal ein: Die Seite schickt es nie an Ihren Browser zurück.',
    refusals: GERMAN_REFUSALS,
  },
  problems: GERMAN_PROBLEMS,
  messages: {
    setUp: 'Das Backup ist eingerichtet.',
    changed: 'Die Einstellungen sind gespeichert.',
    paused: 'Das Backup ist angehalten.',
    resumed: 'Das Backup läuft weiter.',
    removed: 'Das Backup ist entfernt und das gespeicherte Passwort vernichtet.',
    unchanged: 'Nichts wich von den gespeicherten Einstellungen ab; es wurde nichts geändert.',
    told: (names) => `Eine Mail darüber geht an ${names}.`,
    toldNobody: 'Es gibt keinen weiteren Administrator, dem man es mitteilen könnte.',
    nightEnded: {
      delivered: 'Beide Dateien liegen auf Ihrem Server.',
      'half-delivered': 'Nur eine der beiden Dateien ließ sich ersetzen.',
      failed: 'Die Dateien ließen sich nicht auf Ihren Server schreiben.',
      stopped: 'Die Sicherung wurde abgebrochen, weil sich die Einstellungen inzwischen geändert haben.',
      missed: 'In dieser Nacht lief nichts.',
    },
    nightRuns: 'Die Sicherung läuft. Laden Sie die Seite in einer Minute neu, um das Ergebnis zu sehen.',
    notSaved: 'Es wurde noch nichts gespeichert.',
    unavailable: said(
      'Das geht im Augenblick nicht. Geändert wurde nichts.',
      'Bitte versuchen Sie es in einigen Minuten noch einmal.',
    ),
    stale: (who) => `${who} hat die Einstellungen geändert, während Sie diese Seite offen hatten:`,
    staleKept: 'Was Sie eingegeben haben, steht noch im Formular, zusammen mit diesen Änderungen.',
    staleLook: 'Bitte sehen Sie es durch und speichern Sie noch einmal.',
  },
  nights: {
    title: 'Letzte Nächte',
    none: 'Es gab noch keine Nacht.',
    outcomes: {
      delivered: 'Angekommen',
      'half-delivered': 'Halb angekommen',
      failed: 'Fehlgeschlagen',
      stopped: 'Abgebrochen',
      missed: 'Versäumt',
      running: 'Läuft',
    },
    manual: 'von Hand wiederholt',
    startedAt: (moment) => `begonnen ${moment}`,
    needsALook: (records) => plural(records, '1 Eintrag bitte prüfen', `${records} Einträge bitte prüfen`),
    fileMissing: 'nicht geschrieben',
  },
  changes: {
    title: 'Letzte Änderungen',
    earlier: (count) =>
      plural(
        count,
        'Eine frühere Änderung steht im vollständigen Verlauf.',
        `${count} frühere Änderungen stehen im vollständigen Verlauf.`,
      ),
    leftTheOrganisation: 'nicht mehr in der Organisation',
    host: 'Der Planungsdienst',
    becomes: 'wird zu',
    nobodyToTell: 'Es gab keinen weiteren Administrator, dem man es mitteilen konnte.',
    waiting: (name) => `Mail an ${name}: wartet`,
    sent: (name, moment) => `Mail an ${name}: gesendet ${moment}`,
    givenUp: (name, moment) => `Mail an ${name}: aufgegeben ${moment}`,
    remaining: (destination) => `Früher geschriebene Dateien bleiben unter ${destination} liegen.`,
  },
  removing: {
    title: 'Backup entfernen?',
    nights: 'Ab jetzt werden keine Dateien mehr geschrieben.',
    password: 'Das gespeicherte Passwort wird vernichtet. Für eine neue Einrichtung ist es neu einzugeben.',
    files: (destination, files) =>
      `Die Dateien ${files} bleiben unter ${destination} liegen. Niemand löscht oder ersetzt sie.`,
    told: (names) => `Eine Mail darüber geht an ${names}.`,
    confirm: 'Backup entfernen',
  },
  troubles: GERMAN_TROUBLES,
  and,
};
