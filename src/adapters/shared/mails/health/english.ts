import { MONTHS, WEEKDAYS } from '../english.ts';
import type { HealthWording, MailDate } from './wording.ts';

const date = ({ weekday, day, month }: MailDate): string => `${WEEKDAYS[weekday - 1]}, ${day} ${MONTHS[month - 1]}`;

/** A night is named by the day that it ends in. */
const night = (of: MailDate): string => `in the early hours of ${date(of)}`;

const AGES = ['from today', 'from yesterday'];

export const ENGLISH_HEALTH: HealthWording = {
  failing: {
    subject: (organisation, of) => `ftp backup of ${organisation} failed (${night(of)})`,
    lead: {
      failed: (organisation, of) =>
        `The ftp backup of ${organisation} could not write new files to your server ${night(of)}.`,
      'half-delivered': (organisation, of) =>
        `The ftp backup of ${organisation} could write only one of its two files to your server ${night(of)}.`,
      missed: (organisation, of) => `The ftp backup of ${organisation} did not run ${night(of)}.`,
      'overwritten-late': (organisation, of) =>
        `The ftp backup of ${organisation} wrote both files ${night(of)}, but an earlier attempt may have overwritten them after that.`,
    },
    since: (of) => `It has been so since ${date(of)}.`,
  },
  reminded: {
    subject: (organisation, days) => `Reminder: ftp backup of ${organisation} failing for ${days} days`,
    lead: (organisation, since) =>
      `The ftp backup of ${organisation} has been failing since ${date(since)}. The files on your server are old.`,
  },
  recovered: {
    subject: (organisation) => `ftp backup of ${organisation} works again`,
    lead: (organisation, of) =>
      `The ftp backup of ${organisation} works again: the files of ${date(of)} are on your server.`,
    nothingToDo: 'There is nothing for you to do.',
    oldPlan:
      'Use the files only with care: they came in time, but the plan in them is more than two days old. Tell whoever runs this service, which may be handing out an old copy.',
    since: (since) => `It had been failing since ${date(since)}.`,
  },
  earlier: (from, to) =>
    from.day === to.day && from.month === to.month
      ? `No new files arrived ${night(from)} either; we could only find that out now.`
      : `No new files arrived from ${date(from)} to ${date(to)} either; we could only find that out now.`,
  cause: {
    heading: 'What went wrong',
    headingOfLatest: 'What went wrong last',
    missed: 'The service that runs the backup was not up in that night. Your server was not the cause.',
    overwrittenLate:
      'An attempt that had been given up, or one for an earlier night, put its files there late. The files may be older than they should be; where your server does not replace a file in one step, one may be missing or incomplete.',
  },
  files: {
    heading: 'What you can rely on',
    place: (where) => `On your server (${where}) there are these files:`,
    asOf: ({ date: of, time, days }) => `As of ${date(of)}, ${time} (${AGES[days] ?? `${days} days old`}).`,
    until: ({ until }) =>
      until === null ? 'It no longer covers today: do not rely on it.' : `It covers the days up to ${date(until)}.`,
    mayBeBroken: 'Careful: an attempt broke off while it replaced this file. It may be missing or incomplete.',
    oldPlan: 'Careful: the plan in this file is more than two days old.',
    none: 'None yet: the backup has never written to that place.',
    onlyOne: 'The other one of the two files has never been written there.',
  },
  steps: {
    heading: 'What to do',
    nothingAtTheServer: 'There is nothing to change at your server or in the settings.',
    testConnection:
      'Sign in to the planning service, open Security settings, ftp backup, and choose “Test connection” there. The test shows step by step what is still wrong.',
    backUpNow:
      'Choose “Back up now” in Security settings, ftp backup, or wait for the next night: it is tried again every night.',
    again: 'If it happens again, tell whoever runs this service.',
  },
  nextMail: {
    failing:
      'You will not get a mail about this every night. We write as soon as it works again, and otherwise remind you after three and after seven days.',
    3: 'We write as soon as it works again, and otherwise remind you once more after seven days.',
    7: 'This is the last reminder. We write again only when it works.',
  },
  whyYou: (organisation) => `You get this mail automatically, because you are an administrator of ${organisation}.`,
};
