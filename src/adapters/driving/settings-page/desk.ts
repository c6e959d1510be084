import type { PlanningBackup } from '../../../application/planning-backup.ts';
import type { OrganisationDirectory } from '../../../application/ports/organisation-directory.ts';
import type { PageContext, SettingsPageOptions } from './context.ts';
import type { ForgeryGuard } from './forgery.ts';
import type { Reader } from './section.ts';

/** What every request is answered with. */
export interface Desk {
  readonly backup: PlanningBackup;
  readonly directory: OrganisationDirectory;
  readonly options: SettingsPageOptions;
  readonly guard: ForgeryGuard;
}

/** One request by somebody whom the directory knows as an administrator of the organisation now. */
export interface Visit {
  readonly request: Request;
  readonly context: PageContext;
  readonly reader: Reader;
}

export const by = ({ context, reader }: Visit) => ({
  organisationId: reader.organisation.id,
  actorId: reader.administrator.id,
  requestId: context.requestId,
});
