import { ContainerModule } from 'inversify';
import { ConfiguringBackup } from '../application/configuring-backup/configuring-backup.ts';
import { NotifyingCoAdmins } from '../application/notifying-co-admins/notifying-co-admins.ts';
import { ProvingAlive } from '../application/proving-alive/proving-alive.ts';
import { RecordingAttempts } from '../application/recording-attempts.ts';
import { RecordingHealth } from '../application/recording-health/recording-health.ts';
import { RememberedDirectory } from '../application/remembered-directory.ts';
import { ReplayingHistory } from '../application/replaying-history/replaying-history.ts';
import { RunningNightlyBackup } from '../application/running-nightly-backup/running-nightly-backup.ts';
import { CollectingEvidence } from '../application/signing-checkpoints/collecting-evidence.ts';
import { SigningCheckpoints } from '../application/signing-checkpoints/signing-checkpoints.ts';
import { tellingAll } from '../application/telling-all.ts';
import { IdentifyingServer } from '../application/testing-connection/identifying-server.ts';
import { TestingConnection } from '../application/testing-connection/testing-connection.ts';
import { WatchingOverNights } from '../application/watching-over-nights/watching-over-nights.ts';
import { DEFAULT_WORKER_OPTIONS, NightWorker } from '../application/working-nights/night-worker.ts';
import type { Ports } from './ports.ts';
import { TOKENS } from './tokens.ts';

/** The ports, as they were passed in. */
export const portsModule = (ports: Ports): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(TOKENS.eventLog).toConstantValue(ports.eventLog);
    bind(TOKENS.storedHistory).toConstantValue(ports.storedHistory);
    bind(TOKENS.checkpointSink).toConstantValue(ports.checkpointSink);
    bind(TOKENS.checkpointSigner).toConstantValue(ports.checkpointSigner);
    bind(TOKENS.secretStore).toConstantValue(ports.secretStore);
    bind(TOKENS.leases).toConstantValue(ports.leases);
    bind(TOKENS.checkpoints).toConstantValue(ports.checkpoints);
    bind(TOKENS.attemptLimits).toConstantValue(ports.attemptLimits);
    bind(TOKENS.noticeRecords).toConstantValue(ports.noticeRecords);
    bind(TOKENS.transports).toConstantValue(ports.transports);
    bind(TOKENS.renderer).toConstantValue(ports.renderer);
    bind(TOKENS.planningSource).toConstantValue(ports.planningSource);
    bind(TOKENS.directory).toConstantValue(ports.directory);
    bind(TOKENS.mailer).toConstantValue(ports.mailer);
    bind(TOKENS.clock).toConstantValue(ports.clock);
    bind(TOKENS.ids).toConstantValue(ports.ids);
    bind(TOKENS.heartbeat).toConstantValue(ports.heartbeat);
    bind(TOKENS.diskSpace).toConstantValue(ports.diskSpace);
    bind(TOKENS.telemetry).toConstantValue(ports.telemetry);
    bind(TOKENS.times).toConstantValue(ports.times);
  });

/** The use cases, each built from the ports it names: whoever binds a port anew before the first use reaches them all. */
export const useCasesModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    const { eventLog, secretStore, leases, checkpoints, attemptLimits, noticeRecords, transports } = TOKENS;
    const { renderer, planningSource, remembered: directory, mailer, clock, ids, telling: telemetry, times } = TOKENS;
    const { storedHistory, checkpointSink, checkpointSigner, signing, health, attempts } = TOKENS;

    bind(directory)
      .toResolvedValue(
        (directory, noticeRecords, clock) => new RememberedDirectory({ directory, noticeRecords, clock }),
        [TOKENS.directory, noticeRecords, clock],
      )
      .inSingletonScope();

    bind(telemetry)
      .toResolvedValue((telemetry) => tellingAll(telemetry), [TOKENS.telemetry])
      .inSingletonScope();

    bind(attempts)
      .toResolvedValue(
        (eventLog, attemptLimits, clock, ids) => new RecordingAttempts({ eventLog, attemptLimits, clock, ids }),
        [eventLog, attemptLimits, clock, ids],
      )
      .inSingletonScope();

    bind(signing)
      .toResolvedValue(
        (eventLog, checkpointSink, checkpointSigner, clock, telemetry) =>
          new SigningCheckpoints({ eventLog, checkpointSink, checkpointSigner, clock, telemetry }),
        [eventLog, checkpointSink, checkpointSigner, clock, telemetry],
      )
      .inSingletonScope();

    bind(TOKENS.evidence)
      .toResolvedValue(
        (storedHistory, checkpointSink, signing) => new CollectingEvidence({ storedHistory, checkpointSink, signing }),
        [storedHistory, checkpointSink, signing],
      )
      .inSingletonScope();

    bind(TOKENS.configuring)
      .toResolvedValue(
        (eventLog, secretStore, noticeRecords, directory, clock, ids, attempts, signing) =>
          new ConfiguringBackup({ eventLog, secretStore, noticeRecords, directory, clock, ids, attempts, signing }),
        [eventLog, secretStore, noticeRecords, directory, clock, ids, attempts, signing],
      )
      .inSingletonScope();

    bind(TOKENS.notifying)
      .toResolvedValue(
        (eventLog, checkpoints, noticeRecords, directory, mailer, clock, ids, telemetry) =>
          new NotifyingCoAdmins({ eventLog, checkpoints, noticeRecords, directory, mailer, clock, ids, telemetry }),
        [eventLog, checkpoints, noticeRecords, directory, mailer, clock, ids, telemetry],
      )
      .inSingletonScope();

    bind(health)
      .toResolvedValue(
        (eventLog, noticeRecords, directory, clock, ids, telemetry, signing) =>
          new RecordingHealth({ eventLog, noticeRecords, directory, clock, ids, telemetry, signing }),
        [eventLog, noticeRecords, directory, clock, ids, telemetry, signing],
      )
      .inSingletonScope();

    bind(TOKENS.nights)
      .toResolvedValue(
        // biome-ignore format: one line a group reads better than twelve.
        (eventLog, secretStore, leases, transports, renderer, planningSource, directory, clock, ids, telemetry, attempts, health, signing, times) =>
          new RunningNightlyBackup(
            { eventLog, secretStore, leases, transports, renderer, planningSource, directory, clock, ids, telemetry, attempts, health, signing },
            times,
          ),
        // biome-ignore format: as above.
        [eventLog, secretStore, leases, transports, renderer, planningSource, directory, clock, ids, telemetry, attempts, health, signing, times],
      )
      .inSingletonScope();

    bind(TOKENS.worker)
      .toResolvedValue(
        (eventLog, leases, clock, ids, telemetry, nights, health, signing, { leaseLength }) =>
          new NightWorker(
            { eventLog, leases, clock, ids, telemetry, nights, health, signing },
            { ...DEFAULT_WORKER_OPTIONS, leaseLength },
          ),
        [eventLog, leases, clock, ids, telemetry, TOKENS.nights, health, signing, times],
      )
      .inSingletonScope();

    bind(TOKENS.alive)
      .toResolvedValue(
        // biome-ignore format: as above.
        (eventLog, checkpoints, secretStore, diskSpace, clock, telemetry, heartbeat, worker, watching) =>
          new ProvingAlive({ eventLog, checkpoints, secretStore, diskSpace, clock, telemetry, heartbeat, worker, watching }),
        // biome-ignore format: as above.
        [eventLog, checkpoints, secretStore, TOKENS.diskSpace, clock, telemetry, TOKENS.heartbeat, TOKENS.worker, TOKENS.watching],
      )
      .inSingletonScope();

    bind(TOKENS.testing)
      .toResolvedValue(
        (eventLog, secretStore, transports, attemptLimits, directory, clock, ids, attempts) =>
          new TestingConnection({ eventLog, secretStore, transports, attemptLimits, directory, clock, ids, attempts }),
        [eventLog, secretStore, transports, attemptLimits, directory, clock, ids, attempts],
      )
      .inSingletonScope();

    bind(TOKENS.identifying)
      .toResolvedValue((transports) => new IdentifyingServer({ transports }), [transports])
      .inSingletonScope();

    bind(TOKENS.history)
      .toResolvedValue((eventLog) => new ReplayingHistory({ eventLog }), [eventLog])
      .inSingletonScope();

    bind(TOKENS.watching)
      .toResolvedValue((eventLog, clock) => new WatchingOverNights({ eventLog, clock }), [eventLog, clock])
      .inSingletonScope();
  });
