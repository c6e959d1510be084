import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupRunStream } from '../../src/application/stream-names.ts';
import { aNight } from '../builders/night.ts';
import { startChild } from '../support/child/child.ts';
import { ABENDBLATT, aNightRequest, aSaveRequest, Newsroom } from '../support/newsroom.ts';
import { type Findings, newFinding } from './findings.ts';
import type { Moment } from './moments.ts';
import { storesOnDisk } from './on-disk.ts';
import type { Reader } from './reader.ts';
import { offences } from './sightings.ts';
import { outcomeOf, type Site } from './site.ts';

const NIGHT = '2026-11-25';

/** Kills a worker at each of these moments, and lets another one take the night over on the same store. */
export const killWorkers = async (site: Site, reader: Reader, moments: readonly Moment[]): Promise<Findings> => {
  const finding = newFinding(site, 'worker-killed');
  await site.begin();
  await site.night(site.transport());
  for (const moment of moments) finding.failed(moment, await killOnce(site, reader, moment, finding));
  return finding.done();
};

const killOnce = async (
  site: Site,
  reader: Reader,
  moment: Moment,
  finding: ReturnType<typeof newFinding>,
): Promise<readonly string[]> => {
  const store = mkdtempSync(join(tmpdir(), 'planning-backup-killed-'));
  const faults: string[] = [];
  try {
    const stores = storesOnDisk(store);
    const backup = await new Newsroom().backup({ ...stores, renderer: site.renderer, transports: [site.transport()] });
    await backup.configuring.save(aSaveRequest(site.settings));
    // The dead worker and the one that takes over write files of their own.
    const seen = await reader.during(site.watch(2), async () => {
      site.renderer.version += 1;
      const { version, length } = site.renderer;
      const args = [site.server.name, site.directory, store, moment, String(version), String(length)];
      const end = await startChild('night-and-die.ts', ...args).ended;
      if (end !== 'SIGKILL') faults.push(`the worker ended with ${end}`);
      // What ended with the worker is not done again: its files are the night's.
      if (moment !== 'end-recorded') site.renderer.version += 1;
      const request = aNightRequest({ reason: 'scheduled', night: NIGHT });
      finding.ended(outcomeOf(await backup.nights.run(request)), 1);
      faults.push(...site.remains());
    });
    finding.saw(seen);
    const { events } = await stores.eventLog.read(backupRunStream(ABENDBLATT.id, aNight(NIGHT)));
    const delivered = events.filter(({ event }) => event.type === 'NightDelivered').length;
    if (delivered !== 1) faults.push(`recorded as delivered ${delivered} times`);
    return [...faults, ...offences(seen, site.law)];
  } finally {
    rmSync(store, { recursive: true, force: true });
  }
};
