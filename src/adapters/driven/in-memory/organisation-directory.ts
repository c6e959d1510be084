import {
  DirectoryUnavailable,
  type Organisation,
  type OrganisationDirectory,
} from '../../../application/ports/organisation-directory.ts';

/** Holds the organisations that a test gives it. */
export class InMemoryOrganisationDirectory implements OrganisationDirectory {
  readonly #organisations: Map<string, Organisation>;
  #available = true;

  constructor(organisations: readonly Organisation[] = []) {
    this.#organisations = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  }

  set(organisation: Organisation): void {
    this.#organisations.set(organisation.id, organisation);
  }

  remove(organisationId: string): void {
    this.#organisations.delete(organisationId);
  }

  /** While it is not available, every question is rejected. */
  setAvailable(available: boolean): void {
    this.#available = available;
  }

  async organisation(organisationId: string): Promise<Organisation | undefined> {
    if (!this.#available) throw new DirectoryUnavailable('The directory of organisations cannot be read.');
    return this.#organisations.get(organisationId);
  }
}
