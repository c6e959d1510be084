import { createHash } from 'node:crypto';
import { open, truncate } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

  it('is not even opened to the end if it is too large: 200 MB cost no memory', async () => {
    const path = await folder.write('plan.json', '{');
    await truncate(path, 200_000_000);
    const memory = process.memoryUsage().arrayBuffers;
    await expect(collect(path)).rejects.toMatchObject({ reason: 'unreadable', message: /larger than 100 MB/ });
    await expect(new PlanFileDirectory(path).ofFile()).rejects.toBeInstanceOf(DirectoryUnavailable);
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

  describe('that is written to while it is read', () => {
    const text = aDocument({ stories: [{ id: '1', title: 'alt' }] });
    const sameLength = text.replace('alt', 'neu');
    let path: string;
    let changes: number;

    beforeEach(async () => {
      path = await folder.write('plan.json', text, Temporal.Instant.from('2026-11-24T22:00:00Z'));
      changes = 0;
      const handle = await open(path);
      const prototype = Object.getPrototypeOf(handle) as typeof handle;
      await handle.close();
      const read = prototype.read;
      vi.spyOn(prototype, 'read').mockImplementation(async function (this: typeof handle, ...call: unknown[]) {
        if (changes > 0) {
          changes -= 1;
          await folder.write('plan.json', sameLength, Temporal.Instant.from(`2026-11-24T22:00:0${9 - changes}Z`));
        }
        return Reflect.apply(read, this, call);
      } as typeof read);
    });
    afterEach(() => vi.restoreAllMocks());

    it('is read again, once', async () => {
      changes = 1;
      const { plan, collectionId } = await collect(path);
      expect(plan.stories[0]?.title).toBe('neu');
      expect(collectionId).toBe(createHash('sha256').update(sameLength).digest('hex'));
    });

    it('is unavailable if it is written to then, too', async () => {
      changes = 2;
      await expect(collect(path)).rejects.toMatchObject({
        reason: 'unavailable',
        message: `The plan at ${path} cannot be used: it is being written to; try again.`,
      });
    });
  });
});
