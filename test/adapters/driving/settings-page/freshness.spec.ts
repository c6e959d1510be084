import { beforeAll, describe, expect, it } from 'vitest';
import { aDestination } from '../../../builders/destination.ts';
import { ABENDBLATT, Newsroom } from '../../../support/newsroom.ts';
import { aMonthOfNights, goOnTo } from '../../../support/thirty-nights.ts';
import { aPage, contextOf, getting, textOf } from './visitor.ts';

const BY = { organisationId: ABENDBLATT.id, actorId: 'ben', requestId: null, expectedVersion: null };

const htmlOf = async (newsroom: Newsroom, path = '', locale: 'de' | 'en' = 'en') => {
  const page = await aPage(newsroom);
  const response = await page(getting(path), contextOf({ locale }));
  return { status: response.status, html: await response.text() };
};

const shown = async (newsroom: Newsroom, path = '', locale: 'de' | 'en' = 'en') =>
  textOf((await htmlOf(newsroom, path, locale)).html);

let aMonth: Newsroom;
beforeAll(async () => {
  aMonth = new Newsroom();
  await aMonthOfNights(aMonth);
  await goOnTo(aMonth, '2026-12-24T09:00');
});

describe('whether a newsroom can rely on its files', () => {
  it('is said first of all, in the language of the reader', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    expect(await shown(newsroom)).toContain('No: there is no file at the destination yet.');
    await newsroom.run();
    expect(await shown(newsroom)).toContain('Yes, you can rely on the files: both are up to date.');
    expect(await shown(newsroom, '', 'de')).toContain('Ja, auf die Dateien ist Verlass');
    await goOnTo(newsroom, '2026-11-26T05:30');
    expect(await shown(newsroom, '', 'de')).toContain(
      'Nur bedingt: Beide Dateien sind veraltet. Sie stammen aus der Nacht Mi., 25. November.',
    );
  });

  it('is not said where nothing is set up', async () => {
    expect(await shown(new Newsroom())).not.toContain('Can you rely on the files?');
  });

  it('is no, though the files came in time, where the plan in them is old', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await goOnTo(newsroom, '2026-11-28T02:31');
    await newsroom.run();
    expect(await shown(newsroom)).toContain('the plan in them is more than two days old');
  });

  it.each([
    ['overwrite', { on: 'upload', cutAfterBytes: 3, times: 9 }],
    ['atomic', { on: 'upload', cutAfterBytes: 3, times: 9 }],
  ] as const)('is in doubt where a file may be half there: %s', async (replacement, fault) => {
    const newsroom = new Newsroom();
    await newsroom.setUp({ replacement });
    await newsroom.run();
    newsroom.server.plan(fault);
    await newsroom.run();
    const doubt = 'an attempt broke off while it replaced a file';
    if (replacement === 'overwrite') expect(await shown(newsroom)).toContain(doubt);
    else expect(await shown(newsroom)).not.toContain(doubt);
  });

  it('is less by the day while paused', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    await (await newsroom.backup()).configuring.pause(BY);
    const text = await shown(newsroom);
    expect(text).toContain('Less by the day: the backup is paused');
    expect(text).toContain('Next night none while the backup is paused');
  });
});

describe('a night that is overdue', () => {
  it('is warned of, with no worker alive, and what to do', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await goOnTo(newsroom, '2026-11-25T05:29');
    expect(await shown(newsroom)).not.toContain('No backup ran last night');
    await goOnTo(newsroom, '2026-11-25T05:30');
    expect(await shown(newsroom)).toContain('No backup ran last night. It should have been there by 05:30.');
    expect(await shown(newsroom, '', 'de')).toContain(
      'Heute Nacht ist kein Backup gelaufen. Bis 05:30 hätte es da sein sollen. Der Nachtdienst meldet sich nicht.',
    );
    await goOnTo(newsroom, '2026-11-27T09:00');
    const text = await shown(newsroom, '', 'de');
    expect(text).toContain('Ab der Nacht Mi., 25. November ist kein Backup mehr gelaufen.');
    expect(text).toContain('Nächste Nacht Fr., 27. November, sobald der Nachtdienst da ist');
  });
});

describe('a backup that fails night by night', () => {
  it('is said to, with the night since which it does, and that all are told', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.server.plan({ on: 'connect', server: 'refuses', times: 99 });
    const stop = new AbortController();
    const work = (await newsroom.backup()).worker.run(stop.signal);
    await goOnTo(newsroom, '2026-11-26T00:30');
    stop.abort();
    await work;
    expect(await shown(newsroom)).toContain('Since the night of Wed 25 November something is wrong.');
    expect(await shown(newsroom, '', 'de')).toContain('Seit der Nacht Mi., 25. November ist das Backup gestört.');
  });
});

describe('the strip', () => {
  it('has thirty nights, each with date and word, and counts them', async () => {
    const { html } = await htmlOf(aMonth);
    expect(html.match(/class="pb-cell /g)?.length).toBe(30);
    const text = textOf(html);
    for (const said of [
      'Thu 3 December: failed',
      'Sat 5 December: missed',
      'Tue 8 December: half delivered',
      'Thu 10 December: late',
      'Mon 14 December: paused',
      'Wed 23 December: delivered',
      '1 late',
      '3 paused',
    ])
      expect(text).toContain(said);
  });

  it('begins with the set-up', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    await goOnTo(newsroom, '2026-11-27T00:30');
    const { html } = await htmlOf(newsroom);
    expect(html.match(/class="pb-cell /g)?.length).toBe(3);
    expect(textOf(html)).toContain('The last 3 nights');
  });

  it('says of a set-up after the slot of today that there was none', async () => {
    const newsroom = new Newsroom();
    await goOnTo(newsroom, '2026-11-25T12:00');
    await newsroom.setUp();
    expect(await shown(newsroom)).toContain('Wed 25 November: not set up');
  });
});

describe('the page of the nights', () => {
  it('tells each night with its attempts: step, remedy, rows and bytes', async () => {
    const text = await shown(aMonth, '/nights');
    expect(text).toMatch(
      /Thu 3 December ✗ failed attempt 1 , as scheduled, begun 3 Dec 2026, 02:31 : failed, 3 Dec 2026, 02:31 \. /,
    );
    expect(text).toContain('Themenplanung.xlsx : not written (connecting to the server). The server refuses');
    expect(text).toMatch(/Sat 5 December ○ missed The nightly service did not run\./);
    expect(text).toContain(
      'Thu 10 December ◔ late attempt 1 , by hand, begun 10 Dec 2026, 08:40 : both files in place',
    );
    expect(text).toMatch(/Themenplanung\.xlsx : 0 rows, [\d,]+ bytes, in place 23 Dec 2026, 02:31/);
    expect(text.indexOf('Wed 23 December')).toBeLessThan(text.indexOf('Tue 22 December'));
  });

  it('is in German for its German reader, and has where each cell of the strip leads', async () => {
    const { html } = await htmlOf(aMonth, '/nights', 'de');
    expect(textOf(html)).toContain(
      'Do., 3. Dezember ✗ fehlgeschlagen 1. Versuch , planmäßig, begonnen 03.12.2026, 02:31',
    );
    const targets = [...(await htmlOf(aMonth)).html.matchAll(/\/nights#(pb-night-[\d-]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBe(30);
    for (const id of targets) expect(html).toContain(`id="${id}"`);
  });

  it('tells of a night that failed, was repeated by hand, and is delivered by now', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    await newsroom.run({ reason: 'scheduled' });
    expect(await shown(newsroom, '/nights')).toContain('It is tried again today.');
    await newsroom.run();
    const text = await shown(newsroom, '/nights');
    expect(text).toContain('attempt 2 , by hand, begun 25 Nov 2026, 00:30 : both files in place');
    expect(text).toContain('Both files were in place for the first time 25 Nov 2026, 00:30.');
    expect(text).not.toContain('It is tried again today.');
  });

  it('is none where no backup is set up, and for nobody but administrators', async () => {
    expect((await htmlOf(new Newsroom(), '/nights')).status).toBe(404);
    const newsroom = new Newsroom();
    await newsroom.setUp({ destination: aDestination() });
    const page = await aPage(newsroom);
    const response = await page(getting('/nights'), contextOf({ administratorId: 'zoe' }));
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('pb-night');
  });
});
