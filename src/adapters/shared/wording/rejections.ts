import type { BackupConfigurationRejectionReason } from '../../../domain/backup-configuration/rejections.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { type Said, said } from './said.ts';

const ENGLISH: Readonly<Record<BackupConfigurationRejectionReason, Said>> = {
  ActorNotAnAdministrator: said(
    'Whoever is to act is no administrator of this organisation.',
    'Name the id of one of its administrators.',
  ),
  StaleForm: said(
    'The settings were changed by somebody else in the meantime. Nothing was saved.',
    'Look at the settings as they are now, and save again.',
  ),
  BackupNotSetUp: said('No backup is set up for this organisation.', 'Set one up first.'),
  PasswordRequired: said(
    'The password has to be entered: a stored one is used for one server, user and identity only.',
    'Enter the password, or the private key, together with the change.',
  ),
  HostKeyRequired: said(
    'SFTP needs the fingerprint of a trusted host key.',
    'Compare the fingerprint that the server shows with the one its operator names, and trust it.',
  ),
  UnfittingHostIdentity: said(
    'This kind of fingerprint does not fit the protocol.',
    'SFTP takes a host key (SHA256:…), FTPS a certificate (pairs of hex digits with colons), plain FTP neither.',
  ),
  PrivateKeyWithoutSftp: said('A private key can be used with SFTP only.', 'Use SFTP, or enter a password.'),
  UserMalformed: said(
    'The user name is empty, too long, or has characters that cannot be sent.',
    'Enter the name without spaces around it and without control characters, 255 characters at most.',
  ),
  TimeZoneUnknown: said(
    'The time zone of the organisation is unknown.',
    'Enter a name of the IANA database, such as Europe/Berlin.',
  ),
  FilePrefixMalformed: said(
    'The prefix of the file names has other characters than allowed, or too many.',
    'Use letters from A to Z, digits, - and _ only, 40 at most.',
  ),
  FileNamesAlreadyFixed: said(
    'The file names were fixed when the backup was set up and do not change.',
    'Leave the prefix out. For other names, remove the backup and set it up anew.',
  ),
};

const GERMAN: Readonly<Record<BackupConfigurationRejectionReason, Said>> = {
  ActorNotAnAdministrator: said(
    'Wer handeln soll, ist bei dieser Organisation nicht als Administrator eingetragen.',
    'Nennen Sie die ID von jemandem, der dort Administrator ist.',
  ),
  StaleForm: said(
    'Die Einstellungen hat inzwischen jemand anders geändert. Es wurde nichts gespeichert.',
    'Sehen Sie sich die Einstellungen an, wie sie jetzt sind, und speichern Sie noch einmal.',
  ),
  BackupNotSetUp: said('Für diese Organisation ist kein Backup eingerichtet.', 'Richten Sie zuerst eines ein.'),
  PasswordRequired: said(
    'Das Passwort muss eingegeben werden: Ein gespeichertes gilt nur für einen Server, einen Benutzer und eine Identität.',
    'Geben Sie mit der Änderung das Passwort oder den privaten Schlüssel ein.',
  ),
  HostKeyRequired: said(
    'SFTP braucht den Fingerabdruck eines Hostschlüssels, dem vertraut wird.',
    'Vergleichen Sie den Fingerabdruck, den der Server zeigt, mit dem, den sein Betreiber nennt, und vertrauen Sie ihm.',
  ),
  UnfittingHostIdentity: said(
    'Diese Art von Fingerabdruck passt nicht zum Protokoll.',
    'Zu SFTP gehört ein Hostschlüssel (SHA256:…), zu FTPS ein Zertifikat (Paare von Hexziffern mit Doppelpunkten), zu einfachem FTP keines von beiden.',
  ),
  PrivateKeyWithoutSftp: said(
    'Ein privater Schlüssel lässt sich nur mit SFTP verwenden.',
    'Nehmen Sie SFTP, oder geben Sie ein Passwort ein.',
  ),
  UserMalformed: said(
    'Der Benutzername ist leer, zu lang oder hat Zeichen, die sich nicht senden lassen.',
    'Geben Sie ihn ohne Leerzeichen am Rand und ohne Steuerzeichen ein, höchstens 255 Zeichen.',
  ),
  TimeZoneUnknown: said(
    'Die Zeitzone der Organisation ist unbekannt.',
    'Tragen Sie einen Namen der IANA-Datenbank ein, etwa Europe/Berlin.',
  ),
  FilePrefixMalformed: said(
    'Das Präfix der Dateinamen hat andere Zeichen als erlaubt, oder zu viele.',
    'Nehmen Sie nur Buchstaben von A bis Z, Ziffern, - und _, höchstens 40.',
  ),
  FileNamesAlreadyFixed: said(
    'Die Dateinamen wurden beim Einrichten festgelegt und ändern sich nicht.',
    'Lassen Sie das Präfix weg. Für andere Namen entfernen Sie das Backup und richten es neu ein.',
  ),
};

const WORDS = { en: ENGLISH, de: GERMAN } as const;

/** What a rule's no means, and what to do. */
export const rejectionSaid = (reason: BackupConfigurationRejectionReason, locale: Locale): Said =>
  WORDS[locale][reason];
