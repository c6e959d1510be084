import type { MovedHouse, MoveProgress, MoveRefusal } from '../../../../application/moving-house/results.ts';
import { type Said, said } from '../../../shared/wording/said.ts';
import { counting } from './counting.ts';

/** What is said of moving to another store, in one language. */
export interface MovingWords {
  /** For a terminal or a log: one line. */
  readonly progress: (progress: MoveProgress) => string;
  readonly moved: (to: string, moved: MovedHouse) => readonly string[];
  readonly movedBefore: (to: string) => string;
  readonly goOn: string;
  readonly stays: (hadBegun: boolean) => string;
  /** At every look into a store that was moved out of. */
  readonly sealed: (to: string) => string;
  readonly noCluster: Said;
  readonly refused: Readonly<Record<MoveRefusal, (to: string) => Said>>;
}

const english = counting('en');

/** Not where a move has ended: what was recorded there since would be forgotten. */
const STILL_SEALED =
  'If status shows this store as sealed, and its own move has never ended, migrate --abandon gives that up.';

export const MOVING_ENGLISH: MovingWords = {
  progress: ({ step, done }) =>
    ({
      reading: 'Reading the store through: nothing is sealed yet.',
      sealing: 'Sealing the store: from here on nothing is written to it.',
      copying: `Copied: ${english(done, 'stream', 'streams')}.`,
      verifying: `Compared: ${english(done, 'stream', 'streams')}.`,
    })[step],
  moved: (to, { streams, events, secrets, noticeRecords, unopened }) => [
    `Moved to ${to}, and compared: ${english(events, 'event', 'events')} in ${english(streams, 'stream', 'streams')}, ${english(secrets, 'secret', 'secrets')}, ${english(noticeRecords, 'record', 'records')} of whom to tell.`,
    ...(unopened === 0
      ? []
      : [`Sealed with a master key that is not at hand, and opened by nobody here either: ${unopened}.`]),
  ],
  movedBefore: (to) => `This store was moved to ${to} before. Nothing was done.`,
  goOn: 'Go on with PLANNING_BACKUP_EVENTSTORE set for every command. The old store stays sealed and readable. It holds names, addresses and sealed passwords that nobody erases any more: delete it when you need it no longer.',
  stays: (hadBegun) =>
    hadBegun
      ? 'The move was given up. The embedded store is written to again, and the cluster takes nothing: empty it before another move.'
      : 'The move was given up before it began in the cluster: nothing of this store is there, and the cluster was left alone. The embedded store is written to again.',
  sealed: (to) =>
    `Note: this store is sealed, because it moves to ${to}, or has moved there. It is shown as it was then.`,
  noCluster: said(
    'PLANNING_BACKUP_EVENTSTORE names no cluster to move into.',
    'Set it to esdb://user:password@host:2113.',
  ),
  refused: {
    'target-in-use': (to) =>
      said(`${to} is not empty.`, `Name an empty one. Nothing was changed there. ${STILL_SEALED}`),
    'target-of-another-move': (to) =>
      said(
        `Into ${to} another move was made, or was given up there.`,
        `Name an empty one, or go on with the store that began that move. ${STILL_SEALED}`,
      ),
    'moves-already': () =>
      said(
        'Another migrate is at work on this store at this moment.',
        'Wait until it has ended; if it is cut, call migrate again, which goes on.',
      ),
    'moves-elsewhere': (to) =>
      said(
        `This store moves to another place than ${to}, or that move was given up meanwhile.`,
        'Name the place that this move began with; status says which.',
      ),
    'has-arrived': (to) =>
      said(
        `The move to ${to} has ended, and can no longer be given up: what was recorded there since is nowhere else.`,
        'See “The way back” in the operations guide.',
      ),
    'nobody-moves': () => said('This store is not sealed: there is no move to give up.', 'Check --data.'),
  },
};

const german = counting('de');

const STILL_SEALED_GERMAN =
  'Zeigt status diesen Datenbestand als versiegelt, obwohl sein eigener Umzug nie zu Ende gegangen ist, geben Sie den Umzug mit migrate --abandon auf.';

/** A place says itself in English. */
const there = (to: string): string => to.replace(/^EventStoreDB at /, 'EventStoreDB auf ');

export const MOVING_GERMAN: MovingWords = {
  progress: ({ step, done }) =>
    ({
      reading: 'Der Datenbestand wird durchgelesen; versiegelt ist noch nichts.',
      sealing: 'Der Datenbestand wird versiegelt: Ab hier wird nichts mehr hineingeschrieben.',
      copying: `Kopiert: ${german(done, 'Strom', 'Ströme')}.`,
      verifying: `Verglichen: ${german(done, 'Strom', 'Ströme')}.`,
    })[step],
  moved: (to, { streams, events, secrets, noticeRecords, unopened }) => [
    `Umgezogen nach ${there(to)} und verglichen: ${german(events, 'Ereignis', 'Ereignisse')} in ${german(streams, 'Strom', 'Strömen')}, ${german(secrets, 'Geheimnis', 'Geheimnisse')}, ${german(noticeRecords, 'Eintrag', 'Einträge')} darüber, wem etwas mitzuteilen ist.`,
    ...(unopened === 0
      ? []
      : [`Mit einem Hauptschlüssel versiegelt, den es hier nicht gibt, und auch bisher nicht zu öffnen: ${unopened}.`]),
  ],
  movedBefore: (to) => `Dieser Datenbestand ist schon früher nach ${there(to)} umgezogen. Es wurde nichts getan.`,
  goOn: 'Setzen Sie von jetzt an für jeden Befehl PLANNING_BACKUP_EVENTSTORE. Der alte Datenbestand bleibt versiegelt und lesbar. Er enthält Namen, Adressen und versiegelte Passwörter, die niemand mehr löscht: Löschen Sie ihn, wenn Sie ihn nicht mehr brauchen.',
  stays: (hadBegun) =>
    hadBegun
      ? 'Der Umzug ist aufgegeben. In den eingebetteten Datenbestand wird wieder geschrieben; der Cluster nimmt nichts an: Leeren Sie ihn vor einem weiteren Umzug.'
      : 'Der Umzug ist aufgegeben, bevor er im Cluster begonnen hat: Dort liegt nichts aus diesem Datenbestand, und am Cluster wurde nichts geändert. In den eingebetteten Datenbestand wird wieder geschrieben.',
  sealed: (to) =>
    `Hinweis: Dieser Datenbestand ist versiegelt, weil er nach ${there(to)} umzieht oder umgezogen ist. Sie sehen ihn so, wie er dabei war.`,
  noCluster: said(
    'PLANNING_BACKUP_EVENTSTORE nennt keinen Cluster, in den umzuziehen wäre.',
    'Setzen Sie es auf esdb://benutzer:passwort@host:2113.',
  ),
  refused: {
    'target-in-use': (to) =>
      said(
        `${there(to)} ist nicht leer.`,
        `Nennen Sie einen leeren Cluster. Dort wurde nichts geändert. ${STILL_SEALED_GERMAN}`,
      ),
    'target-of-another-move': (to) =>
      said(
        `In ${there(to)} ist schon ein anderer Umzug gegangen, oder einer wurde dort aufgegeben.`,
        `Nennen Sie einen leeren Cluster, oder setzen Sie den Umzug mit dem Datenbestand fort, der ihn begonnen hat. ${STILL_SEALED_GERMAN}`,
      ),
    'moves-already': () =>
      said(
        'Mit diesem Datenbestand ist gerade schon ein anderes migrate beschäftigt.',
        'Warten Sie, bis es zu Ende ist; bricht es ab, rufen Sie migrate noch einmal auf: Es macht dort weiter.',
      ),
    'moves-elsewhere': (to) =>
      said(
        `Dieser Datenbestand zieht anderswohin um als nach ${there(to)}, oder der Umzug wurde inzwischen aufgegeben.`,
        'Nennen Sie den Ort, mit dem der Umzug begonnen hat; status zeigt ihn.',
      ),
    'has-arrived': (to) =>
      said(
        `Der Umzug nach ${there(to)} ist zu Ende und nicht mehr aufzugeben: Was dort seither aufgezeichnet wurde, steht nirgends sonst.`,
        'Lesen Sie im Betriebshandbuch „The way back“.',
      ),
    'nobody-moves': () =>
      said('Dieser Datenbestand ist nicht versiegelt: Es gibt keinen Umzug aufzugeben.', 'Prüfen Sie --data.'),
  },
};
