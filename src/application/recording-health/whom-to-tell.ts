import { Temporal } from 'temporal-polyfill';
import type { NoticeRecords, Recipient } from '../ports/notice-records.ts';
import {
  DirectoryUnavailable,
  type Organisation,
  type OrganisationDirectory,
} from '../ports/organisation-directory.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import { RECENTLY } from '../remembered-directory.ts';

/** Whom a mail about nights goes to, and of which organisation it speaks. */
export interface WhomToTell {
  readonly organisationName: string;
  readonly administrators: readonly Recipient[];
}

const NOBODY: WhomToTell = { organisationName: '', administrators: [] };

interface WhomPorts {
  readonly directory: OrganisationDirectory;
  readonly noticeRecords: Pick<NoticeRecords, 'roster'>;
  readonly clock: Pick<ScheduleClock, 'now'>;
}

/**
 * The directory's word. A directory that cannot be read may be the very reason why nights fail, so whoever it named last
 * is told instead, however long ago that was; one that no longer names the organisation, for 48 hours.
 * Rejects with DirectoryUnavailable if there is nobody to fall back on.
 */
export const whomToTell = async (ports: WhomPorts, organisationId: string): Promise<WhomToTell> => {
  const organisation = await organisationOrProblem(ports.directory, organisationId);
  if (organisation !== undefined && !(organisation instanceof DirectoryUnavailable))
    return {
      organisationName: organisation.name,
      // Field by field: a host's directory may know more of a person than a mail needs.
      administrators: organisation.administrators.map(({ id, name, email, locale }) => ({ id, name, email, locale })),
    };
  const remembered = await ports.noticeRecords.roster(organisationId);
  if (organisation instanceof DirectoryUnavailable && remembered === undefined) throw organisation;
  if (remembered === undefined) return NOBODY;
  const isRecent = Temporal.Instant.compare(remembered.seenAt, ports.clock.now().subtract(RECENTLY)) >= 0;
  if (organisation === undefined && !isRecent) return NOBODY;
  const { organisationName = organisationId, administrators } = remembered;
  return { organisationName, administrators };
};

const organisationOrProblem = async (
  directory: OrganisationDirectory,
  organisationId: string,
): Promise<Organisation | undefined | DirectoryUnavailable> => {
  try {
    return await directory.organisation(organisationId);
  } catch (error) {
    if (error instanceof DirectoryUnavailable) return error;
    throw error;
  }
};
