import type { Credential } from '../../../../application/ports/file-transport.ts';
import { Secret } from '../../../../application/secret.ts';
import type {
  ConnectionTestRefusal,
  ConnectionTestReport,
} from '../../../../application/testing-connection/results.ts';
import { pageResponse, sectionFor } from '../answers.tsx';
import { by, type Desk, type Visit } from '../desk.ts';
import { type Field, serverText } from '../form/form-values.ts';
import { candidatesFor, type ReadForm } from '../form/reading-form.ts';
import { troubleResponse } from '../views/trouble.tsx';
import type { FormState, Notice } from '../views/view.ts';
import { wordsIn } from '../wording/catalogue.ts';
import { formAgain, type Posted, postedForm, problemNotice, problemsOf, secretField } from './posted.ts';

type Readable = Extract<ReadForm, { ok: true }>;

/** Before a host key is trusted nobody logs in, so to see it nothing has to be entered: this is never sent. */
const NOTHING_YET: Credential = { method: 'password', password: new Secret('') };

/** Tests what is in the form, saves nothing, and shows the form again with what was found. */
export const test = async (desk: Desk, visit: Visit, body: URLSearchParams): Promise<Response> => {
  const section = await sectionFor(desk, visit);
  const posted = postedForm(section, body);
  if (posted === undefined) return troubleResponse('malformed', section.locale, visit.context.basePath);
  const { read, secret } = posted;
  if (!read.ok || !secret.ok) return withProblems(desk, visit, posted, problemsOf(posted), 422);
  const { values, destination, trustedIdentity } = read;
  const isLookingOnly = destination.protocol === 'sftp' && trustedIdentity === null;
  const outcome = await desk.backup.testing.test({
    ...{ ...by(visit), destination, user: values.user, trustedIdentity, replacement: values.replacement },
    credential: isLookingOnly ? (secret.credential ?? NOTHING_YET) : secret.credential,
    filePrefix: section.settings === undefined ? values.prefix : null,
  });
  switch (outcome.outcome) {
    case 'tested': {
      const form = formWith(posted, read, outcome);
      return pageResponse(desk, visit, { section, form, notices: [summary(outcome, posted)] });
    }
    case 'refused':
      return refused(desk, visit, posted, outcome.refusal);
    case 'unavailable': {
      const { what, remedy } = wordsIn(section.locale).messages.unavailable;
      const notices = [{ tone: 'bad', what, lines: [remedy] }] as const;
      return pageResponse(desk, visit, { section, form: formAgain(posted), notices, status: 503 });
    }
    default:
      return outcome satisfies never;
  }
};

/** With the identity that the server showed, unless a public authority vouches for it: that needs no trust of ours. */
const formWith = (posted: Posted, read: Readable, report: ConnectionTestReport): FormState => {
  const { settings } = posted.section;
  const { presented } = report;
  const { current } = candidatesFor(read.destination, read.values, settings);
  const isToBeShown = presented !== null && (presented.certificate?.vouchedFor !== true || current !== null);
  const seen = isToBeShown
    ? { seen: presented.identity.fingerprint, seenAt: serverText(read.destination) }
    : { seen: read.values.seen, seenAt: read.values.seenAt };
  const values = { ...read.values, ...seen };
  return formAgain(posted, { values, candidates: candidatesFor(read.destination, values, settings), report });
};

const summary = ({ isOk, steps }: ConnectionTestReport, { section, isSecretToBeEnteredAgain }: Posted): Notice => {
  const { test: words, messages } = wordsIn(section.locale);
  const next = isSecretToBeEnteredAgain ? words.nextSaveWithPassword : words.nextSave;
  if (isOk) return { tone: 'good', what: words.ok, lines: [next] };
  const failed = steps.find(({ status }) => status === 'failed');
  if (failed === undefined) return { tone: 'note', what: words.toBeTrusted.what, lines: [words.toBeTrusted.remedy] };
  return { tone: 'bad', what: words.failed(words.steps[failed.step]), lines: [messages.notSaved] };
};

const refused = (desk: Desk, visit: Visit, posted: Posted, refusal: ConnectionTestRefusal): Response => {
  const { locale, settings } = posted.section;
  const words = wordsIn(locale);
  const said = words.test.refusals(refusal);
  const at = (field: Field, what = said): Response => withProblems(desk, visit, posted, { [field]: what }, 422);
  switch (refusal.reason) {
    case 'ActorNotAnAdministrator':
      return troubleResponse('not-an-administrator', locale, visit.context.basePath);
    case 'PasswordRequired':
      return at(secretField(posted.read.values), settings === undefined ? words.problems.passwordMissing : said);
    case 'PasswordUnavailable':
      return at(secretField(posted.read.values));
    case 'UserMalformed':
      return at('user');
    case 'UnfittingHostIdentity':
      return at('trusted');
    case 'PrivateKeyWithoutSftp':
      return at('method');
    case 'BackupNotSetUp':
    case 'TooManyTests':
    case 'TooManyRefusedLogins': {
      const notices = [{ tone: 'bad', what: said.what, lines: [said.remedy] }] as const;
      const status = refusal.reason === 'BackupNotSetUp' ? 422 : 429;
      return pageResponse(desk, visit, { section: posted.section, form: formAgain(posted), notices, status });
    }
    default:
      return refusal satisfies never;
  }
};

const withProblems = (
  desk: Desk,
  visit: Visit,
  posted: Posted,
  problems: FormState['problems'],
  status: number,
): Response =>
  pageResponse(desk, visit, {
    section: posted.section,
    form: formAgain(posted, { problems }),
    notices: [problemNotice(problems, posted.section)],
    status,
  });
