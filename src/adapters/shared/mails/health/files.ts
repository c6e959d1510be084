import { Temporal } from 'temporal-polyfill';
import type { HealthMail } from '../../../../application/ports/mailer.ts';
import type { FileInPlace, HealthFact } from '../../../../domain/backup-health/events.ts';
import { isOldPlan } from '../../../../domain/history/freshness.ts';
import { addDays, daysBetween } from '../../../../domain/schedule/local-date.ts';
import { nightOf, WINDOW_DAYS } from '../../../../domain/schedule/night.ts';
import type { Section } from '../content.ts';
import { harmlessValue } from '../harmless-text.ts';
import { momentIn } from '../moment.ts';
import type { Wording } from '../wording.ts';
import { mailDate } from './mail-date.ts';
import type { FileAge, HealthWording } from './wording.ts';

/** How old each file on the server is, and which days it is still good for: as of the moment of the fact. */
export const filesSection = (
  { destination, occurredAt, timeZone }: HealthMail,
  { files }: HealthFact,
  { files: words }: HealthWording,
  { place }: Wording,
): Section => {
  const where = place(harmlessValue(destination.host), harmlessValue(destination.directory));
  if (files.length === 0)
    return { kind: 'explanation', heading: words.heading, texts: [words.place(where), words.none] };
  return {
    kind: 'files',
    heading: words.heading,
    where: words.place(where),
    files: files.map((file) => {
      const age = ageOf(file, occurredAt, timeZone);
      const broken = file.mayBeBroken ? [words.mayBeBroken] : [];
      // One that is over is not to be relied on anyhow.
      const old = age.isOld && age.until !== null ? [words.oldPlan] : [];
      return { name: harmlessValue(file.name), lines: [words.asOf(age), words.until(age), ...old, ...broken] };
    }),
    remark: files.length === 1 ? words.onlyOne : null,
  };
};

const ageOf = ({ night, collectedAt }: FileInPlace, occurredAt: string, timeZone: string): FileAge => {
  const collected = Temporal.Instant.from(collectedAt);
  const today = nightOf(Temporal.Instant.from(occurredAt), timeZone);
  const date = nightOf(collected, timeZone);
  const last = addDays(night, WINDOW_DAYS - 1);
  return {
    date: mailDate(date),
    time: momentIn(collectedAt, timeZone).time.slice(0, 'HH:MM'.length),
    days: Math.max(0, daysBetween(date, today)),
    until: last < today ? null : mailDate(last),
    isOld: isOldPlan(collectedAt, Temporal.Instant.from(occurredAt)),
  };
};
