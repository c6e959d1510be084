import { rm } from 'node:fs/promises';
import { PlanFileDirectory } from '../../../../src/adapters/driven/plan-file/plan-file-directory.ts';
import { PlanFileSource } from '../../../../src/adapters/driven/plan-file/plan-file-source.ts';
import {
  PlanFolder,
  PlanFolderDirectory,
  PlanFolderSource,
} from '../../../../src/adapters/driven/plan-file/plan-folder.ts';
import { aDocument, anOrganisation, documentOf } from '../../../builders/plan-document.ts';
import { organisationDirectoryContract } from '../../../contracts/organisation-directory.contract.ts';
import { planningSourceContract } from '../../../contracts/planning-source.contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

planningSourceContract('a plan file', async () => {
  const folder = await temporaryFolder();
  return {
    source: new PlanFileSource(folder.file('plan.json')),
    publish: async (id, plan, collectedAt) => {
      await folder.write('plan.json', documentOf(anOrganisation({ id }), plan), collectedAt);
    },
    close: folder.close,
  };
});

planningSourceContract('a folder of plan files', async () => {
  const folder = await temporaryFolder();
  await folder.write('other.json', aDocument({ organisation: anOrganisation({ id: 'other' }) }));
  return {
    source: new PlanFolderSource(new PlanFolder(folder.path)),
    publish: async (id, plan, collectedAt) => {
      await folder.write('plan.json', documentOf(anOrganisation({ id }), plan), collectedAt);
    },
    close: folder.close,
  };
});

organisationDirectoryContract('a plan file', async () => {
  const folder = await temporaryFolder();
  return {
    directory: new PlanFileDirectory(folder.file('plan.json')),
    put: async (organisation) => {
      await folder.write('plan.json', aDocument({ organisation }));
    },
    breakDown: () => rm(folder.file('plan.json')),
    close: folder.close,
  };
});

organisationDirectoryContract('a folder of plan files', async () => {
  const folder = await temporaryFolder();
  await folder.write('other.json', aDocument({ organisation: anOrganisation({ id: 'other' }) }));
  return {
    directory: new PlanFolderDirectory(new PlanFolder(folder.path)),
    put: async (organisation) => {
      await folder.write('plan.json', aDocument({ organisation }));
    },
    breakDown: folder.close,
    close: folder.close,
  };
});
