import { Temporal } from 'temporal-polyfill';
import { type Weekday, weekdays } from './material.ts';
import type { LocalMoment } from './plan-file.ts';

export interface Day {
  readonly date: string;
  /** Days since the first night. */
  readonly offset: number;
  readonly weekday: Weekday;
  /** „Montag“ */
  readonly name: string;
  /** „23.11.“ */
  readonly short: string;
}

const names: Readonly<Record<Weekday, string>> = {
  mo: 'Montag',
  di: 'Dienstag',
  mi: 'Mittwoch',
  do: 'Donnerstag',
  fr: 'Freitag',
  sa: 'Samstag',
  so: 'Sonntag',
};

export const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

export const dayOf = (firstNight: string, offset: number): Day => {
  const date = Temporal.PlainDate.from(firstNight).add({ days: offset });
  const weekday = weekdays[date.dayOfWeek - 1] as Weekday;
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    date: date.toString(),
    offset,
    weekday,
    name: names[weekday],
    short: `${two(date.day)}.${two(date.month)}.`,
  };
};

/** The Elbkurier is printed from Monday to Saturday; what is written on Saturday is in Monday's paper. */
export const nextPaper = (date: string): string => {
  const morrow = Temporal.PlainDate.from(date).add({ days: 1 });
  return (morrow.dayOfWeek === 7 ? morrow.add({ days: 1 }) : morrow).toString();
};

/** An instant some days before the first night, and always before its 01:00 in Hamburg. */
export const instantBefore = (firstNight: string, days: number, minuteOfDay: number): string => {
  const date = plusDays(firstNight, -Math.max(1, days));
  const minute = minuteOfDay % (22 * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00Z`;
};

/** So many days from the first night; without a time the whole day. */
export const momentFrom =
  (firstNight: string) =>
  (days: number, time?: string): LocalMoment => ({
    date: plusDays(firstNight, days),
    ...(time === undefined ? {} : { time }),
  });
