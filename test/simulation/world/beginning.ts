import type { Random } from '../engine/random.ts';

const DAY = 24 * 3_600_000;

/** Local nights in which a clock is changed, or a date is left out: one of them falls into each simulation. */
const SPECIAL_NIGHTS = [
  '2026-10-25', // Berlin and London go back.
  '2027-03-28', // Berlin and London go forward.
  '2026-11-01', // New York and St John's go back.
  '2027-03-14', // New York and St John's go forward.
  '2026-10-04', // Lord Howe goes forward by half an hour.
  '2027-04-04', // Lord Howe goes back by half an hour; Chatham goes back.
  '2026-09-27', // Chatham goes forward.
  '2011-12-30', // Apia has no such date.
];

/** Milliseconds since 1970. */
export const beginningOf = (random: Random, nights: number): number => {
  const special = Date.parse(`${random.pick(SPECIAL_NIGHTS)}T00:00:00Z`);
  return special - random.between(1, Math.max(1, nights - 1)) * DAY;
};
