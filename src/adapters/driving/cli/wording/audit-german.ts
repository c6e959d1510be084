import { said } from '../../../shared/wording/said.ts';
import type { AuditWords, FoundWords } from './audit-words.ts';

const number = new Intl.NumberFormat('de');

const FOUND: FoundWords = {
  'line-malformed': 'die Zeile hat eine andere Form, als das Format ihr gibt',
  'line-misplaced': 'eine Zeile dieser Art darf hier nicht stehen',
  'hash-differs': 'der Inhalt hat nicht die Prüfsumme, die daneben steht',
  'chain-broken': 'es nennt einen anderen Vorgänger als das Ereignis davor',
  'version-out-of-order': 'ein Ereignis fehlt, steht doppelt da oder an der falschen Stelle',
  'stream-out-of-order': 'die Folge steht an der falschen Stelle oder kommt noch einmal',
  'stream-foreign': 'die Folge gehört nicht zu dieser Organisation',
  'checkpoint-differs': 'ein signierter Prüfpunkt nennt hier ein anderes Ereignis',
  'ends-before-checkpoint': 'es fehlt, und ein signierter Prüfpunkt sagt, dass es da war',
  'goes-beyond-checkpoint': 'kein signierter Prüfpunkt kennt es',
  'head-differs': 'die angegebene Prüfsumme nennt hier ein anderes Ereignis',
  'ends-before-head': 'es fehlt, und die angegebene Prüfsumme sagt, dass es da war',
  'checkpoint-malformed': 'es ist kein Prüfpunkt',
  'checkpoint-foreign': 'er gehört zu einer anderen Organisation',
  'checkpoint-out-of-order': 'er folgt nicht aus dem davor, oder einer fehlt',
  'checkpoint-goes-back': 'er signiert weniger als einer davor',
  'checkpoint-totals-differ': 'seine Summen passen nicht',
  'signature-wrong': 'die Signatur ist falsch',
  'signed-by-another-key': 'der angegebene Schlüssel hat keinen der Prüfpunkte signiert',
};

export const AUDIT_GERMAN: AuditWords = {
  request: 'Anfrage',
  columns: [
    'Version',
    'Zeitpunkt (UTC)',
    'Ortszeit',
    'Wer',
    'ID',
    'Anfrage',
    'Was',
    'Vorher',
    'Nachher',
    'Benachrichtigt',
  ],
  sheet: 'Verlauf',
  title: (organisation, at) =>
    at === null ? `Verlauf des Backups von ${organisation}` : `Backup von ${organisation}, Stand ${at}`,
  hint: 'Namen sind die von heute, IDs ändern sich nie. Beweisen lässt sich dies mit der Beweisdatei aus audit export.',
  written: (file) => `Geschrieben nach ${file}.`,
  outputMissing: said('Eine Arbeitsmappe wird nur in eine Datei geschrieben.', 'Nennen Sie die Datei mit --output.'),
  outputUnusable: (file, code) =>
    said(
      `${file} ließ sich nicht schreiben (${code}).`,
      'Nennen Sie eine Datei in einem Ordner, in den Sie schreiben dürfen.',
    ),
  instantMalformed: (text) =>
    said(`${text} ist kein Zeitpunkt.`, 'Schreiben Sie ihn wie 2026-11-25T05:00:00Z oder mit einem Versatz, +01:00.'),
  asOf: {
    what: 'Was',
    value: 'Wert',
    at: 'Stand',
    status: 'Zustand',
    notSetUp: 'nicht eingerichtet',
    version: 'Version',
    since: 'seit',
    until: 'bis',
    stillSo: 'seitdem unverändert',
    nights: 'Nächte unter diesen Einstellungen',
    noNights: 'keine Nacht unter diesen Einstellungen',
  },
  exported: (file, events, checkpoints) =>
    `${number.format(events)} Ereignisse und ${number.format(checkpoints)} Prüfpunkte nach ${file} geschrieben.`,
  exportedAltered: (place) =>
    said(
      `Die Aufzeichnung wurde verändert: ${place}. Sie wurde geschrieben, wie sie ist, und nicht signiert.`,
      'Wo, zeigt audit verify.',
    ),
  fileUnreadable: (file, code) =>
    said(`${file} lässt sich nicht lesen (${code}).`, 'Nennen Sie eine Datei, die audit export geschrieben hat.'),
  publicKeyUnreadable: (file) =>
    said(
      `In ${file} steht kein öffentlicher Ed25519-Schlüssel in PEM.`,
      'Nennen Sie die audit-public.pem, die Sie vorab bekommen haben.',
    ),
  headMalformed: (text) =>
    said(
      `${text} ist keine Version mit Prüfsumme.`,
      'Schreiben Sie beides, wie eine Mail es nennt: 12: und dahinter die 64 Hexziffern.',
    ),
  anchored: 'Unverändert, und verbürgt durch das, was Sie angegeben haben.',
  notAnchored: said(
    'In sich stimmig, nicht verankert: Nichts darin widerspricht sich, aber wer die Datei schrieb, kann alles erfunden haben.',
    'Geben Sie mit --public-key einen Schlüssel oder mit --head Version und Prüfsumme aus einer Mail an, die nicht mit der Datei kamen.',
  ),
  unreadable: (problem, line) =>
    ({
      'no-bundle': said('Dies ist keine Beweisdatei.', 'Nennen Sie eine Datei, die audit export geschrieben hat.'),
      'no-json': said(`Zeile ${line} ist abgeschnitten.`, 'Lassen Sie sich die Datei noch einmal schicken.'),
      'no-text': said(`Zeile ${line} ist kein Text.`, 'Lassen Sie sich die Datei noch einmal schicken.'),
    })[problem],
  altered: ({ found, line, stream, version, checkpoint }) => {
    const places = [
      ...(checkpoint !== null && stream === null ? [`Prüfpunkt ${checkpoint}`] : []),
      ...(stream === null ? [] : [version === null ? `Folge ${stream}` : `Folge ${stream}, Version ${version}`]),
    ];
    const by = checkpoint !== null && stream !== null ? ` (Prüfpunkt ${checkpoint})` : '';
    return said(
      `Verändert: ${[...places, `Zeile ${line}`].join(', ')}: ${FOUND[found]}${by}.`,
      'Ab hier ist nichts bewiesen. Bewahren Sie die Datei auf, und fragen Sie nach den Kopien, die andere haben.',
    );
  },
  labels: {
    organisation: 'Organisation',
    events: 'Ereignisse',
    checkpoints: 'Prüfpunkte',
    configuration: 'Einstellungen',
    byKey: 'Schlüssel',
    byHead: 'Prüfsumme',
  },
  eventsIn: (events, streams) => `${number.format(events)} in ${number.format(streams)} Folgen`,
  keyVouches: (keyId) => `${keyId} verbürgt alles`,
  headVouches: (version) => `verbürgt die Einstellungen bis Version ${version}`,
  beyondHead: (version) =>
    `  Was nach Version ${version} geändert wurde, die Nächte, die Mails und die Versuche verbürgt nichts davon. Ein Schlüssel tut es.`,
  signingUnavailable: (message) =>
    said(`Die Aufzeichnung ließ sich nicht signieren: ${message}.`, 'Beheben Sie, was genannt ist.'),
  rotated:
    'Die Prüfpunkte aller Organisationen werden ab jetzt mit einem neuen Schlüssel signiert. Geben Sie audit-public.pem an alle, die prüfen; wer den alten hat, wird zum neuen geführt.',
};
