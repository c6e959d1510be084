import { setTimeout as passing } from 'node:timers/promises';
import { SystemClock } from '../../src/adapters/driven/clock/system-clock.ts';
import { RandomIds } from '../../src/adapters/driven/ids/random-ids.ts';
import { FileMasterKeyRing } from '../../src/adapters/driven/master-key-file/master-key-file.ts';
import { openSqliteStores } from '../../src/adapters/driven/sqlite/stores.ts';
import { KINDS } from '../../src/application/notifying-co-admins/following.ts';
import { NotifyingCoAdmins } from '../../src/application/notifying-co-admins/notifying-co-admins.ts';
import type { EventLog } from '../../src/application/ports/event-log.ts';
import type { SealedItem } from '../../src/application/ports/moving-house.ts';
import type { ScheduleClock } from '../../src/application/ports/schedule-clock.ts';
import type { StoredEnvelope, StoredHistory } from '../../src/application/ports/stored-history.ts';
import { Secret } from '../../src/application/secret.ts';
import { tellingAll } from '../../src/application/telling-all.ts';
import { clusterStores } from '../../src/bootstrap/cluster-stores.ts';

export const fileStores = (store: string, keyFile: string) =>
  openSqliteStores(store, new FileMasterKeyRing(keyFile), new SystemClock());

export const storesAt = (connection: string, keyFile: string) =>
  clusterStores(
    { connection: new Secret(connection), mayBeInsecure: true },
    new FileMasterKeyRing(keyFile),
    new SystemClock(),
  );

const collected = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** All events as they are stored, and in order. */
export const eventsIn = (history: StoredHistory): Promise<readonly StoredEnvelope[]> => collected(history.read(''));

/** What of a store is to be the same after a move, as text that can be compared. */
const inventory = (events: readonly StoredEnvelope[], sealed: readonly SealedItem[]): readonly string[] => [
  ...events.map((event) => JSON.stringify(event, Object.keys(event).sort())),
  ...sealed.map(({ kind, id, keyId, wrappedKey, commitment, sealed: content }) =>
    [kind, id, keyId, ...[wrappedKey, commitment, content].map((part) => Buffer.from(part).toString('hex'))].join(' '),
  ),
];

export const inventoryOfFile = async (stores: ReturnType<typeof fileStores>): Promise<readonly string[]> =>
  inventory(await eventsIn(stores.storedHistory), await collected(stores.oldHouse.sealedItems()));

/** Asks for what the old one has; that there is nothing else is counted. */
export const inventoryOfCluster = async (
  stores: ReturnType<typeof storesAt>,
  old: ReturnType<typeof fileStores>,
): Promise<readonly string[]> => {
  const sealed: SealedItem[] = [];
  for await (const { kind, id } of old.oldHouse.sealedItems()) {
    const item = await stores.newHouse.sealedItem(kind, id);
    if (item !== undefined) sealed.push(item);
  }
  const others = (await stores.newHouse.countSealed()) - sealed.length;
  return [...inventory(await eventsIn(stores.storedHistory), sealed), ...(others === 0 ? [] : [`${others} others`])];
};

/** `change/recipient` of all that was to be told, and of what was sent. */
export const mailsIn = (
  events: readonly StoredEnvelope[],
): { readonly due: Set<string>; readonly sent: Set<string> } => {
  const [due, sent] = [new Set<string>(), new Set<string>()];
  for (const { stream, type, changeId, payload } of events) {
    const { data } = JSON.parse(payload) as { data: { recipientIds?: readonly string[]; recipientId?: string } };
    if (KINDS.some(({ streams }) => stream.startsWith(streams)))
      for (const id of data.recipientIds ?? []) due.add(`${changeId}/${id}`);
    if (type === 'notice.notice-sent.v1') sent.add(`${changeId}/${data.recipientId}`);
  }
  return { due, sent };
};

/** Milliseconds in which a mail that is sent twice shows. */
const A_WHILE = 2_000;

/**
 * What an outbox on these stores hands over, each mail's key: so many mails at least, and what comes within a while after
 * that. An hour later, so that no pause holds.
 */
export const sentFrom = async (
  stores: {
    readonly eventLog: EventLog;
    readonly checkpoints: ReturnType<typeof storesAt>['checkpoints'];
    readonly noticeRecords: ReturnType<typeof storesAt>['noticeRecords'];
  },
  atLeast: number,
): Promise<readonly string[]> => {
  const keys: string[] = [];
  const over = new AbortController();
  const clock = new SystemClock();
  const later: ScheduleClock = {
    now: () => clock.now().add({ hours: 1 }),
    monotonic: () => clock.monotonic(),
    pass: (milliseconds, signal) => clock.pass(milliseconds, signal),
    waitUntil: (instant, signal) => clock.waitUntil(instant, signal),
  };
  const { eventLog, checkpoints, noticeRecords } = stores;
  const outbox = new NotifyingCoAdmins({
    ...{ eventLog, checkpoints, noticeRecords, clock: later, ids: new RandomIds() },
    directory: { organisation: async () => undefined },
    mailer: { send: async (mail) => void keys.push(mail.key) },
    telemetry: tellingAll(),
  });
  const running = outbox.run(over.signal);
  const until = performance.now() + 20_000;
  while (keys.length < atLeast && performance.now() < until) await passing(50);
  await passing(A_WHILE);
  over.abort();
  await running;
  return keys;
};
