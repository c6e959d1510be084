import { said } from '../../../shared/wording/said.ts';
import type { Words } from './words.ts';

export const GERMAN_WARNINGS: Words['warnings'] = {
  'plain-ftp': () =>
    said(
      'Das Passwort geht ungeschützt über die Leitung: Jeder unterwegs kann es mitlesen.',
      'Nehmen Sie sftp://, ftps:// oder --tls explicit.',
    ),
  'not-atomic': () =>
    said(
      'Dateien werden nicht in einem Schritt ersetzt: Reißt die Verbindung ab, kann eine fehlen oder halb sein.',
      'Lassen Sie am Server erlauben, dass Umbenennen eine Datei ersetzt, und nehmen Sie --replace atomic.',
    ),
  'master-key-made': (file) =>
    said(
      `Ein Hauptschlüssel wurde angelegt: ${file}. Er liegt neben dem Datenbestand; wer den Ordner kopiert, hat beides.`,
      'Bewahren Sie ihn anderswo auf: Verschieben Sie ihn, und nennen Sie seinen Ort in PLANNING_BACKUP_MASTER_KEY_FILE. Sichern Sie ihn getrennt vom Datenbestand.',
    ),
  'master-key-beside-store': (file) =>
    said(
      `Der Hauptschlüssel ${file} liegt neben dem Datenbestand: Wer den Ordner kopiert, hat beides.`,
      'Verschieben Sie ihn, und nennen Sie seinen Ort in PLANNING_BACKUP_MASTER_KEY_FILE.',
    ),
  'audit-key-beside-store': (file) =>
    said(
      `Der Prüfschlüssel ${file} liegt beim Datenbestand: Wer den Bestand ändern kann, kann das Geänderte auch signieren.`,
      'Legen Sie ihn an einen anderen Ort, und nennen Sie den in PLANNING_BACKUP_AUDIT_KEY_FILE.',
    ),
  'night-not-begun': (night) =>
    said(
      `Die Nacht ${night} sollte vorüber sein, und niemand hat sie begonnen: Kein worker hat nachgesehen.`,
      'Starten Sie worker oder serve, und sorgen Sie dafür, dass er läuft; oder starten Sie backup für heute von Hand.',
    ),
  'night-silent': (night) =>
    said(
      `Die Nacht ${night} wurde begonnen, und wer sie begann, gibt kein Lebenszeichen.`,
      'Starten Sie worker oder serve, oder backup: Es wartet auf ein Lebenszeichen und übernimmt dann.',
    ),
  'repetition-failed': (night) =>
    said(
      `Die Nacht ${night} war angekommen; ihre Wiederholung ist fehlgeschlagen.`,
      'Beheben Sie, was bei ihren Dateien genannt ist.',
    ),
  paused: () => said('Das Backup ist angehalten: Keine Nacht wird geliefert.', 'Setzen Sie es mit resume fort.'),
  'last-night-not-delivered': (night) =>
    said(
      `Die letzte Nacht, ${night}, wurde nicht vollständig geliefert.`,
      'Beheben Sie, was bei den Dateien steht, und starten Sie backup.',
    ),
  'last-night-not-ended': (night) =>
    said(
      `Die letzte Nacht, ${night}, hat nicht geendet: Sie läuft noch, oder ihr Prozess ist gestorben.`,
      'Läuft nichts mehr, starten Sie backup: Es wartet auf ein Lebenszeichen und übernimmt dann.',
    ),
  'records-need-a-look': (number) =>
    said(
      `Einträge des Plans, die in der letzten Nacht nicht lesbar waren und in den Arbeitsmappen fehlen: ${number}.`,
      'Sie stehen in den Arbeitsmappen auf einem eigenen Blatt; berichtigen Sie sie in der Planung.',
    ),
  'overwritten-late': (night) =>
    said(
      `Über die Dateien der Nacht ${night} hat ein älterer Versuch vielleicht verspätet seine eigenen gelegt.`,
      'Starten Sie backup noch einmal, damit die neuesten Dateien dort liegen.',
    ),
  'record-not-signed': () =>
    said(
      'Eine Änderung oder eine Nacht ist aufgezeichnet und steht in keinem signierten Prüfpunkt: Was nicht signiert ist, lässt sich unbemerkt verändern.',
      'Die nächste Änderung oder Nacht signiert es, und auch audit export; bleibt es dabei, beachten Sie, was eine Änderung dazu sagt.',
    ),
  'record-not-checked': (problem) =>
    said(`Ob die Aufzeichnung die signierte ist, ließ sich nicht prüfen: ${problem}.`, 'Beheben Sie, was genannt ist.'),
  'master-key-unusable': (problem) =>
    said(
      `Versiegeltes lässt sich nicht öffnen: ${problem}. Keine Nacht und keine Mail gelingt, und kein worker startet.`,
      'Legen Sie den richtigen Schlüssel zurück, oder nennen Sie seinen Ort in PLANNING_BACKUP_MASTER_KEY_FILE. Wer nur eine Kopie liest, braucht keinen.',
    ),
  'change-not-signed': (problem) =>
    said(
      `Die Änderung ist aufgezeichnet, ließ sich aber nicht signieren: ${problem}. Was nicht signiert ist, lässt sich unbemerkt verändern.`,
      'Beheben Sie, was genannt ist; dann signiert es die nächste Änderung oder Nacht, und auch audit export.',
    ),
};
