import type { CheckpointStore } from '../ports/checkpoint-store.ts';
import { BEGINNING, type EventLog, type Position } from '../ports/event-log.ts';
import {
  BACKUP_CONFIGURATION_STREAMS,
  BACKUP_HEALTH_STREAMS,
  organisationOfConfiguration,
  organisationOfHealth,
} from '../stream-names.ts';
import { type ToTell, toTell } from './to-tell.ts';

/** Streams of one kind, whose events say whom to tell. The name is the stored position's, and for ever. */
export interface Kind {
  readonly subscription: string;
  readonly streams: string;
  readonly organisationOf: (stream: string) => string | undefined;
}

export const KINDS: readonly Kind[] = [
  {
    subscription: 'co-admin-notices',
    streams: BACKUP_CONFIGURATION_STREAMS,
    organisationOf: organisationOfConfiguration,
  },
  { subscription: 'health-notices', streams: BACKUP_HEALTH_STREAMS, organisationOf: organisationOfHealth },
];

/** Long ago on any monotonic clock. */
export const NOW = Number.NEGATIVE_INFINITY;

export interface Pending {
  readonly change: ToTell;
  /** How far the streams had been seen before it. */
  readonly seenBefore: Position;
  /** On the monotonic clock, so that no wall clock that is set keeps a mail back. Nothing is to be done before. */
  readonly lookAgainAt: number;
  /** Mails of it that are not settled. */
  readonly waiting: number;
}

/** What is owed by the streams of one kind, and how far they were seen. */
export class Following {
  /** By change id, in the order of their positions. */
  readonly pending = new Map<string, Pending>();
  readonly #ports: { readonly eventLog: EventLog; readonly checkpoints: CheckpointStore };
  readonly #kind: Kind;
  #seen: Position = BEGINNING;
  #saved: Position = BEGINNING;

  constructor(ports: { readonly eventLog: EventLog; readonly checkpoints: CheckpointStore }, kind: Kind) {
    this.#ports = ports;
    this.#kind = kind;
  }

  async begin(): Promise<void> {
    this.pending.clear();
    this.#seen = (await this.#ports.checkpoints.load(this.#kind.subscription)) ?? BEGINNING;
  }

  /** Until the signal aborts; `onNews` is called after each event. */
  async follow(signal: AbortSignal, onNews: () => void): Promise<void> {
    const { eventLog } = this.#ports;
    const { streams, organisationOf } = this.#kind;
    for await (const { stream, event, changeId, position } of eventLog.subscribe(this.#seen, signal, streams)) {
      const organisationId = organisationOf(stream);
      const isTelling = event.type === 'CoAdministratorsToBeTold' || event.type === 'AdministratorsToBeTold';
      if (isTelling && organisationId !== undefined) {
        const change = await toTell(eventLog, organisationId, changeId);
        const seenBefore = this.#seen;
        if (change !== undefined) this.pending.set(changeId, { change, seenBefore, lookAgainAt: NOW, waiting: 0 });
      }
      this.#seen = position;
      onNews();
    }
  }

  /** Law: the stored position never passes a notice that is not settled. */
  async saveCheckpoint(): Promise<void> {
    // The log is followed in the order of its positions, so the first pending one is the earliest.
    const [first] = this.pending.values();
    // A position is the log's own: one that is made up, by counting, it may not know.
    const safe = first === undefined ? this.#seen : first.seenBefore;
    if (safe === this.#saved) return;
    await this.#ports.checkpoints.save(this.#kind.subscription, safe);
    this.#saved = safe;
  }
}
