import type { NightRefusal } from '../../../application/running-nightly-backup/requests.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { rejectionSaid } from './rejections.ts';
import { type Said, said } from './said.ts';

/** Why a night was not begun, and what to do. */
export const refusalSaid = (refusal: NightRefusal, locale: Locale): Said => {
  switch (refusal.reason) {
    case 'BackupNotSetUp':
      return rejectionSaid('BackupNotSetUp', locale);
    case 'BackupPaused':
      return locale === 'de'
        ? said('Das Backup dieser Organisation ist angehalten.', 'Setzen Sie es fort, und starten Sie die Nacht dann.')
        : said('The backup of this organisation is paused.', 'Resume it, and then run the night.');
    case 'OrganisationUnknown':
      return locale === 'de'
        ? said('Die Organisation ist nicht bekannt.', 'Prüfen Sie ihre ID.')
        : said('The organisation is not known.', 'Check its id.');
    case 'NightUnreadable':
      return locale === 'de'
        ? said('Diese Nacht gibt es nicht.', 'Geben Sie ein Datum wie 2026-11-24 an, das es in der Zeitzone gibt.')
        : said('There is no such night.', 'Give a date such as 2026-11-24 that exists in the time zone.');
    case 'NightOlderThanDelivered':
      return locale === 'de'
        ? said(
            `Am Ziel liegt schon der Plan der Nacht ${refusal.delivered}; ein älterer würde ihn ersetzen.`,
            'Wenn das gewollt ist, geben Sie --older an.',
          )
        : said(
            `The plan of the night ${refusal.delivered} lies at the destination; an older one would replace it.`,
            'If that is wanted, give --older.',
          );
    case 'NightAtWorkElsewhere':
      return locale === 'de'
        ? said(
            'An dieser Nacht ist gerade jemand anders.',
            'Warten Sie, bis der andere Lauf geendet hat; siehe status.',
          )
        : said('Somebody else is at this night.', 'Wait until the other run has ended; see status.');
    default:
      return refusal satisfies never;
  }
};
