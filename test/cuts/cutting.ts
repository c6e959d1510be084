import { FaultProxy } from './fault-proxy.ts';
import { type Cut, FAULTS, type Fault, type Position } from './faults.ts';
import { cutSaid, type Finding, type Findings, newFinding } from './findings.ts';
import { positionsOf } from './positions.ts';
import type { Reader } from './reader.ts';
import { offences } from './sightings.ts';
import { outcomeOf, type Site, whyNot } from './site.ts';

/** Milliseconds for a session that is to be cut, at least: long enough for a trickle to be one. */
const SHORTEST_SESSION = 1_300;
/** And so many times as long as one takes here and now, so that it comes to its cut. */
const TIMES_A_NIGHT = 3;

export interface Extent {
  /** Of each channel. */
  readonly positions: number;
  readonly faults: readonly Fault[];
  /** The proxy's loopback address, which nobody else uses meanwhile. */
  readonly host: string;
}

/** Cuts nights at one server, at every position and by every fault, and after each looks for what a healthy one does. */
export const cutNights = async (site: Site, reader: Reader, extent: Extent): Promise<Findings> => {
  const findings = newFinding(site, 'cuts');
  const proxy = await FaultProxy.start(extent.host, site.server);
  try {
    const { positions, took } = await rehearse(site, proxy, extent.positions);
    const deadline = Math.max(SHORTEST_SESSION, TIMES_A_NIGHT * took);
    for (const fault of extent.faults)
      for (const [index, at] of positions.entries()) {
        const turn = index + FAULTS.indexOf(fault);
        const strikes = (turn & 1) === 0 ? 'once' : 'always';
        const breaks = (turn & 2) === 0 ? 'connection' : 'session';
        await cutOnce(site, reader, { proxy, deadline, cut: { at, fault, strikes, breaks } }, findings);
      }
  } finally {
    await proxy.close();
  }
  return findings.done();
};

/** Two nights without a fault: the first puts files there, the second is what every later one is like. */
export const rehearse = async (
  site: Site,
  proxy: FaultProxy,
  positions: number,
): Promise<{ readonly positions: readonly Position[]; readonly took: number }> => {
  await site.begin();
  const through = site.transport(proxy.network());
  let began = 0;
  for (let night = 0; night < 2; night += 1) {
    proxy.arm(undefined);
    began = performance.now();
    const outcome = outcomeOf(await site.night(through));
    if (outcome !== 'delivered') throw new Error(`${site.server.name}: the rehearsal was ${outcome}`);
  }
  return { positions: positionsOf(proxy.traffic, positions), took: performance.now() - began };
};

const cutOnce = async (
  site: Site,
  reader: Reader,
  { proxy, deadline, cut }: { proxy: FaultProxy; deadline: number; cut: Cut },
  findings: Finding,
): Promise<void> => {
  await site.begin();
  const faults: string[] = [];
  const seen = await reader.during(site.watch(2), async () => {
    proxy.arm(cut);
    const outcome = outcomeOf(await site.night(site.transport(proxy.network()), deadline));
    findings.ended(outcome, proxy.strikes);
    if (outcome === 'delivered') faults.push(...site.strangers());
    // vsftpd locks a file that is uploaded for as long as it takes the session for alive, and nobody may upload over it.
    if (site.replacement === 'overwrite') proxy.release();
    faults.push(...whyNot(await site.night(site.transport())));
    findings.left(site.sweepBeginnings());
    faults.push(...site.remains());
    proxy.release();
  });
  findings.saw(seen);
  faults.push(...offences(seen, site.law));
  findings.failed(cutSaid(cut), faults);
};
