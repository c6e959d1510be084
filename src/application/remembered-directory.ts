import { Temporal } from 'temporal-polyfill';
import type { FormerAdministrator, NoticeRecords, Recipient, Roster } from './ports/notice-records.ts';
import { DirectoryUnavailable, type Organisation, type OrganisationDirectory } from './ports/organisation-directory.ts';
import type { ScheduleClock } from './ports/schedule-clock.ts';

/** Whoever was an administrator so recently is still told of a change. Every night looks, and every test and save. */
export const RECENTLY = Temporal.Duration.from({ hours: 48 });

/** A roster that says nothing new is written again only after so long. */
const WRITTEN_EVERY = Temporal.Duration.from({ hours: 1 });

/**
 * The host's directory, with a memory: whoever takes over an account and removes the others before they change the
 * settings, or gives them other addresses, is told on by mails to those who were there shortly before.
 */
export class RememberedDirectory implements OrganisationDirectory {
  readonly #directory: OrganisationDirectory;
  readonly #records: NoticeRecords;
  readonly #clock: ScheduleClock;

  constructor(ports: { directory: OrganisationDirectory; noticeRecords: NoticeRecords; clock: ScheduleClock }) {
    this.#directory = ports.directory;
    this.#records = ports.noticeRecords;
    this.#clock = ports.clock;
  }

  async organisation(organisationId: string): Promise<Organisation | undefined> {
    return (await this.withFormer(organisationId)).organisation;
  }

  /**
   * What a workbook calls the organisation; undefined for one that is unknown. A directory that cannot be read keeps no
   * night back: the name is remembered, and where it is not, the id stands for it.
   */
  async nameOf(organisationId: string): Promise<string | undefined> {
    try {
      return (await this.organisation(organisationId))?.name;
    } catch (error) {
      if (!(error instanceof DirectoryUnavailable)) throw error;
      return (await this.#records.roster(organisationId))?.organisationName ?? organisationId;
    }
  }

  /** Who is there now, and who, or which address, was there within the last 48 hours and is no longer. */
  async withFormer(organisationId: string): Promise<{
    readonly organisation: Organisation | undefined;
    readonly former: readonly Recipient[];
  }> {
    const organisation = await this.#directory.organisation(organisationId);
    if (organisation === undefined) return { organisation, former: [] };
    const before = await this.#records.roster(organisationId);
    const roster = rosterAfter(before, organisation, this.#clock.now());
    if (before === undefined || isWorthWriting(before, roster)) await this.#records.keepRoster(organisationId, roster);
    return { organisation, former: roster.former };
  }
}

const rosterAfter = (before: Roster | undefined, organisation: Organisation, now: Temporal.Instant): Roster => {
  // Field by field: a host's directory may know more of a person than a mail needs.
  const administrators = organisation.administrators.map(({ id, name, email, locale }) => ({
    id,
    name,
    email,
    locale,
  }));
  const seen: readonly FormerAdministrator[] = [
    ...(before?.administrators ?? []).map((person) => ({ ...person, lastSeenAt: before?.seenAt ?? '' })),
    ...(before?.former ?? []),
  ];
  const earliest = now.subtract(RECENTLY);
  const former = seen.filter(
    (person) =>
      Temporal.Instant.compare(person.lastSeenAt, earliest) >= 0 &&
      !administrators.some(({ id, email }) => id === person.id && email === person.email),
  );
  return { seenAt: now.toString(), organisationName: organisation.name, administrators, former };
};

const isWorthWriting = (before: Roster, after: Roster): boolean =>
  JSON.stringify([before.administrators, before.former]) !== JSON.stringify([after.administrators, after.former]) ||
  Temporal.Instant.compare(Temporal.Instant.from(before.seenAt).add(WRITTEN_EVERY), after.seenAt) <= 0;
