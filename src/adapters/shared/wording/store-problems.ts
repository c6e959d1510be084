import { SigningKeyUnavailable } from '../../../application/ports/checkpoint-signer.ts';
import { CheckpointSinkUnavailable } from '../../../application/ports/checkpoint-sink.ts';
import { AlteredHistory, EventLogUnavailable } from '../../../application/ports/event-log.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { errorLine } from '../described-errors/described-error.ts';

/** The English of stores, keys and checkpoints; what is missing here stays English. */
const GERMAN: readonly (readonly [RegExp, string])[] = [
  [/^stream (\S+), version (\d+) was altered, .*$/s, 'Strom $1, Version $2, oder ein Ereignis davor'],
  [
    /^stream (\S+), version (\d+) is another event than the one that was signed$/,
    'Strom $1, Version $2 ist ein anderes Ereignis als das, das signiert wurde',
  ],
  [
    /^stream (\S+) ends before version (\d+), which was signed$/,
    'Strom $1 endet vor der Version $2, die signiert wurde',
  ],
  [/^stream (\S+), version (\d+), ([^:]+): .*$/s, 'Strom $1, Version $2, $3'],
  [/^checkpoint (\d+) of organisation (\S+) .*$/s, 'Prüfpunkt $1 der Organisation $2'],
  [/^(\S+) is written to by too many at once$/, 'zu viele schreiben zugleich in $1'],
  [/: the disk is full$/, ': die Festplatte ist voll'],
  [/: another process holds it$/, ': ein anderer Prozess hält ihn fest'],
  [/: the disk cannot read or write it$/, ': die Festplatte kann ihn nicht lesen oder schreiben'],
  [/: it is no database$/, ': das ist keine Datenbank'],
  [/: it is damaged$/, ': er ist beschädigt'],
  [/: it cannot be opened$/, ': er lässt sich nicht öffnen'],
  [/: it may not be written$/, ': das Recht, ihn zu schreiben, fehlt'],
  [/: it may not be opened$/, ': das Recht, ihn zu öffnen, fehlt'],
  [/: its directory does not exist$/, ': seinen Ordner gibt es nicht'],
  [/: its directory is none$/, ': sein Ordner ist keiner'],
  [/: it is a directory$/, ': das ist ein Ordner'],
  [/: it belongs to another user$/, ': er gehört einem anderen Benutzer'],
  [/^EventStoreDB at (\S+): it cannot be reached$/, 'EventStoreDB auf $1 ist nicht zu erreichen'],
  [/^EventStoreDB at (\S+): it did not answer in time$/, 'EventStoreDB auf $1 hat nicht rechtzeitig geantwortet'],
  [
    /^EventStoreDB at (\S+): it refuses the user, the password or the right to do this$/,
    'EventStoreDB auf $1 weist Benutzer oder Passwort zurück, oder es fehlt ein Recht',
  ],
  [
    /^EventStoreDB at (\S+): an event is larger than it takes \(its setting MaxAppendSize\)$/,
    'Ein Ereignis ist größer, als EventStoreDB auf $1 es annimmt (dort die Einstellung MaxAppendSize)',
  ],
  [/^EventStoreDB at (\S+): it was closed$/, 'die Verbindung zu EventStoreDB auf $1 wurde geschlossen'],
  [
    /^another rotation of the master key came in between: try again when it has ended$/,
    'ein anderer Wechsel des Hauptschlüssels kam dazwischen: Versuchen Sie es wieder, wenn er beendet ist',
  ],
  [
    /: it is sealed, because what it holds moves to (.*), or has moved there$/,
    ': er ist versiegelt, weil sein Inhalt nach $1 umzieht oder umgezogen ist',
  ],
  [
    /^EventStoreDB at (\S+): a move into it has not ended: go on with it first$/,
    'der Umzug nach EventStoreDB auf $1 ist nicht zu Ende: Setzen Sie erst diesen fort',
  ],
  [
    /^EventStoreDB at (\S+): a move into it was given up: use an empty one$/,
    'ein Umzug nach EventStoreDB auf $1 wurde aufgegeben: Nehmen Sie einen leeren Cluster',
  ],
  [
    /: it cannot be read where it lies, and no copy can be made in (.*) \((\S+)\): name a folder with room in TMPDIR$/,
    ': er lässt sich an seinem Ort nicht lesen, und in $1 lässt sich keine Kopie anlegen ($2). Nennen Sie in TMPDIR einen Ordner, in dem Platz ist',
  ],
  [/: it was closed$/, ': er wurde geschlossen'],
  [/: it is the database of another program$/, ': das ist die Datenbank eines anderen Programms'],
  [/: it was written by a newer version of this software .*$/, ': eine neuere Version hat ihn geschrieben'],
  [
    /^(.*) does not hold the master key (\S+), which the store is sealed with: put that key back$/s,
    '$1 enthält nicht den Hauptschlüssel $2, mit dem der Datenbestand versiegelt ist: Legen Sie diesen zurück',
  ],
  [/^(.*) is sealed with the master key (\S+)$/s, '$1 ist mit dem Hauptschlüssel $2 versiegelt, und der fehlt'],
  [
    / is no master key: it must hold 32 bytes in Base64, 44 characters$/,
    ' ist kein Hauptschlüssel: Darin müssen 32 Bytes in Base64 stehen, 44 Zeichen',
  ],
  [
    / is no audit key: it must hold a private key of Ed25519 in PEM$/,
    ' ist kein Prüfschlüssel: Darin muss ein privater Schlüssel von Ed25519 in PEM stehen',
  ],
  [
    /^the checkpoints were signed with the key (\S+), and the key here is (\S+): put that key back$/,
    'die Prüfpunkte sind mit dem Schlüssel $1 signiert, und hier liegt der Schlüssel $2. Legen Sie jenen zurück',
  ],
  [
    /^the checkpoints were signed with the key (\S+), which is missing: put it back$/,
    'die Prüfpunkte sind mit dem Schlüssel $1 signiert, und der fehlt. Legen Sie ihn zurück',
  ],
  [
    /^(.*) is missing, but (.*) is there: put the private key back, or name its place$/s,
    '$1 fehlt, und $2 ist da: Legen Sie den privaten Schlüssel zurück, oder nennen Sie seinen Ort',
  ],
  [
    / does not say what was signed last: it was altered$/,
    ' sagt nicht, was zuletzt signiert wurde: sie wurde verändert',
  ],
  [/^the checkpoints are written by too many at once$/, 'zu viele schreiben zugleich Prüfpunkte'],
  [
    /^the checkpoints in (.*): another process writes to it$/s,
    'in den Ordner der Prüfpunkte, $1, schreibt gerade ein anderer Prozess',
  ],
  [/^the checkpoints in (.*): (\S+)$/s, 'der Ordner der Prüfpunkte, $1, ist nicht zu verwenden ($2)'],
  [/ is no file$/, ' ist keine Datei'],
  [
    / is open to others than its owner: make it so with chmod 600$/,
    ' ist nicht nur für den Besitzer offen: Beheben Sie das mit chmod 600',
  ],
  [/ cannot be written \((\S+)\)$/, ' lässt sich nicht schreiben ($1)'],
  [/ cannot be removed \((\S+)\)$/, ' lässt sich nicht löschen ($1)'],
  [/ cannot be replaced \((\S+)\)$/, ' lässt sich nicht ersetzen ($1)'],
  [/ cannot be read \((\S+)\)$/, ' lässt sich nicht lesen ($1)'],
];

/** What is wrong with a store, a key or the checkpoints, as part of a sentence. */
export const storeProblemText = (message: string, locale: Locale): string => {
  if (locale === 'en') return message;
  const found = GERMAN.find(([pattern]) => pattern.test(message));
  return found === undefined ? message : message.replace(found[0], found[1]);
};

/** Why something could not be recorded or signed, as part of a sentence. What nobody foresaw is named as logs name it. */
export const recordingProblemText = (error: unknown, locale: Locale): string => {
  if (error instanceof AlteredHistory) {
    const place = storeProblemText(error.message, locale);
    return locale === 'de' ? `sie wurde verändert (${place})` : place;
  }
  const isForeseen = [SigningKeyUnavailable, CheckpointSinkUnavailable, EventLogUnavailable].some(
    (known) => error instanceof known,
  );
  return isForeseen ? storeProblemText((error as Error).message, locale) : errorLine(error);
};
