import { run } from '../support/real-parts/shell.ts';
import { type Findings, newFinding } from './findings.ts';
import type { Reader } from './reader.ts';
import { offences } from './sightings.ts';
import { outcomeOf, type Site } from './site.ts';

/** Bytes of last night's files on a disk of 1 MB, of files of which the first or the second finds no room, and of a mended night's. */
const OLD = 200_000;
const TOO_LONG = [700_000, 400_000];
const MENDED = 150_000;

/** Lets the disk fill up in the middle of a night; the site's folder becomes a disk of 1 MB, which `down` unmounts. */
export const fillDisk = async (site: Site, reader: Reader): Promise<Findings> => {
  const finding = newFinding(site, 'disk-full');
  const { uid, gid } = site.owner;
  const options = `size=1m,mode=755,uid=${uid},gid=${gid},nosuid,nodev,noexec`;
  await run('mount', ['-t', 'tmpfs', '-o', options, 'planning-backup-test', site.folder]);
  for (const length of TOO_LONG) {
    await site.begin();
    const faults: string[] = [];
    const night = async (bytes: number) => {
      site.renderer.length = bytes;
      return outcomeOf(await site.night(site.transport()));
    };
    if ((await night(OLD)) !== 'delivered') faults.push('there was no room for the old files');
    const seen = await reader.during(site.watch(1, length), async () => {
      const outcome = await night(length);
      finding.ended(outcome, outcome === 'delivered' ? 0 : 1);
      if (outcome !== 'failed') faults.push(`the night was ${outcome}`);
    });
    finding.saw(seen);
    faults.push(...offences(seen, site.law));
    if ((await night(MENDED)) !== 'delivered') faults.push('the mended night was not delivered');
    finding.failed(`files of ${length} bytes`, [...faults, ...site.remains()]);
  }
  return finding.done();
};
