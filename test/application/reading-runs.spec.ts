import { beforeEach, describe, expect, it } from 'vitest';
import { EventLogUnavailable, type Position, type RecordedEvent } from '../../src/application/ports/event-log.ts';
import { NightsOfOrganisation } from '../../src/application/reading-runs.ts';
import { nightIn } from '../../src/domain/history/nights.ts';
import { ABENDBLATT, Newsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.setUp();
});

/** The newsroom's log, which breaks off after so many events where it is told to. */
const readLog = () => {
  const seen: { from: Position; events: number }[] = [];
  const faults: number[] = [];
  const readAll = async function* (from: Position, prefix?: string): AsyncGenerator<RecordedEvent> {
    const reading = { from, events: 0 };
    seen.push(reading);
    const breaksAfter = faults.pop();
    for await (const event of newsroom.eventLog.readAll(from, prefix)) {
      if (reading.events === breaksAfter) throw new EventLogUnavailable('broken off');
      reading.events += 1;
      yield event;
    }
  };
  return { log: { readAll }, seen, faults };
};

describe('the nights of an organisation', () => {
  it('are read once, and after that what is new', async () => {
    const { log, seen } = readLog();
    const nights = new NightsOfOrganisation(log, ABENDBLATT.id);
    expect(await nights.now()).toEqual([]);
    await newsroom.run({ night: '2026-11-24' });
    const first = await nights.now();
    await newsroom.run({ night: '2026-11-25' });
    const both = await nights.now();
    expect(both.map(nightIn)).toEqual(['2026-11-24', '2026-11-25']);
    expect(await new NightsOfOrganisation(newsroom.eventLog, ABENDBLATT.id).now()).toEqual(both);
    expect(seen.map(({ events }) => events)).toEqual([
      0,
      first.flat().length,
      both.flat().length - first.flat().length,
    ]);
  });

  it('go on where one of them is run again, and leave what was returned as it was', async () => {
    const nights = new NightsOfOrganisation(newsroom.eventLog, ABENDBLATT.id);
    await newsroom.run({ night: '2026-11-24' });
    const [before] = await nights.now();
    const events = before?.length ?? 0;
    await newsroom.run({ night: '2026-11-24' });
    const [after] = await nights.now();
    expect(before).toHaveLength(events);
    expect(after?.length).toBeGreaterThan(events);
    expect(after?.slice(0, events)).toEqual(before);
  });

  it('are read from where they were before, if the log breaks off', async () => {
    const { log, faults } = readLog();
    const nights = new NightsOfOrganisation(log, ABENDBLATT.id);
    await newsroom.run({ night: '2026-11-24' });
    faults.push(3);
    await expect(nights.now()).rejects.toThrow(EventLogUnavailable);
    expect(await nights.now()).toEqual(await new NightsOfOrganisation(newsroom.eventLog, ABENDBLATT.id).now());
  });
});
