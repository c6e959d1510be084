import { Temporal } from 'temporal-polyfill';
import { ABENDBLATT, type Newsroom } from './newsroom.ts';

const ZONE = ABENDBLATT.timeZone;
/** As it is called while it is uploaded. */
const SECOND_FILE = '20261208-1.Terminplanung.xlsx.part';
const BY = { organisationId: ABENDBLATT.id, actorId: 'ben', requestId: null, expectedVersion: null };

/** The clock goes on to a local moment. */
export const goOnTo = async ({ clock }: Newsroom, local: string): Promise<void> => {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant();
  await clock.advance(at.since(clock.now()).total('milliseconds'));
};

/** The plan stays, and is as of now. */
const collectAnew = async ({ planningSource, clock }: Newsroom): Promise<void> => {
  const collection = await planningSource.collect(ABENDBLATT.id);
  planningSource.set(ABENDBLATT.id, { ...collection, collectedAt: clock.now() });
};

/**
 * What an administrator may find after a month, at 09:00 on 24 December: set up on 25 November; the server refused
 * on the 3rd, and only one file came on the 8th; nobody was up on the 5th; the 10th was run by hand in the morning; paused
 * from the 14th to the 16th; all else arrived. The last night is left to the test.
 */
export const aMonthOfNights = async (newsroom: Newsroom): Promise<void> => {
  await newsroom.setUp();
  const { configuring } = await newsroom.backup();
  const first = Temporal.PlainDate.from('2026-11-25');
  for (let date = first; date.toString() < '2026-12-24'; date = date.add({ days: 1 })) {
    const { month, day } = date;
    const isDecember = month === 12;
    if (isDecember && day === 14) await configuring.pause(BY);
    if (isDecember && day >= 14 && day <= 16) continue;
    if (isDecember && day === 5) continue;
    await goOnTo(newsroom, `${date}T${isDecember && day === 10 ? '08:40' : '02:31'}`);
    if (isDecember && day === 17) await configuring.resume(BY);
    if (isDecember && day === 3) newsroom.server.plan({ on: 'connect', server: 'refuses' });
    if (isDecember && day === 8)
      newsroom.server.plan({ on: 'rename', file: SECOND_FILE, times: 9, connectionBreaks: 'before-it-is-done' });
    await collectAnew(newsroom);
    await newsroom.run({ reason: isDecember && day === 10 ? 'manual' : 'scheduled' });
  }
};
