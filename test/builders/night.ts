import { type Night, readNight } from '../../src/domain/schedule/night.ts';

/** A night that is one in that zone. */
export const aNight = (date: string, timeZone = 'Europe/Berlin'): Night => {
  const night = readNight(date, timeZone);
  if (night === undefined) throw new Error(`the test's own data is no night: ${date}`);
  return night;
};
