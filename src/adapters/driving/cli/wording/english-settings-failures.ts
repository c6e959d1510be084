import { said } from '../../../shared/wording/said.ts';
import type { SettingsFailureWords } from './words.ts';

export const ENGLISH_SETTINGS_FAILURES: SettingsFailureWords = {
  heartbeatUrl: said(
    'PLANNING_BACKUP_HEARTBEAT_URL is no URL that can be used.',
    'Write https://… or http://…, without a user and a password.',
  ),
  mailSettings: {
    'smtp-url-malformed': said(
      'PLANNING_BACKUP_SMTP cannot be read.',
      'Write smtp://user:password@host:port (STARTTLS) or smtps://… (TLS from the start); percent-encode signs such as @ : / ? # % in user and password.',
    ),
    'smtp-without-tls-beyond-loopback': said(
      'PLANNING_BACKUP_SMTP leaves TLS out for a mail server that is not on this machine.',
      'Leave ?tls=none out, or name a mail server on 127.0.0.1.',
    ),
    'mail-from-missing': said(
      'A mail server is set, and no sender.',
      'Set PLANNING_BACKUP_MAIL_FROM, such as: Planning <planning@example.com>',
    ),
    'mail-from-malformed': said(
      'PLANNING_BACKUP_MAIL_FROM is no mail address.',
      'Write planning@example.com, or: Planning <planning@example.com>',
    ),
  },
  eventStoreSettings: {
    malformed: said(
      'PLANNING_BACKUP_EVENTSTORE cannot be read.',
      'Write esdb://user:password@host:2113, or esdb+discover://…; percent-encode signs such as @ : / ? # % in user and password.',
    ),
    'option-unknown': said(
      'PLANNING_BACKUP_EVENTSTORE has an option that is not known here, or a value that it cannot have.',
      'Known are tls, tlsCAFile, discoveryInterval, gossipTimeout and maxDiscoverAttempts.',
    ),
    'without-tls': said(
      'PLANNING_BACKUP_EVENTSTORE leaves TLS out.',
      'Leave tls=false out. For a trial on this machine, name 127.0.0.1 and set PLANNING_BACKUP_EVENTSTORE_INSECURE_LOOPBACK=1.',
    ),
    'default-credentials': said(
      'PLANNING_BACKUP_EVENTSTORE names a user with the password that every installation of the server begins with.',
      'Change that password, and let `event-store set-up` make a user of its own for this program.',
    ),
    'credentials-missing': said(
      'PLANNING_BACKUP_EVENTSTORE names no user with a password.',
      'Write esdb://user:password@host:2113.',
    ),
    'certificate-unreadable': said(
      'The file that tlsCAFile in PLANNING_BACKUP_EVENTSTORE names cannot be read.',
      'Check its path and the right to read it.',
    ),
  },
};
