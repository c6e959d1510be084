import { afterAll, describe, expect, it } from 'vitest';
import { cutNights } from '../cuts/cutting.ts';
import { FAULTS } from '../cuts/faults.ts';
import { killWorkers } from '../cuts/killing-worker.ts';
import { Reader } from '../cuts/reader.ts';
import { Site, type SiteOptions } from '../cuts/site.ts';
import { realParts, realServer } from '../support/real-parts/description.ts';
import type { ServerName } from '../support/real-parts/plan.ts';

/** A sample of `npm run cuts`, which takes all positions, all servers, and kills those too. */
const reader = new Reader();
afterAll(() => reader.close());

const siteAt = (name: ServerName, options: Partial<SiteOptions> = {}): Site =>
  new Site(realServer(name), realParts(), { directory: '/cuts', replacement: 'atomic', length: 60_000, ...options });

// Half a minute's work, most of it waiting; a busy machine takes longer.
describe('what a newsroom sees while connections are cut', { timeout: 180_000 }, () => {
  it.each([
    ['vsftpd-plain', '127.0.2.1'],
    ['proftpd-explicit', '127.0.2.2'],
    ['openssh', '127.0.2.3'],
  ] as const)('is a whole file, old or new, at %s', async (name, host) => {
    const found = await cutNights(siteAt(name), reader, { positions: 2, faults: FAULTS, host });
    expect(found.faults).toEqual([]);
    // Not every night says as many bytes: the number of a port has four digits or five.
    expect(found.struck).toBeGreaterThan(found.tries / 2);
    expect(found.seen.counts).toMatchObject({ absent: 0, beginning: 0, torn: 0 });
  });

  it('is, where the administrator chose to delete first, a whole file or none', async () => {
    const site = siteAt('openssh-no-posix-rename', { replacement: 'delete-then-rename' });
    const found = await cutNights(site, reader, { positions: 2, faults: ['reset', 'end'], host: '127.0.2.4' });
    expect(found.faults).toEqual([]);
    expect(found.seen.counts).toMatchObject({ beginning: 0, torn: 0 });
  });

  it('is noticed where a file is uploaded over the visible one', async () => {
    const site = siteAt('pure-ftpd-plain', { replacement: 'overwrite', law: 'atomic', length: 2_000_000 });
    const found = await cutNights(site, reader, { positions: 3, faults: ['reset'], host: '127.0.2.5' });
    expect(found.faults.join('\n')).toMatch(/[0-9]+ beginning/);
  });

  it('is whole, too, where the worker is killed in the middle, and another one takes over', async () => {
    const site = siteAt('openssh', { directory: '/cuts-of-workers', length: 1_500_000 });
    const found = await killWorkers(site, reader, ['first-file-renamed']);
    expect(found.faults).toEqual([]);
    expect(found.outcomes).toEqual({ delivered: 1 });
  });
});
