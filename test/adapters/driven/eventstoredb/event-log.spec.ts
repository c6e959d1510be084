import { Temporal } from 'temporal-polyfill';
import { EventStoreEventLog } from '../../../../src/adapters/driven/eventstoredb/event-log.ts';
import { type Message, messageFor, storedOf } from '../../../../src/adapters/driven/eventstoredb/message.ts';
import { eventLogContract } from '../../../contracts/event-log.contract.ts';
import { LISTENING, SERVER_NAME, servers } from './cluster.ts';

eventLogContract(SERVER_NAME, async () => {
  let now = Temporal.Instant.from('2026-11-24T01:00:00Z');
  const clock = { now: () => now };
  const { begin, close } = servers();
  const open = await begin();
  const store = open();
  return {
    log: new EventStoreEventLog(store, clock, LISTENING),
    second: new EventStoreEventLog(open(), clock, LISTENING),
    setClock: (time) => {
      now = time;
    },
    altered: async (edit) => {
      const messages: Message[] = [];
      for (let after = 0n; ; after = messages.at(-1)?.position ?? 0n) {
        const page = await store.pageBehind(after, 'events');
        if (page.length === 0) break;
        messages.push(...page);
      }
      const elsewhere = (await begin())();
      for (const event of edit(messages.map(storedOf)))
        await elsewhere.append(event.stream, 'any', [messageFor(event)]);
      return new EventStoreEventLog(elsewhere, clock, LISTENING);
    },
    close,
  };
});
