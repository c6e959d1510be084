import { rm } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  PlanFolder,
  PlanFolderDirectory,
  PlanFolderSource,
} from '../../../../src/adapters/driven/plan-file/plan-folder.ts';
import { DirectoryUnavailable } from '../../../../src/application/ports/organisation-directory.ts';
import { aDocument, anOrganisation } from '../../../builders/plan-document.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

let folder: TemporaryFolder;
let source: PlanFolderSource;
let directory: PlanFolderDirectory;
beforeEach(async () => {
  folder = await temporaryFolder();
  const plans = new PlanFolder(folder.path);
  source = new PlanFolderSource(plans);
  directory = new PlanFolderDirectory(plans);
});
afterEach(() => folder.close());

const documentOf = (id: string): string => aDocument({ organisation: anOrganisation({ id }) });

describe('a folder of plan files', () => {
  it('goes by the id inside a file, not by its name, and looks at *.json only', async () => {
    await folder.write('alsterblatt.json', documentOf('elbkurier'));
    await folder.write('alsterblatt.json.bak', documentOf('alsterblatt'));
    await folder.write('.alsterblatt.json', documentOf('alsterblatt'));
    expect((await directory.organisation('elbkurier'))?.id).toBe('elbkurier');
    expect(await directory.organisation('alsterblatt')).toBeUndefined();
    await expect(source.collect('alsterblatt')).rejects.toMatchObject({
      reason: 'unavailable',
      message: `The plan at ${folder.path} cannot be used: no file is the plan of "alsterblatt".`,
    });
  });

  it('does not let one broken file cost another organisation anything', async () => {
    await folder.write('a.json', 'broken');
    await folder.write('b.json', documentOf('elbkurier'));
    await expect(source.collect('elbkurier')).resolves.toBeDefined();
    expect((await directory.organisation('elbkurier'))?.id).toBe('elbkurier');
  });

  it('says that a file is broken where it may be the one that is looked for', async () => {
    const path = await folder.write('a.json', '{"organisation"');
    await folder.write('b.json', documentOf('elbkurier'));
    await expect(directory.organisation('alsterblatt')).rejects.toBeInstanceOf(DirectoryUnavailable);
    await expect(source.collect('alsterblatt')).rejects.toMatchObject({
      reason: 'unreadable',
      message: `The plan at ${path} cannot be used: it is cut short: its end is missing.`,
    });
  });

  it('does not choose between two files of one organisation', async () => {
    const first = await folder.write('a.json', documentOf('elbkurier'));
    const second = await folder.write('b.json', documentOf('elbkurier'));
    await folder.write('c.json', documentOf('alsterblatt'));
    await expect(source.collect('elbkurier')).rejects.toMatchObject({
      reason: 'unreadable',
      message: `The plan at ${second} cannot be used: "elbkurier" has another file, ${first}.`,
    });
    await expect(directory.organisation('elbkurier')).rejects.toBeInstanceOf(DirectoryUnavailable);
    await expect(source.collect('alsterblatt')).resolves.toBeDefined();
  });

  it('sees a file that comes, changes hands, or goes', async () => {
    expect(await directory.organisation('elbkurier')).toBeUndefined();
    const path = await folder.write('a.json', documentOf('elbkurier'), Temporal.Instant.from('2026-11-24T22:00:00Z'));
    expect((await directory.organisation('elbkurier'))?.id).toBe('elbkurier');
    await folder.write('a.json', documentOf('elbkuriex'), Temporal.Instant.from('2026-11-24T22:00:00Z'));
    expect(await directory.organisation('elbkurier')).toBeUndefined();
    expect((await directory.organisation('elbkuriex'))?.id).toBe('elbkuriex');
    await rm(path);
    expect(await directory.organisation('elbkuriex')).toBeUndefined();
  });

  it('says which folder it is that cannot be read', async () => {
    const gone = new PlanFolderSource(new PlanFolder(folder.file('gone')));
    await expect(gone.collect('elbkurier')).rejects.toMatchObject({
      reason: 'unavailable',
      message: `The plan at ${folder.file('gone')} cannot be used: it does not exist.`,
    });
  });
});
