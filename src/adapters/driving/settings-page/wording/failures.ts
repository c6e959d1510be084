import type { NightRefusal } from '../../../../application/running-nightly-backup/requests.ts';
import type { BackupConfigurationRejectionReason } from '../../../../domain/backup-configuration/rejections.ts';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import { refusalSaid } from '../../../shared/wording/refusals.ts';
import { rejectionSaid } from '../../../shared/wording/rejections.ts';
import type { Said } from '../../../shared/wording/said.ts';

type Remedies<Code extends string> = Readonly<Record<Locale, Readonly<Partial<Record<Code, string>>>>>;

const REJECTIONS: Remedies<BackupConfigurationRejectionReason> = {
  en: { ActorNotAnAdministrator: 'Ask one of its administrators.', BackupNotSetUp: 'Reload the page.' },
  de: {
    ActorNotAnAdministrator: 'Wenden Sie sich an jemanden, der es ist.',
    BackupNotSetUp: 'Laden Sie die Seite neu.',
  },
};

export const pageRejectionSaid = (reason: BackupConfigurationRejectionReason, locale: Locale): Said => {
  const { what, remedy } = rejectionSaid(reason, locale);
  return { what, remedy: REJECTIONS[locale][reason] ?? remedy };
};

const NIGHTS: Remedies<NightRefusal['reason']> = {
  en: {
    BackupNotSetUp: 'Set it up first.',
    BackupPaused: 'Resume it first.',
    NightAtWorkElsewhere: 'Reload the page in a minute to see what came of it.',
    NightOlderThanDelivered: 'Nothing needs to be done.',
  },
  de: {
    BackupNotSetUp: 'Richten Sie es zuerst ein.',
    BackupPaused: 'Setzen Sie es zuerst fort.',
    NightAtWorkElsewhere: 'Laden Sie die Seite in einer Minute neu, um das Ergebnis zu sehen.',
    NightOlderThanDelivered: 'Es ist nichts zu tun.',
  },
};

export const pageNightRefusalSaid = (refusal: NightRefusal, locale: Locale): Said => {
  const { what, remedy } = refusalSaid(refusal, locale);
  return { what, remedy: NIGHTS[locale][refusal.reason] ?? remedy };
};
