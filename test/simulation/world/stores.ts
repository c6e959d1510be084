import { createPrivateKey, type KeyObject } from 'node:crypto';
import { InMemoryAttemptLimits } from '../../../src/adapters/driven/in-memory/attempt-limits.ts';
import { InMemoryAuditKeys } from '../../../src/adapters/driven/in-memory/audit-keys.ts';
import { InMemoryCheckpointSink } from '../../../src/adapters/driven/in-memory/checkpoint-sink.ts';
import { InMemoryCheckpointStore } from '../../../src/adapters/driven/in-memory/checkpoint-store.ts';
import { InMemoryEventLog } from '../../../src/adapters/driven/in-memory/event-log.ts';
import { SequentialIds } from '../../../src/adapters/driven/in-memory/id-source.ts';
import { InMemoryLeaseStore } from '../../../src/adapters/driven/in-memory/lease-store.ts';
import { InMemoryNoticeRecords } from '../../../src/adapters/driven/in-memory/notice-records.ts';
import { InMemorySecretStore } from '../../../src/adapters/driven/in-memory/secret-store.ts';
import { KeyedCheckpointSigner } from '../../../src/adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import type { AppendOutcome, EventLog, EventToAppend, StreamEnd } from '../../../src/application/ports/event-log.ts';
import type { Roster } from '../../../src/application/ports/notice-records.ts';
import type { ScheduleClock } from '../../../src/application/ports/schedule-clock.ts';

/** Looks on at what is written. */
export interface StoreOnlooker {
  appended(stream: string, events: readonly EventToAppend[], end: StreamEnd): void;
  rosterKept(organisationId: string, roster: Roster): void;
  beat(key: string): void;
  letGo(key: string): void;
}

class WitnessedLog extends InMemoryEventLog {
  readonly #onlooker: StoreOnlooker;

  constructor(clock: Pick<ScheduleClock, 'now'>, onlooker: StoreOnlooker) {
    super(clock);
    this.#onlooker = onlooker;
  }

  override async append(...[stream, expected, events]: Parameters<EventLog['append']>): Promise<AppendOutcome> {
    const outcome = await super.append(stream, expected, events);
    if (outcome.outcome === 'appended' && events.length > 0) this.#onlooker.appended(stream, events, outcome.end);
    return outcome;
  }
}

class WitnessedRecords extends InMemoryNoticeRecords {
  readonly #onlooker: StoreOnlooker;

  constructor(onlooker: StoreOnlooker) {
    super();
    this.#onlooker = onlooker;
  }

  override async keepRoster(organisationId: string, roster: Roster): Promise<void> {
    await super.keepRoster(organisationId, roster);
    this.#onlooker.rosterKept(organisationId, roster);
  }
}

class WitnessedLeases extends InMemoryLeaseStore {
  readonly #onlooker: StoreOnlooker;

  constructor(onlooker: StoreOnlooker) {
    super();
    this.#onlooker = onlooker;
  }

  override async take(key: string, holder: string): Promise<void> {
    await super.take(key, holder);
    this.#onlooker.beat(key);
  }

  override async beat(key: string, holder: string): Promise<boolean> {
    const isOurs = await super.beat(key, holder);
    if (isOurs) this.#onlooker.beat(key);
    return isOurs;
  }

  override async release(key: string, holder: string): Promise<void> {
    const isOurs = (await super.read(key))?.holder === holder;
    await super.release(key, holder);
    if (isOurs) this.#onlooker.letGo(key);
  }
}

/** RFC 8410: the PKCS #8 wrapping of the 32 bytes of an Ed25519 key. */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The same key in every simulation: its signatures have to be the same. */
class FixedAuditKeys extends InMemoryAuditKeys {
  readonly #key = createPrivateKey({
    key: Buffer.concat([ED25519, Buffer.alloc(32, 7)]),
    format: 'der',
    type: 'pkcs8',
  });

  override current(): KeyObject {
    return this.#key;
  }
}

/** What all machines share. */
export const makeStores = (clock: Pick<ScheduleClock, 'now'>, onlooker: StoreOnlooker) => ({
  eventLog: new WitnessedLog(clock, onlooker),
  checkpointSink: new InMemoryCheckpointSink(),
  checkpointSigner: new KeyedCheckpointSigner(new FixedAuditKeys()),
  secretStore: new InMemorySecretStore(),
  leases: new WitnessedLeases(onlooker),
  checkpoints: new InMemoryCheckpointStore(),
  attemptLimits: new InMemoryAttemptLimits(),
  noticeRecords: new WitnessedRecords(onlooker),
  ids: new SequentialIds(),
});

export type Stores = ReturnType<typeof makeStores>;
