import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '../adapters/driven/clock/system-clock.ts';
import { ExceljsTableRenderer } from '../adapters/driven/exceljs/table-renderer.ts';
import { readPlanFile } from '../adapters/driven/plan-file/plan-file.ts';
import { organisationOf } from '../adapters/driven/plan-file/plan-file-directory.ts';
import { collectionOf, orUnavailable } from '../adapters/driven/plan-file/plan-file-source.ts';
import type { Installation, OpenOptions } from '../adapters/driving/cli/installation.ts';
import { AllowedNetworks } from '../adapters/shared/guarded-network/allowed-networks.ts';
import { tellingAll } from '../application/telling-all.ts';
import { IdentifyingServer } from '../application/testing-connection/identifying-server.ts';
import { keyFileOf, open, transportsOver } from './opening.ts';
import { STORE } from './stores.ts';
import { work } from './work.ts';

/**
 * A data folder with keys, checkpoints and mails that are files; the store in SQLite there, or a cluster; plans from files,
 * the real transports.
 */
export const embedded: Installation = {
  now: () => new SystemClock().now(),
  readPeople: (planFile) =>
    orUnavailable(readPlanFile(planFile).then((file) => ({ organisation: organisationOf(file), collection: null }))),
  readPlan: (planFile) =>
    orUnavailable(
      readPlanFile(planFile).then((file) => {
        const organisation = organisationOf(file);
        return { organisation, collection: collectionOf(file, organisation.id) };
      }),
    ),
  identify: (destination, allowed) =>
    new IdentifyingServer({ transports: transportsOver(allowed) }).identify(destination),
  hasEmbeddedStore: ({ dataDirectory }) => existsSync(join(dataDirectory, STORE)),
  hasState: ({ dataDirectory, eventStore }) => eventStore !== null || existsSync(join(dataDirectory, STORE)),
  open: (options) => open(options),
  renderTable: (table) => new ExceljsTableRenderer().render(table),
  jsonLog: async (write) => {
    const { PinoLog } = await import('../adapters/driven/pino-log/pino-log.ts');
    return new PinoLog(write);
  },
  work: async (given) => {
    const options = await observed(given);
    const opened = await open({ ...options, use: 'unsealing' });
    try {
      await opened.refuseMoved();
      return await work(opened, options);
    } catch (error) {
      await opened.close();
      throw error;
    }
  },
  serve: async (given) => {
    const options = await observed(given);
    const opened = await open({ ...options, use: 'unsealing' });
    try {
      await opened.refuseMoved();
      // The page's packages are loaded when they are needed.
      const { serve } = await import('./serve.ts');
      return await serve(opened, options);
    } catch (error) {
      await opened.close();
      throw error;
    }
  },
  setUpEventStore: async (place, admin) => {
    const { setUpCluster } = await import('./cluster-stores.ts');
    return setUpCluster(place, admin);
  },
  move: async (place, cluster, told) => {
    const { moving } = await import('./move.ts');
    return moving(place, keyFileOf(place), cluster, (house) => house.move(told));
  },
  stay: async (place, cluster) => {
    const { moving } = await import('./move.ts');
    return moving(place, keyFileOf(place), cluster, (house) => house.stay());
  },
  signInLink: async (place, who) => {
    const opened = await open({
      ...place,
      plan: null,
      use: 'changing',
      allowedNetworks: AllowedNetworks.publicOnly,
      telemetry: tellingAll(),
    });
    try {
      const { signInLink } = await import('./serve.ts');
      return await signInLink(opened, place.dataDirectory, who);
    } finally {
      await opened.close();
    }
  },
};

/** What runs for long is measured, too, by whatever provider the process was started with. */
const observed = async <Options extends Pick<OpenOptions, 'telemetry'>>(options: Options): Promise<Options> => {
  const { OpenTelemetryTelemetry } = await import('../adapters/driven/opentelemetry/opentelemetry-telemetry.ts');
  const measuring = new OpenTelemetryTelemetry({ clock: new SystemClock() });
  return { ...options, telemetry: tellingAll(options.telemetry, measuring) };
};
