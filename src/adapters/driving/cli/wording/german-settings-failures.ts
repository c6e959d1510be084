import { said } from '../../../shared/wording/said.ts';
import type { SettingsFailureWords } from './words.ts';

export const GERMAN_SETTINGS_FAILURES: SettingsFailureWords = {
  heartbeatUrl: said(
    'PLANNING_BACKUP_HEARTBEAT_URL ist keine brauchbare URL.',
    'Schreiben Sie https://… oder http://…, ohne Benutzer und Passwort.',
  ),
  mailSettings: {
    'smtp-url-malformed': said(
      'PLANNING_BACKUP_SMTP ist nicht lesbar.',
      'Schreiben Sie smtp://benutzer:passwort@server:port (STARTTLS) oder smtps://… (TLS von Anfang an); Zeichen wie @ : / ? # % in Benutzer und Passwort in Prozentschreibweise.',
    ),
    'smtp-without-tls-beyond-loopback': said(
      'PLANNING_BACKUP_SMTP verzichtet auf TLS, und der Mailserver liegt nicht auf dieser Maschine.',
      'Lassen Sie ?tls=none weg, oder nennen Sie einen Mailserver auf 127.0.0.1.',
    ),
    'mail-from-missing': said(
      'Ein Mailserver ist angegeben, aber kein Absender.',
      'Setzen Sie PLANNING_BACKUP_MAIL_FROM, etwa: Planung <planung@example.com>',
    ),
    'mail-from-malformed': said(
      'PLANNING_BACKUP_MAIL_FROM ist keine E-Mail-Adresse.',
      'Schreiben Sie planung@example.com, oder: Planung <planung@example.com>',
    ),
  },
  eventStoreSettings: {
    malformed: said(
      'PLANNING_BACKUP_EVENTSTORE ist nicht lesbar.',
      'Schreiben Sie esdb://benutzer:passwort@host:2113 oder esdb+discover://…; Zeichen wie @ : / ? # % in Benutzer und Passwort prozentkodiert.',
    ),
    'option-unknown': said(
      'PLANNING_BACKUP_EVENTSTORE enthält eine Option, die hier niemand kennt, oder einen Wert, den sie nicht haben kann.',
      'Bekannt sind tls, tlsCAFile, discoveryInterval, gossipTimeout und maxDiscoverAttempts.',
    ),
    'without-tls': said(
      'PLANNING_BACKUP_EVENTSTORE verzichtet auf TLS.',
      'Lassen Sie tls=false weg. Um es auf diesem Rechner auszuprobieren, nennen Sie 127.0.0.1 und setzen PLANNING_BACKUP_EVENTSTORE_INSECURE_LOOPBACK=1.',
    ),
    'default-credentials': said(
      'PLANNING_BACKUP_EVENTSTORE nennt einen Benutzer mit dem Passwort, mit dem jede Installation des Servers anfängt.',
      'Ändern Sie dieses Passwort, und lassen Sie `event-store set-up` einen eigenen Benutzer für dieses Programm anlegen.',
    ),
    'credentials-missing': said(
      'PLANNING_BACKUP_EVENTSTORE nennt keinen Benutzer mit Passwort.',
      'Schreiben Sie esdb://benutzer:passwort@host:2113.',
    ),
    'certificate-unreadable': said(
      'Die Datei, die tlsCAFile in PLANNING_BACKUP_EVENTSTORE nennt, lässt sich nicht lesen.',
      'Prüfen Sie den Pfad und das Recht, sie zu lesen.',
    ),
  },
};
