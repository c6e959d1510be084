import type { ChangeMail } from '../../../application/ports/mailer.ts';
import { changeKind } from './change-kind.ts';
import { harmlessName } from './harmless-text.ts';
import { momentIn } from './moment.ts';
import { remarksOn } from './remarks.ts';
import { type Row, rowsOf, wordingOf } from './rows.ts';

/** A mail in words, before it is laid out: everything in it is harmless text, and nothing is markup yet. */
export interface MailContent {
  readonly subject: string;
  readonly greeting: string;
  readonly lead: string;
  readonly circumstances: readonly { readonly label: string; readonly value: string }[];
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly rows: readonly Row[];
  readonly remarks: readonly string[];
  readonly notMeant: { readonly heading: string; readonly steps: readonly string[] };
  readonly witness: {
    readonly heading: string;
    readonly explanation: string;
    /** `VERSION:HASH` */
    readonly line: string;
  };
  readonly footer: readonly string[];
}

/** What one recipient is told of a change, in their language. */
export const contentOf = (mail: ChangeMail): MailContent => {
  const { recipient, facts, occurredAt, timeZone, version, head } = mail;
  const words = wordingOf(recipient.locale);
  const { headings } = words;
  const kind = changeKind(facts);
  const organisation = harmlessName(mail.organisationName);
  const actor = harmlessName(mail.actorName);
  return {
    subject: words.subject(kind, organisation, actor),
    greeting: words.greeting(harmlessName(recipient.name)),
    lead: words.lead(kind, organisation, actor),
    circumstances: [
      { label: headings.who, value: kind === 'time-zone' ? words.theService : actor },
      { label: headings.when, value: words.when(momentIn(occurredAt, timeZone)) },
    ],
    what: headings.what,
    before: words.before,
    after: words.after,
    rows: facts.flatMap((fact) => rowsOf(fact, recipient.locale)),
    remarks: facts.flatMap((fact) => remarksOn(fact, words)),
    notMeant: { heading: headings.notMeant, steps: words.notMeant(kind, actor) },
    witness: { heading: headings.witness, explanation: words.witness, line: `${version}:${head}` },
    footer: [words.noLinks, words.whyYou(organisation)],
  };
};
