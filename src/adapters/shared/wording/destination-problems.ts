import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { DestinationProblem } from '../../../domain/destination/destination.ts';
import type { HostIdentityProblem } from '../../../domain/destination/host-identity.ts';
import { type Said, said } from './said.ts';

type Problem = DestinationProblem | HostIdentityProblem;

const ENGLISH: Readonly<Record<Problem, Said>> = {
  'protocol-unknown': said('The protocol is unknown.', 'Use sftp, ftps or ftp.'),
  'tls-mode-unknown': said('The kind of TLS is unknown.', 'Use explicit, implicit or none.'),
  'sftp-takes-no-tls': said('SFTP has its own encryption and takes no TLS.', 'Leave the kind of TLS out.'),
  'port-out-of-range': said('The port is no number from 1 to 65535.', 'Correct the port, or leave it out.'),
  'host-missing': said('The server is missing.', 'Name a server, such as sftp://backup.example.com/plans.'),
  'host-malformed': said(
    'The server is neither a name nor an address in its usual writing.',
    'Write a name such as backup.example.com, four decimal numbers, or an IPv6 address in square brackets.',
  ),
  'directory-not-absolute': said('The directory does not begin with a slash.', 'Write it as /plans/backup.'),
  'directory-has-control-characters': said(
    'The directory has control characters.',
    'Write it without line breaks and other invisible characters, percent-encoded ones too.',
  ),
  'directory-has-dot-segments': said(
    'The directory has a part that is "." or "..".',
    'Write the path as it is, without going up in it, percent-encoded or not.',
  ),
  'directory-has-outer-spaces': said(
    'A part of the directory begins or ends with a space.',
    'Rename that directory at the server, or choose another one.',
  ),
  'directory-too-long': said('The directory is too long.', 'Use 255 characters at most.'),
  'fingerprint-malformed': said(
    'The fingerprint cannot be read.',
    'Give it whole: SHA256: and 43 characters for SSH, or 32 pairs of hex digits with colons for a certificate.',
  ),
};

const GERMAN: Readonly<Record<Problem, Said>> = {
  'protocol-unknown': said('Das Protokoll ist unbekannt.', 'Möglich sind sftp, ftps und ftp.'),
  'tls-mode-unknown': said('Die Art von TLS ist unbekannt.', 'Möglich sind explicit, implicit und none.'),
  'sftp-takes-no-tls': said('SFTP verschlüsselt selbst und verträgt kein TLS.', 'Lassen Sie die Angabe zu TLS weg.'),
  'port-out-of-range': said(
    'Der Port ist keine Zahl von 1 bis 65535.',
    'Berichtigen Sie den Port, oder lassen Sie ihn weg.',
  ),
  'host-missing': said('Der Server fehlt.', 'Nennen Sie einen, etwa sftp://backup.example.com/plaene.'),
  'host-malformed': said(
    'Der Server ist weder ein Name noch eine Adresse in üblicher Schreibweise.',
    'Schreiben Sie einen Namen wie backup.example.com, vier Dezimalzahlen oder eine IPv6-Adresse in eckigen Klammern.',
  ),
  'directory-not-absolute': said(
    'Das Verzeichnis beginnt nicht mit einem Schrägstrich.',
    'Schreiben Sie es wie /plaene/backup.',
  ),
  'directory-has-control-characters': said(
    'Das Verzeichnis enthält Steuerzeichen.',
    'Schreiben Sie es ohne Zeilenumbrüche und andere unsichtbare Zeichen, auch ohne solche in Prozentschreibweise.',
  ),
  'directory-has-dot-segments': said(
    'Ein Teil des Verzeichnisses ist „.“ oder „..“.',
    'Schreiben Sie den Pfad, wie er ist, ohne darin aufwärts zu gehen, auch nicht in Prozentschreibweise.',
  ),
  'directory-has-outer-spaces': said(
    'Ein Teil des Verzeichnisses beginnt oder endet mit einem Leerzeichen.',
    'Benennen Sie das Verzeichnis am Server um, oder wählen Sie ein anderes.',
  ),
  'directory-too-long': said('Das Verzeichnis ist zu lang.', 'Höchstens 255 Zeichen sind möglich.'),
  'fingerprint-malformed': said(
    'Der Fingerabdruck ist nicht lesbar.',
    'Geben Sie ihn ganz an: SHA256: und 43 Zeichen bei SSH, oder 32 Paare von Hexziffern mit Doppelpunkten bei einem Zertifikat.',
  ),
};

const WORDS = { en: ENGLISH, de: GERMAN } as const;

/** What is wrong with a destination, or with an identity to trust, and how to write it. */
export const destinationProblemSaid = (problem: Problem, locale: Locale): Said => WORDS[locale][problem];
