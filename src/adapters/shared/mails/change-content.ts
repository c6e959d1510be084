import type { ChangeMail } from '../../../application/ports/mailer.ts';
import { changeKind } from './change-kind.ts';
import type { MailContent } from './content.ts';
import { harmlessName } from './harmless-text.ts';
import { momentIn } from './moment.ts';
import { remarksOn } from './remarks.ts';
import { rowsOf, wordingOf } from './rows.ts';

/** What one recipient is told of a change of the settings. */
export const changeContent = (mail: ChangeMail): MailContent => {
  const { recipient, facts, occurredAt, timeZone, version, head } = mail;
  const words = wordingOf(recipient.locale);
  const { headings, before, after } = words;
  const kind = changeKind(facts);
  const organisation = harmlessName(mail.organisationName);
  const actor = harmlessName(mail.actorName);
  const lines = [
    { label: headings.who, value: kind === 'time-zone' ? words.theService : actor },
    { label: headings.when, value: words.when(momentIn(occurredAt, timeZone)) },
  ];
  const rows = facts.flatMap((fact) => rowsOf(fact, recipient.locale));
  const remarks = facts.flatMap((fact) => remarksOn(fact, words));
  return {
    subject: words.subject(kind, organisation, actor),
    greeting: words.greeting(harmlessName(recipient.name)),
    lead: words.lead(kind, organisation, actor),
    sections: [
      { kind: 'circumstances', lines },
      { kind: 'changes', heading: headings.what, before, after, rows },
      ...remarks.map((text) => ({ kind: 'remark', text }) as const),
      { kind: 'steps', heading: headings.notMeant, steps: words.notMeant(kind, actor) },
      { kind: 'witness', heading: headings.witness, explanation: words.witness, line: `${version}:${head}` },
    ],
    footer: [words.noLinks, words.whyYou(organisation)],
  };
};
