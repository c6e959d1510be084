import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { Failure, FailureCode } from '../../../domain/backup-run/failure.ts';
import { failureSaid } from './failures.ts';
import type { Said } from './said.ts';

/** Where the common remedy names an option of the command line: what can be done on the settings page. */
const FAILURES: Readonly<Record<Locale, Readonly<Partial<Record<FailureCode, string>>>>> = {
  en: {
    'records-need-a-look': 'Correct the records that the workbooks list under “Needs a look”.',
    'password-unavailable': 'Enter the password again and save. If it happens again, tell whoever runs this service.',
    'host-not-reachable': 'Check the name. The server must be reachable from the internet under a public address.',
    'other-protocol':
      'Check protocol and port: SFTP is usually 22, FTP and FTPS with explicit TLS 21, FTPS with implicit TLS 990.',
    'certificate-untrusted':
      'Have a certificate of a public authority installed, or compare the fingerprint that the connection test shows, and trust it.',
    'certificate-for-other-name':
      'Use the name in the certificate, or compare the fingerprint that the connection test shows, and trust it.',
    'certificate-changed': 'Ask your IT whether it was renewed. If so, compare the new fingerprint and trust it.',
    'host-key-changed': 'Ask your IT whether it was changed. If so, compare the new fingerprint and trust it.',
    'replacing-refused':
      'Have that allowed at the server (ProFTPD: AllowOverwrite on), or choose another way to replace files.',
    'attempt-overtaken': 'If the one that came before it succeeded, nothing needs to be done.',
    'rename-failed': 'Check at the server which file lies there, and that the user may rename files.',
  },
  de: {
    'records-need-a-look': 'Berichtigen Sie die Einträge, die in den Dateien unter „Bitte prüfen“ stehen.',
    'password-unavailable':
      'Geben Sie das Passwort neu ein und speichern Sie. Geschieht es wieder, wenden Sie sich an den Betreiber dieses Dienstes.',
    'host-not-reachable':
      'Prüfen Sie den Namen. Der Server muss aus dem Internet unter einer öffentlichen Adresse erreichbar sein.',
    'other-protocol':
      'Prüfen Sie Protokoll und Port: SFTP hat meist 22, FTP und FTPS mit explizitem TLS 21, FTPS mit implizitem TLS 990.',
    'certificate-untrusted':
      'Lassen Sie ein Zertifikat einer öffentlichen Stelle einrichten, oder vergleichen Sie den Fingerabdruck, den der Verbindungstest zeigt, und vertrauen Sie ihm.',
    'certificate-for-other-name':
      'Nehmen Sie den Namen aus dem Zertifikat, oder vergleichen Sie den Fingerabdruck, den der Verbindungstest zeigt, und vertrauen Sie ihm.',
    'certificate-changed':
      'Fragen Sie Ihre IT, ob es erneuert wurde. Wenn ja, vergleichen Sie den neuen Fingerabdruck und vertrauen Sie ihm.',
    'host-key-changed':
      'Fragen Sie Ihre IT, ob er geändert wurde. Wenn ja, vergleichen Sie den neuen Fingerabdruck und vertrauen Sie ihm.',
    'replacing-refused':
      'Lassen Sie das am Server erlauben (ProFTPD: AllowOverwrite on), oder wählen Sie eine andere Art, Dateien zu ersetzen.',
    'attempt-overtaken': 'Ist der Versuch gelungen, der ihm zuvorkam, ist nichts zu tun.',
    'rename-failed': 'Prüfen Sie am Server, welche Datei dort liegt, und ob der Benutzer Dateien umbenennen darf.',
  },
};

const SECURE_OTHER_PROTOCOL: Readonly<Record<Locale, string>> = {
  en: 'Choose FTPS with explicit TLS and the usual port (21), or the port for implicit TLS (usually 990).',
  de: 'Wählen Sie FTPS mit explizitem TLS und dem üblichen Port (21), oder den Port für implizites TLS (meist 990).',
};

const REPLACE_LOST: Readonly<Record<Locale, string>> = {
  en: 'Start “Back up now”: it looks before it repeats.',
  de: 'Wählen Sie „Jetzt sichern“: Das sieht nach, bevor es wiederholt.',
};

/** As {@link failureSaid}, for whoever has the settings page and no command line: on it, and in mails. */
export const failureSaidToAdministrators = (failure: Failure, locale: Locale): Said => {
  const { what, remedy } = failureSaid(failure, locale);
  const at: string = `${failure.step}/${failure.code}`;
  if (at === 'secure/other-protocol') return { what, remedy: SECURE_OTHER_PROTOCOL[locale] };
  if (at === 'replace/connection-lost') return { what, remedy: REPLACE_LOST[locale] };
  return { what, remedy: FAILURES[locale][failure.code] ?? remedy };
};
