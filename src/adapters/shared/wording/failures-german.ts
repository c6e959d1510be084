import type { FailureCode, FailureStep } from '../../../domain/backup-run/failure.ts';
import { type Said, said } from './said.ts';

/** What was being done, as the beginning of a line. */
export const GERMAN_STEPS: Readonly<Record<FailureStep, string>> = {
  collect: 'beim Lesen des Plans',
  render: 'beim Schreiben der Arbeitsmappen',
  unlock: 'beim Öffnen des gespeicherten Passworts',
  host: 'beim Suchen des Servers',
  reach: 'beim Verbinden mit dem Server',
  secure: 'beim Absichern der Verbindung',
  'log-in': 'beim Anmelden',
  directory: 'beim Wechseln in das Verzeichnis',
  upload: 'beim Hochladen',
  size: 'beim Prüfen der Größe der hochgeladenen Datei',
  replace: 'beim Ersetzen der Datei',
  'clean-up': 'beim Aufräumen',
  record: 'beim Abschließen der Nacht',
};

export const GERMAN_FAILURES: Readonly<Record<FailureCode, Said>> = {
  'plan-unavailable': said(
    'Der Plan war nicht zu bekommen.',
    'Prüfen Sie, ob die Quelle des Plans gelesen werden kann.',
  ),
  'plan-unreadable': said(
    'Was gelesen wurde, ist kein vollständiger Plan.',
    'Lassen Sie den Plan noch einmal ausgeben; vielleicht ist er abgeschnitten.',
  ),
  'records-need-a-look': said(
    'Einige Einträge des Plans sind nicht lesbar, und die Nacht sollte das nicht hinnehmen.',
    'Berichtigen Sie die genannten Einträge, oder lassen Sie --strict weg.',
  ),
  'workbook-failed': said(
    'Eine Arbeitsmappe ließ sich nicht schreiben.',
    'Das ist ein Fehler des Programms: Bitte melden Sie ihn.',
  ),
  'password-unavailable': said(
    'Das gespeicherte Passwort oder der Schlüssel lässt sich nicht öffnen.',
    'Prüfen Sie, ob die Hauptschlüsseldatei zu diesem Datenordner gehört, oder geben Sie das Passwort mit configure neu ein.',
  ),
  'host-not-reachable': said(
    'Unter diesem Namen oder dieser Adresse ist der Server nicht zu erreichen.',
    'Prüfen Sie den Namen. Verbunden wird nur mit öffentlichen Adressen, es sei denn, der Betreiber erlaubt ein Netz (--allow-network).',
  ),
  'connection-refused': said(
    'Der Server lehnt Verbindungen auf diesem Port ab.',
    'Prüfen Sie den Port, und ob der Dienst läuft und von außen erreichbar ist.',
  ),
  'no-answer': said(
    'Der Server antwortet nicht.',
    'Prüfen Sie Port und Firewall. Auch eine unverschlüsselte Verbindung zu einem Port, der TLS erwartet, sieht so aus.',
  ),
  'connection-lost': said(
    'Die Verbindung ist abgerissen.',
    'Versuchen Sie es noch einmal; geschieht es öfter, helfen das Protokoll des Servers und seine Grenzen für Verbindungen weiter.',
  ),
  'deadline-passed': said(
    'Es dauerte zu lange und wurde abgebrochen.',
    'Prüfen Sie, wie ausgelastet der Server und seine Leitung sind, und versuchen Sie es noch einmal.',
  ),
  'other-protocol': said(
    'Auf diesem Port antwortet etwas anderes als das erwartete Protokoll.',
    'Prüfen Sie das Protokoll (sftp, ftps, ftp) und den Port: SFTP hat meist 22, FTP 21, FTPS mit implizitem TLS 990.',
  ),
  'tls-not-offered': said(
    'Der Server bietet keine Verschlüsselung an.',
    'Lassen Sie TLS am Server einschalten, oder nehmen Sie SFTP. Ohne TLS kann jeder unterwegs das Passwort mitlesen.',
  ),
  'tls-failed': said(
    'Die verschlüsselte Verbindung kam nicht zustande.',
    'Prüfen Sie die TLS-Einstellungen des Servers; er muss TLS 1.2 oder neuer beherrschen.',
  ),
  'certificate-untrusted': said(
    'Keine bekannte Stelle bürgt für das Zertifikat des Servers.',
    'Richten Sie ein Zertifikat einer öffentlichen Stelle mit der ganzen Kette ein, oder vertrauen Sie diesem anhand seines Fingerabdrucks (--trust).',
  ),
  'certificate-for-other-name': said(
    'Das Zertifikat des Servers ist auf einen anderen Namen ausgestellt.',
    'Nehmen Sie den Namen aus dem Zertifikat, oder vertrauen Sie diesem Zertifikat anhand seines Fingerabdrucks (--trust).',
  ),
  'certificate-expired': said(
    'Das Zertifikat des Servers ist abgelaufen oder gilt noch nicht.',
    'Erneuern Sie das Zertifikat am Server, und prüfen Sie seine Uhr.',
  ),
  'certificate-changed': said(
    'Der Server zeigt ein anderes Zertifikat als das, dem vertraut wird. Es wurde nicht angemeldet.',
    'Fragen Sie den Betreiber des Servers, ob es erneuert wurde, vergleichen Sie den Fingerabdruck, und vertrauen Sie dem neuen mit --trust.',
  ),
  'host-key-changed': said(
    'Der Server zeigt einen anderen Hostschlüssel als den, dem vertraut wird. Es wurde nicht angemeldet.',
    'Fragen Sie den Betreiber des Servers, ob er geändert wurde, vergleichen Sie den Fingerabdruck, und vertrauen Sie dem neuen mit --trust.',
  ),
  'no-common-algorithm': said(
    'Server und Programm haben kein Verschlüsselungsverfahren gemeinsam.',
    'Aktualisieren Sie den Server: Er bietet nur veraltete Verfahren an.',
  ),
  'login-refused': said(
    'Der Server lehnt die Anmeldung ab.',
    'Prüfen Sie Benutzernamen und Passwort, oder ob der öffentliche Schlüssel am Server eingetragen ist.',
  ),
  'private-key-unreadable': said(
    'Der private Schlüssel ist nicht lesbar.',
    'Prüfen Sie, ob es ein privater Schlüssel im OpenSSH- oder PEM-Format ist und die Passphrase stimmt.',
  ),
  'directory-missing': said(
    'Das Verzeichnis gibt es nicht, oder dieser Benutzer darf nicht hinein.',
    'Legen Sie es am Server an, oder berichtigen Sie den Pfad. Er zählt von dem Verzeichnis an, das dieser Benutzer als oberstes sieht.',
  ),
  'directory-not-writable': said(
    'Dieser Benutzer darf in das Verzeichnis nicht schreiben.',
    'Geben Sie ihm dort das Recht, Dateien zu schreiben, umzubenennen und zu löschen.',
  ),
  'disk-full': said('Am Server ist kein Platz mehr.', 'Schaffen Sie am Server Platz, oder erhöhen Sie das Kontingent.'),
  'passive-mode-refused': said(
    'Der Server öffnet keine zweite Verbindung für die Daten (passiver Modus).',
    'Lassen Sie am Server den passiven Modus einschalten und seine Ports in der Firewall öffnen; oder nehmen Sie SFTP.',
  ),
  'upload-failed': said('Der Server hat die Datei nicht angenommen.', 'Sehen Sie im Protokoll des Servers nach.'),
  'size-unavailable': said(
    'Der Server nennt die Größe einer Datei nicht; so ist eine ganze von einer halben nicht zu unterscheiden.',
    'Lassen Sie am Server den Befehl SIZE einschalten, oder nehmen Sie SFTP.',
  ),
  'size-differs': said(
    'Die hochgeladene Datei hat eine andere Größe als die gesendete. Die alte Datei ist unberührt.',
    'Versuchen Sie es noch einmal; prüfen Sie den Platz am Server, und dass er Dateien nicht umwandelt (ASCII-Modus).',
  ),
  'replacing-refused': said(
    'Der Server lässt nicht zu, dass Umbenennen eine vorhandene Datei ersetzt. Die alte Datei ist unberührt.',
    'Lassen Sie das am Server erlauben (ProFTPD: AllowOverwrite on), oder wählen Sie --replace delete-then-rename.',
  ),
  'rename-failed': said(
    'Die hochgeladene Datei ließ sich nicht umbenennen.',
    'Prüfen Sie am Server, welche Datei dort liegt, und ob der Benutzer Dateien umbenennen darf.',
  ),
  'remove-refused': said(
    'Eine Datei ließ sich nicht löschen.',
    'Geben Sie dem Benutzer das Recht, im Verzeichnis Dateien zu löschen.',
  ),
  'other-file-failed': said(
    'Diese Datei war fertig, wurde aber nicht eingesetzt, weil die andere misslang.',
    'Beheben Sie, was bei der anderen Datei steht.',
  ),
  'attempt-overtaken': said(
    'Ein anderer Versuch hat diese Nacht übernommen, eine spätere Nacht lief schon, oder die Einstellungen änderten sich immer wieder.',
    'Ist der Versuch gelungen, der ihm zuvorkam, ist nichts zu tun; siehe status.',
  ),
};

/** Where the step says more than the code alone. */
export const GERMAN_AT_STEP: Readonly<Partial<Record<`${FailureStep}/${FailureCode}`, Said>>> = {
  'secure/other-protocol': said(
    'Auf diesem Port spricht der Server nicht vom ersten Byte an TLS.',
    'Nehmen Sie --tls explicit mit dem üblichen FTP-Port (21), oder den Port für implizites TLS (meist 990).',
  ),
  'upload/connection-lost': said(
    'Die Verbindung ist beim Senden einer Datei abgerissen. Die alte Datei ist unberührt.',
    'Versuchen Sie es noch einmal; prüfen Sie den Platz am Server und die Zeitgrenzen von Firewalls auf dem Weg.',
  ),
  'replace/connection-lost': said(
    'Die Verbindung ist beim Einsetzen der Datei abgerissen; ob es gelang, ist nicht bekannt.',
    'Starten Sie die Nacht noch einmal: Sie sieht nach, bevor sie wiederholt.',
  ),
};
