import { Temporal } from 'temporal-polyfill';
import { EventStoreEventLog } from '../../../../src/adapters/driven/eventstoredb/event-log.ts';
import { type Message, messageFor, storedOf } from '../../../../src/adapters/driven/eventstoredb/message.ts';
import { eventStreams } from '../../../../src/adapters/driven/eventstoredb/names.ts';
import { eventLogContract } from '../../../contracts/event-log.contract.ts';
import { startEventStoreDouble } from '../../../support/eventstoredb/double.ts';
import { storeAt } from './opened-double.ts';

const LISTENING = { silence: 500, patience: 5_000, pauses: { first: 5, longest: 50 } };

eventLogContract('EventStoreDB double', async () => {
  let now = Temporal.Instant.from('2026-11-24T01:00:00Z');
  const clock = { now: () => now };
  const opened: { close(): Promise<void> }[] = [];
  const begun = async () => {
    const double = await startEventStoreDouble({ dedupe: false });
    opened.unshift(double);
    return double;
  };
  const openAt = (connectionString: string) => {
    const store = storeAt(connectionString);
    opened.unshift(store);
    return store;
  };
  const double = await begun();
  const stores = [openAt(double.connectionString), openAt(double.connectionString)] as const;
  const [log, second] = stores.map((store) => new EventStoreEventLog(store, clock, LISTENING));
  if (log === undefined || second === undefined) throw new Error('two logs were opened');
  return {
    log,
    second,
    setClock: (time) => {
      now = time;
    },
    altered: async (edit) => {
      const messages: Message[] = [];
      for (let after = 0n; ; ) {
        const page = await stores[0].pageBehind(after, eventStreams(''));
        const last = page.at(-1);
        if (last === undefined) break;
        messages.push(...page);
        after = last.position;
      }
      const elsewhere = openAt((await begun()).connectionString);
      for (const event of edit(messages.map(storedOf)))
        await elsewhere.append(event.stream, 'any', [messageFor(event)]);
      return new EventStoreEventLog(elsewhere, clock, LISTENING);
    },
    close: async () => {
      for (const one of opened) await one.close();
    },
  };
});
