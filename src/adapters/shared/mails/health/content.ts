import { Temporal } from 'temporal-polyfill';
import type { HealthMail } from '../../../../application/ports/mailer.ts';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { BackupRecovered, HealthFact, NightTrouble } from '../../../../domain/backup-health/events.ts';
import { isOldPlan } from '../../../../domain/history/freshness.ts';
import { impossible } from '../../../../domain/impossible.ts';
import type { MailContent, Section } from '../content.ts';
import { harmlessName } from '../harmless-text.ts';
import { wordingOf } from '../rows.ts';
import { ENGLISH_HEALTH } from './english.ts';
import { filesSection } from './files.ts';
import { GERMAN_HEALTH } from './german.ts';
import { mailDate } from './mail-date.ts';
import { causeSection, stepsSection } from './trouble.ts';
import type { HealthWording } from './wording.ts';

const wordsOf = (locale: Locale): HealthWording => (locale === 'de' ? GERMAN_HEALTH : ENGLISH_HEALTH);

/** What one administrator is told across nights: how it stands by the last fact, and what came before in few words. */
export const healthContent = (mail: HealthMail): MailContent => {
  const { recipient, facts } = mail;
  const { locale } = recipient;
  const words = wordsOf(locale);
  const organisation = harmlessName(mail.organisationName);
  const last = facts.at(-1);
  if (last === undefined) throw new Error('A mail about the state across nights has something to tell');
  return {
    ...beginning(last, mail.occurredAt, organisation, words),
    greeting: wordingOf(locale).greeting(harmlessName(recipient.name)),
    sections: [
      ...earlier(facts, words).map((text): Section => ({ kind: 'remark', text })),
      ...ofState(last, facts, locale, words),
      filesSection(mail, last, words, wordingOf(locale)),
      ...toDo(last, locale, words),
    ],
    footer: [wordingOf(locale).noLinks, words.whyYou(organisation)],
  };
};

const beginning = (
  fact: HealthFact,
  at: string,
  organisation: string,
  words: HealthWording,
): Pick<MailContent, 'subject' | 'lead'> => {
  const [night, since] = [mailDate(fact.night), mailDate(fact.since)];
  switch (fact.type) {
    case 'BackupFailing': {
      const { subject, lead } = words.failing;
      return { subject: subject(organisation, night), lead: lead[fact.trouble.kind](organisation, night) };
    }
    case 'BackupFailureReminded': {
      const { subject, lead } = words.reminded;
      return { subject: subject(organisation, fact.afterDays), lead: lead(organisation, since) };
    }
    case 'BackupRecovered': {
      const { subject, lead, nothingToDo, oldPlan } = words.recovered;
      const isOld = fact.files.some(({ collectedAt }) => isOldPlan(collectedAt, Temporal.Instant.from(at)));
      return { subject: subject(organisation), lead: `${lead(organisation, night)} ${isOld ? oldPlan : nothingToDo}` };
    }
    default:
      return impossible(fact satisfies never);
  }
};

/** Troubles that were over, and that nobody had been told of. */
const earlier = (facts: readonly HealthFact[], words: HealthWording): readonly string[] => {
  const last = facts.at(-1);
  return facts.slice(0, -1).flatMap((fact) => {
    if (fact.type !== 'BackupFailing' || (last?.type === 'BackupRecovered' && isOf(last, fact))) return [];
    return [words.earlier(mailDate(fact.since), mailDate(fact.night))];
  });
};

const isOf = ({ since }: BackupRecovered, failing: HealthFact): boolean => failing.since === since;

const ofState = (
  last: HealthFact,
  facts: readonly HealthFact[],
  locale: Locale,
  words: HealthWording,
): readonly Section[] => {
  const remark = (text: string): Section => ({ kind: 'remark', text });
  switch (last.type) {
    case 'BackupFailing': {
      const since = last.since === last.night ? [] : [remark(words.failing.since(mailDate(last.since)))];
      return [...since, causeSection(last.trouble, words.cause.heading, locale, words)];
    }
    case 'BackupFailureReminded':
      return [causeSection(last.trouble, words.cause.headingOfLatest, locale, words)];
    case 'BackupRecovered': {
      const untold = facts.find((fact) => fact.type === 'BackupFailing' && isOf(last, fact));
      const trouble: NightTrouble | undefined = untold?.type === 'BackupFailing' ? untold.trouble : undefined;
      return [
        remark(words.recovered.since(mailDate(last.since))),
        ...(trouble === undefined ? [] : [causeSection(trouble, words.cause.heading, locale, words)]),
      ];
    }
    default:
      return impossible(last satisfies never);
  }
};

const toDo = (last: HealthFact, locale: Locale, words: HealthWording): readonly Section[] => {
  if (last.type === 'BackupRecovered') return [];
  const next = last.type === 'BackupFailing' ? 'failing' : last.afterDays;
  return [stepsSection(last.trouble, locale, words), { kind: 'remark', text: words.nextMail[next] }];
};
