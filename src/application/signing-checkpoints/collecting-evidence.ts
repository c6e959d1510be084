import type { CheckpointSink } from '../ports/checkpoint-sink.ts';
import { AlteredHistory } from '../ports/event-log.ts';
import type { StoredEnvelope, StoredHistory } from '../ports/stored-history.ts';
import {
  attemptsStream,
  backupConfigurationStream,
  backupHealthStream,
  backupRunStreamsOf,
  noticeStream,
} from '../stream-names.ts';
import type { SigningCheckpoints } from './signing-checkpoints.ts';

/** All that is needed to prove an organisation's history to somebody who does not trust us. */
export interface Evidence {
  readonly organisationId: string;
  /** Every checkpoint, from the first. */
  readonly notes: readonly string[];
  /** By stream's name, then version: exactly up to the last checkpoint, or all that is there where it was altered. */
  readonly events: AsyncIterable<StoredEnvelope>;
  /** Why nothing was signed any more, in words that show no content; null where all is well. */
  readonly altered: string | null;
}

export interface EvidencePorts {
  readonly storedHistory: StoredHistory;
  readonly checkpointSink: CheckpointSink;
  readonly signing: Pick<SigningCheckpoints, 'sign'>;
}

/** Collects what is stored, as it is stored, after it was signed once more: so all of it is vouched for. */
export class CollectingEvidence {
  readonly #ports: EvidencePorts;

  constructor(ports: EvidencePorts) {
    this.#ports = ports;
  }

  /** Undefined for an organisation that has no events. Rejects as SigningCheckpoints.sign, but for AlteredHistory. */
  async of(organisationId: string): Promise<Evidence | undefined> {
    const { signing, checkpointSink } = this.#ports;
    try {
      const { notes, heads } = await signing.sign(organisationId);
      if (heads.size === 0) return undefined;
      // What is recorded meanwhile is for the next export: it is in no checkpoint.
      const isSigned = ({ stream, version }: StoredEnvelope): boolean => version <= (heads.get(stream)?.version ?? 0);
      return { organisationId, notes, events: this.#stored(organisationId, isSigned), altered: null };
    } catch (error) {
      if (!(error instanceof AlteredHistory)) throw error;
      const notes = await checkpointSink.read(organisationId);
      return { organisationId, notes, events: this.#stored(organisationId, () => true), altered: error.message };
    }
  }

  async *#stored(
    organisationId: string,
    isWanted: (event: StoredEnvelope) => boolean,
  ): AsyncGenerator<StoredEnvelope, void> {
    const changeIds = new Set<string>();
    // In the order of the streams' names, which begin so.
    for await (const event of this.#stream(attemptsStream(organisationId))) if (isWanted(event)) yield event;
    for await (const event of this.#stream(backupConfigurationStream(organisationId))) {
      changeIds.add(event.changeId);
      if (isWanted(event)) yield event;
    }
    for await (const event of this.#stream(backupHealthStream(organisationId))) {
      changeIds.add(event.changeId);
      if (isWanted(event)) yield event;
    }
    for await (const event of this.#ports.storedHistory.read(backupRunStreamsOf(organisationId)))
      if (isWanted(event)) yield event;
    for (const stream of [...changeIds].map(noticeStream).sort())
      for await (const event of this.#stream(stream)) if (isWanted(event)) yield event;
  }

  #stream(stream: string): AsyncIterable<StoredEnvelope> {
    return this.#ports.storedHistory.readStream(stream);
  }
}
