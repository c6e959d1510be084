import { symlink } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlanFolder } from '../../../../src/adapters/driven/plan-file/plan-folder.ts';
import { unusablePlans } from '../../../../src/adapters/driven/plan-file/unusable-plans.ts';
import { aDocument, anOrganisation } from '../../../builders/plan-document.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.close());

const NEVER = new AbortController().signal;

const documentOf = (id: string): string => aDocument({ organisation: anOrganisation({ id }) });

/** Whose it is, the file, and what is wrong with it, without its path. */
const found = async (expected: readonly string[], path = folder.path): Promise<readonly (readonly unknown[])[]> => {
  const all: (readonly unknown[])[] = [];
  for await (const { organisationId, file, problem } of unusablePlans(new PlanFolder(path), expected, NEVER)) {
    const prefix = `The plan at ${file} cannot be used: `;
    expect(problem.message.startsWith(prefix)).toBe(true);
    all.push([organisationId, file, problem.reason, problem.message.slice(prefix.length)]);
  }
  return all;
};

describe('a look at a folder of plans', () => {
  it('finds nothing where every organisation has one plan that can be read', async () => {
    await folder.write('a.json', documentOf('alsterblatt'));
    await folder.write('b.json', documentOf('elbkurier'));
    expect(await found(['alsterblatt', 'elbkurier'])).toEqual([]);
  });

  it('names the organisation whose lists are broken, which a look at its people would not find', async () => {
    const { stories: _, ...rest } = JSON.parse(documentOf('alsterblatt'));
    const file = await folder.write('a.json', JSON.stringify(rest));
    expect(await found(['alsterblatt'])).toEqual([['alsterblatt', file, 'unreadable', 'it has no list "stories".']]);
  });

  it('names a file that does not say whose it is, and the organisation that has no other', async () => {
    const file = await folder.write('a.json', documentOf('alsterblatt').slice(0, 30));
    expect(await found(['alsterblatt'])).toEqual([
      [null, file, 'unreadable', 'it is cut short: its end is missing.'],
      ['alsterblatt', folder.path, 'unavailable', 'no file is the plan of "alsterblatt".'],
    ]);
  });

  it('names both files of an organisation that has two', async () => {
    const first = await folder.write('a.json', documentOf('alsterblatt'));
    const second = await folder.write('b.json', documentOf('alsterblatt'));
    expect(await found(['alsterblatt'])).toEqual([
      ['alsterblatt', second, 'unreadable', `"alsterblatt" has another file, ${first}.`],
    ]);
  });

  it('says nothing of what is nobody’s whose nights are due, broken or there twice', async () => {
    await folder.write('a.json', documentOf('alsterblatt'));
    await folder.write('b.json', documentOf('alsterblatt'));
    const { stories: _, ...rest } = JSON.parse(documentOf('elbkurier'));
    await folder.write('c.json', JSON.stringify(rest));
    expect(await found([])).toEqual([]);
  });

  it('goes on behind a file that cannot be read', async () => {
    // A regular file that can be opened, and not read: this machine's loopback has no speed.
    await symlink('/sys/class/net/lo/speed', folder.file('a.json'));
    const { stories: _, ...rest } = JSON.parse(documentOf('elbkurier'));
    const file = await folder.write('b.json', JSON.stringify(rest));
    expect(await found(['elbkurier'])).toEqual([
      [null, folder.file('a.json'), 'unavailable', 'it cannot be read (EINVAL).'],
      ['elbkurier', file, 'unreadable', 'it has no list "stories".'],
    ]);
  });

  it('ends when it is told to', async () => {
    await folder.write('a.json', documentOf('alsterblatt').slice(0, 30));
    const looked = unusablePlans(new PlanFolder(folder.path), [], AbortSignal.abort());
    expect(await looked.next()).toMatchObject({ done: true });
  });

  it('names a link that leads nowhere', async () => {
    await symlink('/nowhere/at/all', folder.file('a.json'));
    expect(await found([])).toEqual([[null, folder.file('a.json'), 'unavailable', 'it does not exist.']]);
  });

  it('names the folder where it cannot be read itself', async () => {
    expect(await found(['alsterblatt'], folder.file('gone'))).toEqual([
      [null, folder.file('gone'), 'unavailable', 'it does not exist.'],
    ]);
  });
});
