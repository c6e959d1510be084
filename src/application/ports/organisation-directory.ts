import type { Locale } from '../../domain/backup-configuration/settings.ts';

export interface Administrator {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly administrators: readonly Administrator[];
}

/** The host's word on who belongs to an organisation, now. */
export interface OrganisationDirectory {
  /** Undefined for an unknown organisation. Rejects with {@link DirectoryUnavailable} if it cannot be read. */
  organisation(organisationId: string): Promise<Organisation | undefined>;
}

export class DirectoryUnavailable extends Error {
  override readonly name = 'DirectoryUnavailable';
}
