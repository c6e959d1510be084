import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import { impossible } from '../../domain/impossible.ts';
import type { Night } from '../../domain/schedule/night.ts';
import { type JournalPorts, RecordRejected } from '../journal.ts';
import { NO_STREAM } from '../ports/event-log.ts';
import type { LeaseStore } from '../ports/lease-store.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { foldWith } from '../recording.ts';
import { attemptJournal } from '../running-nightly-backup/attempt-journal.ts';
import { claimNight } from '../running-nightly-backup/claiming.ts';
import { endAttempt } from '../running-nightly-backup/ending.ts';
import { endOfNight } from '../running-nightly-backup/telling.ts';
import { backupConfigurationStream } from '../stream-names.ts';

interface PastNightPorts extends JournalPorts {
  readonly leases: LeaseStore;
  readonly telemetry: Telemetry;
}

/**
 * Gives a night whose date is over an end: missed, if nobody began it; failed, if whoever began it gives no sign of
 * life. It is not delivered late: a newer one is due.
 */
export const settlePastNight = async (
  ports: PastNightPorts,
  organisationId: string,
  night: Night,
  { actorId, leaseLength }: { readonly actorId: string; readonly leaseLength: number },
): Promise<void> => {
  const slice = await ports.eventLog.read(backupConfigurationStream(organisationId));
  const configuration = foldWith(backupConfiguration, slice);
  if (configuration.status !== 'active' || slice.end === NO_STREAM) return;
  const { destination, fileNames } = configuration.settings;
  const pin = { configurationVersion: slice.end.version, configurationHead: slice.end.head, destination };
  const journal = attemptJournal(ports, organisationId, night, { actorId, requestId: null });
  const run = await journal.now();
  const tell = async (): Promise<void> => {
    const { state } = await journal.now();
    if (state.status === 'ended') ports.telemetry.happened(endOfNight(organisationId, night, state));
  };
  try {
    switch (run.state.status) {
      case 'ended':
        return;
      case 'unclaimed':
        // At the end that was just read: whoever begins it in this moment is first, and the night is not missed.
        if ((await journal.recordAt(run, { type: 'RecordMissedNight', night, ...pin })) === 'recorded') await tell();
        return;
      case 'running': {
        const request = { organisationId, reason: 'scheduled' } as const;
        const claim = { journal, night, pin, workerId: ports.ids.newId(), request };
        const attempt = await claimNight(claim, ports, leaseLength);
        if (typeof attempt !== 'number') return;
        await endAttempt(journal, attempt, 'overtaken', fileNames, false);
        await tell();
        return;
      }
      default:
        return impossible(run.state satisfies never);
    }
  } catch (error) {
    if (!(error instanceof RecordRejected)) throw error;
  }
};
