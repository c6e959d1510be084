import type { RealParts } from '../support/real-parts/description.ts';
import { killServer, restartServer } from '../support/real-parts/restart.ts';
import { rehearse } from './cutting.ts';
import { FaultProxy } from './fault-proxy.ts';
import type { Cut } from './faults.ts';
import { type Finding, type Findings, newFinding } from './findings.ts';
import type { Reader } from './reader.ts';
import { offences } from './sightings.ts';
import { outcomeOf, type Site, whyNot } from './site.ts';

/**
 * Kills the server with all its sessions while a night goes on, and starts it again. Only on servers that nobody else
 * uses meanwhile.
 */
export const killServerInNights = async (
  site: Site,
  reader: Reader,
  { parts, host, kills }: { parts: RealParts; host: string; kills: number },
): Promise<Findings> => {
  const finding = newFinding(site, 'server-killed');
  const proxy = await FaultProxy.start(host, site.server);
  try {
    const { positions } = await rehearse(site, proxy, kills);
    for (const at of positions) {
      let dead: Promise<void> | undefined;
      const fault = (): void => {
        dead = killServer(site.server);
      };
      const cut: Cut = { at, fault, strikes: 'once', breaks: 'session' };
      await killOnce(site, reader, proxy, cut, finding, async () => {
        if (dead === undefined) return;
        await dead;
        site.server = await restartServer(site.server, parts);
      });
    }
  } finally {
    await proxy.close();
  }
  return finding.done();
};

const killOnce = async (
  site: Site,
  reader: Reader,
  proxy: FaultProxy,
  cut: Cut,
  finding: Finding,
  restart: () => Promise<void>,
): Promise<void> => {
  await site.begin();
  const faults: string[] = [];
  const seen = await reader.during(site.watch(2), async () => {
    proxy.arm(cut);
    const outcome = outcomeOf(await site.night(site.transport(proxy.network())));
    finding.ended(outcome, proxy.strikes);
    proxy.release();
    await restart();
    if (outcome === 'delivered') faults.push(...site.strangers());
    faults.push(...whyNot(await site.night(site.transport())));
    finding.left(site.sweepBeginnings());
    faults.push(...site.remains());
  });
  finding.saw(seen);
  const { channel, direction, after } = cut.at;
  finding.failed(`killed, ${channel} ${direction} after ${after}`, [...faults, ...offences(seen, site.law)]);
};
