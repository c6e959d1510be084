import type { ConfiguringOutcome } from '../../../../application/configuring-backup/requests.ts';
import { pageResponse, redirectResponse, sectionFor } from '../answers.tsx';
import { by, type Desk, type Visit } from '../desk.ts';
import { troubleResponse } from '../views/trouble.tsx';
import { wordsIn } from '../wording/catalogue.ts';
import { pageRejectionSaid } from '../wording/failures.ts';
import { expectedVersionIn, formAgain, type Posted, postedForm, problemNotice, problemsOf } from './posted.ts';
import { rejectionAtField } from './rejected.ts';
import { staleForm, staleNotice } from './stale.ts';

/** Saves the form, or shows it again with what keeps it from being saved. */
export const save = async (desk: Desk, visit: Visit, body: URLSearchParams): Promise<Response> => {
  const section = await sectionFor(desk, visit);
  const posted = postedForm(section, body);
  if (posted === undefined) return troubleResponse('malformed', section.locale, visit.context.basePath);
  const { read, secret, expectedVersion } = posted;
  if (!read.ok || !secret.ok) return withProblems(desk, visit, posted, problemsOf(posted));
  const { values, destination, trustedIdentity } = read;
  const outcome = await desk.backup.configuring.save({
    ...{ ...by(visit), expectedVersion, destination, user: values.user, trustedIdentity },
    credential: secret.credential,
    replacement: values.replacement,
    confidentialRecords: values.confidential,
    filePrefix: section.settings === undefined ? values.prefix : null,
  });
  if (outcome.outcome !== 'rejected') return settled(desk, visit, outcome, posted);
  const { rejection } = outcome;
  if (rejection.reason === 'ActorNotAnAdministrator')
    return troubleResponse('not-an-administrator', section.locale, visit.context.basePath);
  if (rejection.reason === 'StaleForm') return stale(desk, visit, body);
  const { field, said } = rejectionAtField(rejection.reason, posted);
  if (field !== null) return withProblems(desk, visit, posted, { [field]: said });
  const notice = { tone: 'bad', what: said.what, lines: [said.remedy] } as const;
  return pageResponse(desk, visit, { section, form: formAgain(posted), notices: [notice], status: 422 });
};

const withProblems = (desk: Desk, visit: Visit, posted: Posted, problems: ReturnType<typeof problemsOf>): Response =>
  pageResponse(desk, visit, {
    section: posted.section,
    form: formAgain(posted, { problems }),
    notices: [problemNotice(problems, posted.section)],
    status: 422,
  });

/** Read anew, because somebody else has just saved. */
const stale = async (desk: Desk, visit: Visit, body: URLSearchParams): Promise<Response> => {
  const section = await sectionFor(desk, visit);
  const posted = postedForm(section, body);
  if (posted === undefined) return troubleResponse('malformed', section.locale, visit.context.basePath);
  const notices = [staleNotice(section, posted.expectedVersion, posted)];
  return pageResponse(desk, visit, { section, form: staleForm(posted), notices, status: 409 });
};

/** Pausing, resuming and removing: one press of a button each. */
export const act = async (
  desk: Desk,
  visit: Visit,
  body: URLSearchParams,
  action: 'pause' | 'resume' | 'remove',
): Promise<Response> => {
  const expectedVersion = expectedVersionIn(body);
  const { locale } = visit.reader;
  if (expectedVersion === undefined) return troubleResponse('malformed', locale, visit.context.basePath);
  const outcome = await desk.backup.configuring[action]({ ...by(visit), expectedVersion });
  if (outcome.outcome !== 'rejected') return settled(desk, visit, outcome, undefined);
  const { rejection } = outcome;
  if (rejection.reason === 'ActorNotAnAdministrator')
    return troubleResponse('not-an-administrator', locale, visit.context.basePath);
  const section = await sectionFor(desk, visit);
  if (rejection.reason === 'StaleForm') {
    const notices = [staleNotice(section, expectedVersion)];
    return pageResponse(desk, visit, { section, notices, status: 409 });
  }
  const { what, remedy } = pageRejectionSaid(rejection.reason, locale);
  return pageResponse(desk, visit, { section, notices: [{ tone: 'bad', what, lines: [remedy] }], status: 422 });
};

const settled = async (
  desk: Desk,
  visit: Visit,
  outcome: Exclude<ConfiguringOutcome, { outcome: 'rejected' }>,
  posted: Posted | undefined,
): Promise<Response> => {
  switch (outcome.outcome) {
    case 'changed':
      return redirectResponse(visit, { code: 'changed', about: outcome.changeId });
    case 'unchanged':
      return redirectResponse(visit, { code: 'unchanged', about: '' });
    case 'unavailable': {
      const { what, remedy } = wordsIn(visit.reader.locale).messages.unavailable;
      const notices = [{ tone: 'bad', what, lines: [remedy] }] as const;
      if (posted === undefined) return troubleResponse('unavailable', visit.reader.locale, visit.context.basePath);
      return pageResponse(desk, visit, { section: posted.section, form: formAgain(posted), notices, status: 503 });
    }
    default:
      return outcome satisfies never;
  }
};
