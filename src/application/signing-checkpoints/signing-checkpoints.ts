import type { DomainEvent } from '../../domain/domain-event.ts';
import type { CheckpointSigner, CheckpointToSign } from '../ports/checkpoint-signer.ts';
import { type CheckpointSink, CheckpointSinkUnavailable } from '../ports/checkpoint-sink.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { backupConfigurationStream, backupHealthStream } from '../stream-names.ts';
import { AgainstRemembered, continued, type Remembered, remember } from './remembered.ts';
import { readStreamsOf, type StreamNow } from './streams-of-organisation.ts';

export interface SigningPorts {
  readonly eventLog: Pick<EventLog, 'read' | 'readAll'>;
  readonly checkpointSink: CheckpointSink;
  readonly checkpointSigner: CheckpointSigner;
  readonly clock: ScheduleClock;
  readonly telemetry: Telemetry;
}

/** What vouches for an organisation's history now. */
export interface CheckpointsNow {
  /** How many checkpoints there are. */
  readonly sequence: number;
  readonly signedAt: string | null;
  /** Whether a change, or a night that has ended, is in no checkpoint yet. */
  readonly isBehind: boolean;
}

/** Who loses the race for the next checkpoint this often has found a sink that does not work. */
const RETRIES = 10;

/** After these, a checkpoint is due. */
const ENDS_OF_NIGHTS: ReadonlySet<DomainEvent['type']> = new Set([
  ...(['NightDelivered', 'NightDeliveredAgain', 'NightHalfDelivered', 'NightFailed'] as const),
  ...(['NightStopped', 'NightMissed'] as const),
]);

interface Compared {
  readonly remembered: Remembered;
  readonly streams: readonly StreamNow[];
  readonly grown: readonly StreamNow[];
}

/**
 * Signs, into a sink outside the store, where an organisation's streams end. What was signed last is remembered
 * there, and by the signer: a history that has been cut or rewritten behind it is never signed again.
 */
export class SigningCheckpoints {
  readonly #ports: SigningPorts;

  constructor(ports: SigningPorts) {
    this.#ports = ports;
  }

  /** For after an append: a failure is told to the telemetry, and the next signing makes up for it. Never rejects. */
  async keep(organisationId: string): Promise<void> {
    try {
      await this.sign(organisationId);
    } catch (error) {
      this.#ports.telemetry.happened({ name: 'checkpoint-failed', organisationId, error });
    }
  }

  /**
   * Signs what is there, unless nothing was added. Rejects with AlteredHistory, EventLogUnavailable,
   * CheckpointSinkUnavailable or SigningKeyUnavailable.
   */
  async sign(organisationId: string): Promise<Remembered> {
    return this.#append(organisationId, async (compared, checkpoint) => {
      if (compared.grown.length === 0) return undefined;
      return this.#ports.checkpointSigner.sign(checkpoint, compared.remembered.keyId);
    });
  }

  /** Holds the whole history against what was signed. Rejects as {@link SigningCheckpoints.sign}. */
  async check(organisationId: string): Promise<CheckpointsNow> {
    const { remembered, grown } = await this.#compare(organisationId);
    const changing = [backupConfigurationStream(organisationId), backupHealthStream(organisationId)] as const;
    const isBehind = grown.some(
      ({ stream, last }) => changing.some((name) => name === stream) || ENDS_OF_NIGHTS.has(last),
    );
    return { sequence: remembered.sequence, signedAt: remembered.signedAt, isBehind };
  }

  /**
   * Hands over to a new key in the log of each organisation, and then destroys the old one. Whoever trusts the old
   * key is led to the new one by a checkpoint that both have signed. Cut short, it goes on when called again.
   */
  async rotateKey(organisationIds: readonly string[]): Promise<void> {
    const { checkpointSigner } = this.#ports;
    for (const organisationId of organisationIds)
      await this.#append(organisationId, async ({ remembered }, checkpoint) =>
        checkpointSigner.signHandingOver(checkpoint, remembered.keyId),
      );
    await checkpointSigner.completeHandingOver();
  }

  async #append(
    organisationId: string,
    sign: (compared: Compared, checkpoint: CheckpointToSign) => Promise<string | undefined>,
  ): Promise<Remembered> {
    const { checkpointSink, checkpointSigner, clock } = this.#ports;
    for (let retry = 0; retry < RETRIES; retry += 1) {
      const compared = await this.#compare(organisationId);
      const { remembered, streams: heads, grown } = compared;
      const { sequence, fingerprint: predecessor, notes } = remembered;
      const signedAt = clock.now().toString();
      const checkpoint = { organisationId, sequence: sequence + 1, predecessor, signedAt, heads, grown };
      const note = await sign(compared, checkpoint);
      if (note === undefined) return remembered;
      if ((await checkpointSink.append(organisationId, notes.at(-1) ?? null, note)) === 'conflict') continue;
      const now = await continued({ signer: checkpointSigner, organisationId }, remembered, [note]);
      if (now.fingerprint !== null) {
        await checkpointSigner.keepLastSigned(organisationId, { ...now, fingerprint: now.fingerprint });
      }
      return now;
    }
    throw new CheckpointSinkUnavailable('the checkpoints are written by too many at once');
  }

  async #compare(organisationId: string): Promise<Compared> {
    // Before the events: what another process signs in between is no more than what is read then.
    const remembered = await remember(this.#stores, organisationId);
    const against = new AgainstRemembered(remembered);
    const streams = await readStreamsOf(this.#ports.eventLog, organisationId, (event) => against.see(event));
    against.end();
    const grown = streams.filter(({ stream, version }) => remembered.heads.get(stream)?.version !== version);
    return { remembered, streams, grown };
  }

  get #stores(): { readonly sink: CheckpointSink; readonly signer: CheckpointSigner } {
    return { sink: this.#ports.checkpointSink, signer: this.#ports.checkpointSigner };
  }
}
