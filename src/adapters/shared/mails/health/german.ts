import { MONTHS, WEEKDAYS } from '../german.ts';
import type { HealthWording, MailDate } from './wording.ts';

const date = ({ weekday, day, month }: MailDate): string => `${WEEKDAYS[weekday - 1]}, ${day}. ${MONTHS[month - 1]}`;

/** A night is named by the day that it ends in. */
const night = (of: MailDate): string => `in der Nacht auf ${date(of)}`;

const AGES = ['von heute', 'von gestern'];

export const GERMAN_HEALTH: HealthWording = {
  failing: {
    subject: (organisation, of) => `ftp-Backup von ${organisation} fehlgeschlagen (${night(of)})`,
    lead: {
      failed: (organisation, of) =>
        `Das ftp-Backup von ${organisation} konnte ${night(of)} keine neuen Dateien auf Ihren Server schreiben.`,
      'half-delivered': (organisation, of) =>
        `Das ftp-Backup von ${organisation} konnte ${night(of)} nur eine der beiden Dateien auf Ihren Server schreiben.`,
      missed: (organisation, of) => `Das ftp-Backup von ${organisation} ist ${night(of)} nicht gelaufen.`,
      'overwritten-late': (organisation, of) =>
        `Das ftp-Backup von ${organisation} hat ${night(of)} beide Dateien geschrieben, aber ein früherer Versuch hat sie danach vielleicht noch einmal überschrieben.`,
    },
    since: (of) => `Das geht schon seit der Nacht auf ${date(of)} so.`,
  },
  reminded: {
    subject: (organisation, days) => `Erinnerung: ftp-Backup von ${organisation} seit ${days} Tagen gestört`,
    lead: (organisation, since) =>
      `Das ftp-Backup von ${organisation} ist seit der Nacht auf ${date(since)} gestört. Auf Ihrem Server liegen alte Dateien.`,
  },
  recovered: {
    subject: (organisation) => `ftp-Backup von ${organisation} funktioniert wieder`,
    lead: (organisation, of) =>
      `Das ftp-Backup von ${organisation} funktioniert wieder: Die Dateien der Nacht auf ${date(of)} liegen auf Ihrem Server.`,
    nothingToDo: 'Sie müssen nichts tun.',
    oldPlan:
      'Auf die Dateien ist nur bedingt Verlass: Sie kamen pünktlich, aber die Planung darin ist mehr als zwei Tage alt. Wenden Sie sich an den Betreiber des Dienstes; vielleicht gibt er eine alte Kopie aus.',
    since: (since) => `Gestört war es seit der Nacht auf ${date(since)}.`,
  },
  earlier: (from, to) =>
    from.day === to.day && from.month === to.month
      ? `Auch ${night(from)} kamen keine neuen Dateien an; das konnten wir erst jetzt feststellen.`
      : `Auch von der Nacht auf ${date(from)} bis zur Nacht auf ${date(to)} kamen keine neuen Dateien an; das konnten wir erst jetzt feststellen.`,
  cause: {
    heading: 'Woran es lag',
    headingOfLatest: 'Woran es zuletzt lag',
    missed: 'In dieser Nacht war der Dienst nicht in Betrieb, der das Backup ausführt. An Ihrem Server lag es nicht.',
    overwrittenLate:
      'Ein Versuch, der schon als abgebrochen galt oder zu einer früheren Nacht gehörte, hat seine Dateien verspätet abgelegt. Die Dateien können älter sein als vorgesehen; wo Ihr Server eine Datei nicht in einem Schritt ersetzt, kann eine fehlen oder unvollständig sein.',
  },
  files: {
    heading: 'Worauf Sie sich verlassen können',
    place: (where) => `Auf Ihrem Server (${where}) liegen diese Dateien:`,
    asOf: ({ date: of, time, days }) => `Stand: ${date(of)}, ${time} Uhr (${AGES[days] ?? `${days} Tage alt`}).`,
    until: ({ until }) =>
      until === null
        ? 'Sie reicht nicht mehr bis heute: Verlassen Sie sich nicht auf sie.'
        : `Sie reicht bis einschließlich ${date(until)}.`,
    mayBeBroken:
      'Vorsicht: Ein Versuch brach ab, während er diese Datei ersetzte. Sie kann fehlen oder unvollständig sein.',
    oldPlan: 'Vorsicht: Die Planung in dieser Datei ist mehr als zwei Tage alt.',
    none: 'Noch keine: Dorthin hat das Backup noch nie geschrieben.',
    onlyOne: 'Die andere der beiden Dateien wurde dort noch nie geschrieben.',
  },
  steps: {
    heading: 'Was zu tun ist',
    nothingAtTheServer: 'An Ihrem Server und an den Einstellungen müssen Sie nichts ändern.',
    testConnection:
      'Melden Sie sich in der Planung an, öffnen Sie Sicherheitseinstellungen, ftp-Backup, und wählen Sie dort „Verbindung testen“. Der Test zeigt Schritt für Schritt, was noch fehlt.',
    backUpNow:
      'Wählen Sie in den Sicherheitseinstellungen unter ftp-Backup „Jetzt sichern“, oder warten Sie die nächste Nacht ab: Es wird jede Nacht weiter versucht.',
    again: 'Geschieht es wieder, wenden Sie sich an den Betreiber des Dienstes.',
  },
  nextMail: {
    failing:
      'Sie bekommen deswegen nicht jede Nacht eine E-Mail. Wir schreiben, sobald es wieder funktioniert, und erinnern Sie sonst nach drei und nach sieben Tagen.',
    3: 'Wir schreiben, sobald es wieder funktioniert, und erinnern Sie sonst noch einmal nach sieben Tagen.',
    7: 'Das ist die letzte Erinnerung. Wir schreiben erst wieder, wenn es funktioniert.',
  },
  whyYou: (organisation) => `Sie erhalten diese E-Mail automatisch, weil Sie Administrator von ${organisation} sind.`,
};
