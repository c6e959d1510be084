import { expect, it } from 'vitest';
import { InMemoryOrganisationDirectory } from '../../../../src/adapters/driven/in-memory/organisation-directory.ts';
import { anOrganisation } from '../../../builders/plan-document.ts';
import { organisationDirectoryContract } from '../../../contracts/organisation-directory.contract.ts';

organisationDirectoryContract('in memory', async () => {
  const directory = new InMemoryOrganisationDirectory();
  return {
    directory,
    put: async (organisation) => directory.set(organisation),
    breakDown: async () => directory.setAvailable(false),
    close: async () => undefined,
  };
});

it('forgets an organisation that was removed', async () => {
  const directory = new InMemoryOrganisationDirectory([anOrganisation()]);
  directory.remove('elbkurier');
  expect(await directory.organisation('elbkurier')).toBeUndefined();
});
