/** Plans and people from JSON files; docs/planning-data.md has the format. */
export { PlanFileDirectory } from '../adapters/driven/plan-file/plan-file-directory.ts';
export { PlanFileSource } from '../adapters/driven/plan-file/plan-file-source.ts';
export { PlanFolder, PlanFolderDirectory, PlanFolderSource } from '../adapters/driven/plan-file/plan-folder.ts';
