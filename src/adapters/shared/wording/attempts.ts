import type { AttemptEvent, SaveRejected, StoredPasswordOpened } from '../../../domain/attempts/events.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { failureSaid, stepSaid } from './failures.ts';
import { rejectionSaid } from './rejections.ts';
import { destinationText } from './settings.ts';

/** What was tried, and what it was about or came of it. */
export interface AttemptSaid {
  readonly what: string;
  readonly detail: string;
}

interface AttemptWords {
  readonly rejected: Readonly<Record<SaveRejected['command'], string>>;
  readonly tested: string;
  readonly testedWell: string;
  readonly opened: Readonly<Record<StoredPasswordOpened['purpose'], string>>;
  readonly further: string;
  readonly furtherCount: (hour: string, count: number) => string;
}

const ENGLISH: AttemptWords = {
  rejected: {
    SaveSettings: 'saving rejected',
    PauseBackup: 'pausing rejected',
    ResumeBackup: 'resuming rejected',
    RemoveBackup: 'removing rejected',
    ChangeTimeZone: 'change of the time zone rejected',
  },
  tested: 'connection tested',
  testedWell: 'every step went well',
  opened: {
    night: 'stored password or key used for a night',
    'connection-test': 'stored password or key used for a connection test',
  },
  further: 'further attempts',
  furtherCount: (hour, count) => `${count} of one kind in the hour from ${hour}:00 UTC`,
};

const GERMAN: AttemptWords = {
  rejected: {
    SaveSettings: 'Speichern abgelehnt',
    PauseBackup: 'Anhalten abgelehnt',
    ResumeBackup: 'Fortsetzen abgelehnt',
    RemoveBackup: 'Entfernen abgelehnt',
    ChangeTimeZone: 'Wechsel der Zeitzone abgelehnt',
  },
  tested: 'Verbindung getestet',
  testedWell: 'alle Schritte gelangen',
  opened: {
    night: 'gespeichertes Passwort oder Schlüssel für eine Nacht verwendet',
    'connection-test': 'gespeichertes Passwort oder Schlüssel für einen Verbindungstest verwendet',
  },
  further: 'weitere Versuche',
  furtherCount: (hour, count) => `${count} gleicher Art in der Stunde ab ${hour}:00 UTC`,
};

const WORDS = { en: ENGLISH, de: GERMAN } as const;

/** A rejected save, a test or a use of the stored password, in words; a reason with its code. */
export const attemptSaid = (event: AttemptEvent, locale: Locale): AttemptSaid => {
  const words = WORDS[locale];
  switch (event.type) {
    case 'SaveRejected':
      return {
        what: words.rejected[event.command],
        detail: `${event.reason}: ${rejectionSaid(event.reason, locale).what}`,
      };
    case 'ConnectionTested': {
      const { failure } = event;
      const came =
        failure === null
          ? words.testedWell
          : `${failure.code}: ${stepSaid(failure.step, locale)}: ${failureSaid(failure, locale).what}`;
      return { what: words.tested, detail: `${destinationText(event.destination, locale)}, ${event.user}: ${came}` };
    }
    case 'StoredPasswordOpened':
      return { what: words.opened[event.purpose], detail: '' };
    case 'FurtherAttemptsCounted':
      return { what: words.further, detail: words.furtherCount(event.hour.replace('T', ' '), event.count) };
    default:
      return event satisfies never;
  }
};
