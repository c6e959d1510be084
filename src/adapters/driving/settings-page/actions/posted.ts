import { readHostIdentity } from '../../../../domain/destination/host-identity.ts';
import { destinationProblemSaid } from '../../../shared/wording/destination-problems.ts';
import type { Said } from '../../../shared/wording/said.ts';
import { type Field, type FormValues, formFrom } from '../form/form-values.ts';
import { type Candidates, candidatesFor, type FormProblem, type ReadForm, readForm } from '../form/reading-form.ts';
import { type ReadSecret, readSecret } from '../form/reading-secret.ts';
import type { Section } from '../section.ts';
import type { FormState, Notice } from '../views/view.ts';
import { wordsIn } from '../wording/catalogue.ts';

/** A form as it came back, with what can be read of it. */
export interface Posted {
  readonly section: Section;
  readonly expectedVersion: number;
  readonly read: ReadForm;
  readonly secret: ReadSecret;
  readonly isSecretToBeEnteredAgain: boolean;
}

const VERSION = /^[0-9]{1,9}$/;

/** Undefined for what no form of ours sends. */
export const expectedVersionIn = (body: URLSearchParams): number | undefined => {
  const text = body.get('expectedVersion') ?? '';
  return VERSION.test(text) ? Number(text) : undefined;
};

/** Undefined for what no form of ours sends. */
export const postedForm = (section: Section, body: URLSearchParams): Posted | undefined => {
  const typed = formFrom(body);
  const expectedVersion = expectedVersionIn(body);
  if (typed === undefined || expectedVersion === undefined) return undefined;
  const read = readForm(typed, section.settings);
  const secrets = ['password', 'privateKey', 'passphrase'].map((field) => body.get(field) ?? '');
  // A script that draws the page anew leaves the fields with secrets as they are.
  const isKept = body.get('scripted') === '1';
  return {
    ...{ section, expectedVersion, read },
    secret: readSecret(body, read.values),
    isSecretToBeEnteredAgain: !isKept && secrets.some((secret) => secret !== ''),
  };
};

/** The form again, as it was filled in, but for secrets. */
export const formAgain = (
  { section, expectedVersion, read, isSecretToBeEnteredAgain }: Posted,
  further: Partial<FormState> = {},
): FormState => ({
  ...{ values: read.values, expectedVersion, problems: {}, others: {}, report: undefined },
  candidates: candidatesOf(read, section),
  isSecretToBeEnteredAgain,
  ...further,
});

export const candidatesOf = (read: ReadForm, { settings }: Section): Candidates => {
  if (read.ok) return candidatesFor(read.destination, read.values, settings);
  // Whose they are is asked again once the form can be read.
  const seen = readHostIdentity(read.values.seen);
  return { current: settings?.trustedIdentity ?? null, seen: seen.ok ? seen.value : null };
};

/** What keeps a form from being used at all. */
export const problemsOf = ({ section: { locale }, read, secret }: Posted): FormState['problems'] => {
  const { problems } = wordsIn(locale);
  return {
    ...(secret.ok ? {} : { [secret.problem.field]: problems.secrets[secret.problem.problem] }),
    ...(read.ok ? {} : { [read.problem.field]: formProblemSaid(read.problem.problem, locale) }),
  };
};

const formProblemSaid = (problem: FormProblem, locale: Section['locale']): Said => {
  const said = wordsIn(locale).problems.form(problem);
  if (said !== undefined) return said;
  return destinationProblemSaid(
    problem as Exclude<FormProblem, 'login-in-address' | 'scheme-unknown' | 'query-in-address' | 'encoding-malformed'>,
    locale,
  );
};

export const problemNotice = (problems: FormState['problems'], { locale }: Section): Notice => ({
  tone: 'bad',
  what: wordsIn(locale).problems.title,
  lines: Object.values(problems).map(({ what }) => what),
});

/** Where a missing secret is to be entered. */
export const secretField = ({ protocol, method }: Pick<FormValues, 'protocol' | 'method'>): Field =>
  protocol === 'sftp' && method === 'private-key' ? 'privateKey' : 'password';
