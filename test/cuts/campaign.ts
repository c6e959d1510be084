import type { Replacement } from '../../src/domain/backup-configuration/settings.ts';
import { impossible } from '../../src/domain/impossible.ts';
import type { RealParts, RealServer } from '../support/real-parts/description.ts';
import { cutNights } from './cutting.ts';
import { FAULTS } from './faults.ts';
import { fillDisk } from './filling-disk.ts';
import type { Findings } from './findings.ts';
import { killServerInNights } from './killing-server.ts';
import { killWorkers } from './killing-worker.ts';
import { MOMENTS } from './moments.ts';
import type { Reader } from './reader.ts';
import { Site } from './site.ts';

export const TROUBLES = ['cuts', 'server-killed', 'disk-full', 'worker-killed'] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface Campaign {
  readonly parts: RealParts;
  readonly reader: Reader;
  readonly positions: number;
  readonly troubles: readonly Trouble[];
  readonly found: (findings: Findings) => void;
}

/** Bytes of a file: as long as a newsroom's workbook. */
const LENGTH = 60_000;
/** So that the worker is killed in the middle of it. */
const LONG = 1_500_000;
/** Of each channel. */
const SERVER_KILLS = 6;

/** How each server's files may be replaced. One that shows its own certificate, or has TLS besides, is not another. */
export const replacementsOf = ({ renameOver, certificate, name, software }: RealServer): readonly Replacement[] => {
  if (certificate === 'self-signed' || name === 'proftpd-no-overwrite-explicit') return [];
  if (renameOver === 'replaces') return name === 'vsftpd-plain' ? ['atomic', 'overwrite'] : ['atomic'];
  return software === 'proftpd' ? ['delete-then-rename'] : ['delete-then-rename', 'overwrite'];
};

/** All troubles at one server, one after another. */
export const troubleServer = async (server: RealServer, host: string, campaign: Campaign): Promise<void> => {
  for (const replacement of replacementsOf(server)) {
    // Whoever does not replace in one step is asked for what the connections' cuts do to it, and for nothing else.
    const troubles = campaign.troubles.filter((trouble) => trouble === 'cuts' || replacement === 'atomic');
    for (const trouble of troubles) campaign.found(await make(trouble, server, { host, replacement }, campaign));
  }
};

const make = (
  trouble: Trouble,
  server: RealServer,
  { host, replacement }: { host: string; replacement: Replacement },
  { parts, reader, positions }: Campaign,
): Promise<Findings> => {
  const site = (length: number) => new Site(server, parts, { directory: `/${trouble}`, replacement, length });
  switch (trouble) {
    case 'cuts':
      return cutNights(site(LENGTH), reader, { positions, faults: FAULTS, host });
    case 'server-killed':
      return killServerInNights(site(LENGTH), reader, { parts, host, kills: SERVER_KILLS });
    case 'disk-full':
      return fillDisk(site(LENGTH), reader);
    case 'worker-killed':
      return killWorkers(site(LONG), reader, MOMENTS);
    default:
      return impossible(trouble satisfies never);
  }
};
