import { TEST_LIMITS_SAID } from '../../../shared/wording/connection-test.ts';
import { type Said, said } from '../../../shared/wording/said.ts';
import type { FormProblem } from '../form/reading-form.ts';
import type { Words } from './words.ts';

const FORM: Readonly<Partial<Record<FormProblem, Said>>> = {
  'login-in-address': said(
    'Die Adresse enthielt ein Passwort und wurde geleert.',
    'Bitte tragen Sie die Adresse ohne Benutzer und Passwort ein, und diese in ihre eigenen Felder.',
  ),
  'scheme-unknown': said(
    'Die Adresse beginnt mit einem unbekannten Protokoll.',
    'Möglich sind sftp://, ftps:// und ftp://, oder allein der Name des Servers.',
  ),
  'query-in-address': said(
    'In der Adresse steht ein ? oder #.',
    'Lassen Sie weg, was dahinter steht, oder tragen Sie das Verzeichnis in sein eigenes Feld ein.',
  ),
  'encoding-malformed': said(
    'Ein % in der Adresse ist nicht lesbar.',
    'Tragen Sie das Verzeichnis in sein eigenes Feld ein, so wie es auf dem Server heißt.',
  ),
  'host-missing': said('Die Adresse des Servers fehlt.', 'Tragen Sie einen Namen wie backup.example.com ein.'),
  'host-malformed': said(
    'Das ist weder der Name eines Servers noch eine IP-Adresse.',
    'Tragen Sie einen Namen wie backup.example.com ein, oder eine Adresse in üblicher Schreibweise.',
  ),
  'port-out-of-range': said(
    'Der Port ist keine Zahl von 1 bis 65535.',
    'Berichtigen Sie ihn, oder lassen Sie das Feld leer.',
  ),
};

export const GERMAN_PROBLEMS: Words['problems'] = {
  title: 'Bitte berichtigen Sie das Formular',
  form: (problem) => FORM[problem],
  secrets: {
    'password-malformed': said(
      'Das Passwort hat Zeichen, die sich nicht senden lassen, oder ist zu lang.',
      'Geben Sie es in einer Zeile ein, ohne Steuerzeichen.',
    ),
    'private-key-malformed': said(
      'Das ist kein privater Schlüssel.',
      'Fügen Sie die ganze Schlüsseldatei ein, im OpenSSH- oder PEM-Format. Ein öffentlicher Schlüssel (ssh-ed25519 …) genügt nicht.',
    ),
    'passphrase-without-key': said(
      'Eine Passphrase ist eingegeben, aber kein privater Schlüssel.',
      'Fügen Sie auch den Schlüssel ein, oder lassen Sie beides leer, um den gespeicherten zu behalten.',
    ),
  },
  passwordMissing: said(
    'Das Passwort fehlt.',
    'Geben Sie das Passwort ein, das dieser Benutzer am Server hat, oder den privaten Schlüssel.',
  ),
  passwordRequired: said(
    'Das Passwort muss eingegeben werden.',
    'Ein gespeichertes gilt nur für Protokoll, Server, Port, Benutzer und Identität, für die es eingegeben wurde.',
  ),
  hostKeyRequired: said(
    'Dem Hostschlüssel des Servers wird noch nicht vertraut.',
    'Testen Sie die Verbindung, vergleichen Sie den Fingerabdruck, und bestätigen Sie, dass Sie ihm vertrauen.',
  ),
};

export const GERMAN_REFUSALS: Words['test']['refusals'] = (refusal) => {
  switch (refusal.reason) {
    case 'ActorNotAnAdministrator':
      return said('Sie sind nicht mehr als Administrator eingetragen.', 'Wenden Sie sich an jemanden, der es ist.');
    case 'PasswordRequired':
      return GERMAN_PROBLEMS.passwordRequired;
    case 'BackupNotSetUp':
      return said('Das Backup ist nicht mehr eingerichtet.', 'Laden Sie die Seite neu.');
    case 'PasswordUnavailable':
      return said(
        'Das gespeicherte Passwort lässt sich im Augenblick nicht öffnen.',
        'Geben Sie es neu ein, oder versuchen Sie es später.',
      );
    case 'UserMalformed':
      return said(
        'Der Benutzer fehlt oder hat Zeichen, die sich nicht senden lassen.',
        'Tragen Sie ihn so ein, wie Ihre IT ihn genannt hat.',
      );
    case 'UnfittingHostIdentity':
      return said(
        'Der vertraute Fingerabdruck passt nicht zum Protokoll.',
        'Testen Sie die Verbindung noch einmal, um den richtigen zu sehen.',
      );
    case 'PrivateKeyWithoutSftp':
      return said(
        'Ein privater Schlüssel lässt sich nur mit SFTP verwenden.',
        'Wählen Sie SFTP, oder geben Sie ein Passwort ein.',
      );
    case 'TooManyTests':
    case 'TooManyRefusedLogins':
      return TEST_LIMITS_SAID.de[refusal.reason];
    default:
      return refusal satisfies never;
  }
};

export const GERMAN_TROUBLES: Words['troubles'] = {
  'not-an-administrator': said(
    'Diese Seite ist für Administratoren der Organisation.',
    'Bitten Sie jemanden von ihnen um die Änderung, oder darum, Sie als Administrator einzutragen.',
  ),
  forged: said(
    'Die Anfrage kam nicht von dieser Seite; es wurde nichts getan.',
    'Öffnen Sie die Einstellungen neu, und wiederholen Sie dort, was Sie vorhatten.',
  ),
  'not-found': said('Diese Seite gibt es nicht.', 'Gehen Sie zurück zu den Einstellungen.'),
  method: said(
    'Diese Adresse nimmt nur die Formulare der Einstellungsseite an.',
    'Gehen Sie zurück zu den Einstellungen.',
  ),
  'too-large': said(
    'Das Formular war zu groß.',
    'Prüfen Sie, ob versehentlich etwas anderes in ein Feld eingefügt wurde.',
  ),
  'media-type': said('Die Anfrage war kein Formular.', 'Verwenden Sie die Formulare der Einstellungsseite.'),
  malformed: said(
    'Das Formular war nicht lesbar.',
    'Öffnen Sie die Einstellungen neu, und füllen Sie das Formular noch einmal aus.',
  ),
  altered: said(
    'Der Verlauf der Einstellungen wurde außerhalb dieser Software verändert; deshalb wird nichts angezeigt und nichts geändert.',
    'Sagen Sie es sofort denen, die diesen Dienst betreiben.',
  ),
  unavailable: said(
    'Die Einstellungen lassen sich im Augenblick nicht lesen oder ändern.',
    'Bitte versuchen Sie es in einigen Minuten noch einmal. Die nächtliche Sicherung hängt nicht von dieser Seite ab.',
  ),
  fault: said(
    'Auf unserer Seite ist etwas schiefgegangen.',
    'Bitte versuchen Sie es noch einmal. Geschieht es wieder, melden Sie es mit der Uhrzeit.',
  ),
};
