import { createHash } from 'node:crypto';
import { truncate, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../../src/adapters/driven/plan-file/plan-file.ts';
import { PlanFileDirectory } from '../../../../src/adapters/driven/plan-file/plan-file-directory.ts';
import { PlanFileSource } from '../../../../src/adapters/driven/plan-file/plan-file-source.ts';
import { DirectoryUnavailable } from '../../../../src/application/ports/organisation-directory.ts';
import { aDocument, anOrganisation } from '../../../builders/plan-document.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.close());

const collect = (path: string, maximumBytes?: number) => new PlanFileSource(path, maximumBytes).collect('elbkurier');

describe('a plan file', () => {
  it('gives its SHA-256 as the id of the collection', async () => {
    const text = aDocument();
    const { collectionId } = await collect(await folder.write('plan.json', text));
    expect(collectionId).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each([
    ['a missing file', 'gone.json', 'unavailable', 'it does not exist'],
    ['a folder', '.', 'unavailable', 'it is not a file'],
    ['a path through a file', 'plan.json/x', 'unavailable', 'a part of its path is not a folder'],
  ])('says of %s what is wrong, and which it is', async (_, name, reason, words) => {
    await folder.write('plan.json', aDocument());
    const path = folder.file(name);
    await expect(collect(path)).rejects.toMatchObject({
      reason,
      message: `The plan at ${path} cannot be used: ${words}.`,
    });
    await expect(new PlanFileDirectory(path).ofFile()).rejects.toBeInstanceOf(DirectoryUnavailable);
  });

  it.each([
    ['cut short', aDocument().slice(0, -3), 'it is cut short: its end is missing'],
    ['empty', '', 'it is empty'],
    [
      'of another encoding',
      Buffer.from(aDocument({ stories: [{ id: '1', title: 'ä' }] }), 'latin1'),
      'it is not UTF-8 text',
    ],
    ['without a list', aDocument({ stories: undefined }), 'it has no list "stories"'],
  ])('is unreadable if it is %s', async (_, content, words) => {
    const path = await folder.write('plan.json', content);
    await expect(collect(path)).rejects.toMatchObject({
      name: 'PlanUnavailable',
      reason: 'unreadable',
      message: `The plan at ${path} cannot be used: ${words}.`,
    });
  });

  it('is not read where it is of another organisation', async () => {
    const path = await folder.write('plan.json', aDocument({ organisation: anOrganisation({ id: 'alsterblatt' }) }));
    await expect(collect(path)).rejects.toMatchObject({
      reason: 'unavailable',
      message: /not the plan of "elbkurier"/,
    });
    expect(await new PlanFileDirectory(path).organisation('elbkurier')).toBeUndefined();
    expect((await new PlanFileDirectory(path).ofFile()).id).toBe('alsterblatt');
  });

  it('is not even opened to the end if it is too large: 200 MB cost no time and no memory', async () => {
    const path = await folder.write('plan.json', '{');
    await truncate(path, 200_000_000);
    const before = performance.now();
    const memory = process.memoryUsage().arrayBuffers;
    await expect(collect(path)).rejects.toMatchObject({ reason: 'unreadable', message: /larger than 100 MB/ });
    await expect(new PlanFileDirectory(path).ofFile()).rejects.toBeInstanceOf(DirectoryUnavailable);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(10_000_000);
  });

  it('may be as large as allowed, and not a byte larger', async () => {
    const text = aDocument();
    const path = await folder.write('plan.json', text);
    await expect(collect(path, text.length)).resolves.toBeDefined();
    await expect(collect(path, text.length - 1)).rejects.toMatchObject({ reason: 'unreadable' });
  });

  it('gives its people whatever the state of its lists', async () => {
    const path = await folder.write('plan.json', aDocument({ stories: 7 }));
    expect(await new PlanFileDirectory(path).organisation('elbkurier')).toEqual(anOrganisation());
  });

  it('is read as one state, or not at all, while it is written to', async () => {
    const path = folder.file('plan.json');
    const versions = ['a', 'b'].map((letter) => letter.repeat(3_000_000));
    await writeFile(path, versions[0] ?? '');
    let writing = true;
    const writer = (async () => {
      for (let round = 0; writing; round += 1) await writeFile(path, versions[round % 2] ?? '');
    })();
    for (let round = 0; round < 30; round += 1) {
      const read = await readPlanFile(path).catch((error: Error) => error);
      if (read instanceof Error) expect(read.message).toContain('it is being written to');
      else expect(new Set(read.bytes).size).toBeLessThanOrEqual(1);
    }
    writing = false;
    await writer;
  });
});
