import type { Organisation } from '../../../../application/ports/organisation-directory.ts';
import type { NightResult } from '../../../../application/running-nightly-backup/requests.ts';
import { readLocalDate } from '../../../../domain/schedule/local-date.ts';
import { readNight } from '../../../../domain/schedule/night.ts';
import { refusalSaid } from '../../../shared/wording/refusals.ts';
import { said } from '../../../shared/wording/said.ts';
import { CallFailed } from '../call-failed.ts';
import type { CallContext, CliCommand } from '../command.ts';
import { rejectedCall } from '../failing.ts';
import type { OpenedBackup } from '../installation.ts';
import { OPERATOR } from '../operator.ts';
import { ProgressTelemetry } from '../progress/progress-telemetry.ts';
import { progressView } from '../progress/view.ts';
import { allowedNetworks } from '../reading-options.ts';
import { mailLines, sendMails } from '../sending-mails.ts';
import { reportNight } from './night-report.ts';

/** One night, now. */
export const backup: CliCommand = {
  name: 'backup',
  required: ['plan'],
  optional: ['night', 'older', 'strict', 'allowNetwork'],
  run: async (context, options) => {
    const { installation, place, env, words, locale } = context;
    const { night = null } = options;
    if (night !== null && readLocalDate(night) === undefined)
      throw new CallFailed(2, 'NightUnreadable', words.nightMalformed);
    allowedNetworks(options.allowNetwork, env, words);
    const plan = await installation.readPlan(options.plan ?? '');
    const { organisation } = plan;
    if (night !== null && readNight(night, organisation.timeZone) === undefined)
      throw refused({ reason: 'NightUnreadable' }, context);
    if (!installation.hasState(place)) throw rejectedCall({ reason: 'BackupNotSetUp' }, [], locale);
    const progress = new ProgressTelemetry(await progressView(context.stderr, env, words, context.output), words);
    const opened = await context.open({ plan, allowed: options.allowNetwork, telemetry: progress, use: 'unsealing' });
    context.atEnd(() => progress.end());
    await followTimeZone(context, opened, organisation);
    const request = { organisationId: organisation.id, night, actorId: OPERATOR, requestId: null };
    const wishes = { reason: 'manual' as const, older: options.older === true, strict: options.strict === true };
    const running = opened.backup.nights.run({ ...request, ...wishes, signal: context.signal });
    // An interrupt cuts the session; that is recorded before the store is closed, so that the next call need not wait.
    context.atEnd(() => running.then(undefined, () => undefined));
    const result = await running;
    await progress.end();
    if (result.outcome === 'refused') throw refused(result.refusal, context);
    if (result.health !== null)
      context.output.message(...mailLines(await sendMails(context, opened, organisation.id, result.health), words));
    return reportNight(context, organisation, result);
  },
};

/** The plan's word on the zone counts before its nights do. */
const followTimeZone = async (context: CallContext, opened: OpenedBackup, { id }: Organisation): Promise<void> => {
  const { words, locale, output } = context;
  const { configuring, history } = opened.backup;
  const { state } = await history.configuration(id);
  if (state.status !== 'active' && state.status !== 'paused')
    throw rejectedCall({ reason: 'BackupNotSetUp' }, [], locale);
  const followed = await configuring.followTimeZone(id, null);
  if (followed.outcome === 'rejected') throw rejectedCall(followed.rejection, [], locale);
  if (followed.outcome === 'unavailable') throw new CallFailed(1, 'Unavailable', words.failures.unavailable);
  if (followed.outcome === 'unchanged') return;
  const change = (await history.changes(id)).find(({ changeId }) => changeId === followed.changeId);
  for (const fact of change?.facts ?? [])
    if (fact.type === 'TimeZoneChanged') output.message(words.changed.timeZone(fact.from, fact.to));
  output.message(...mailLines(await sendMails(context, opened, id, followed), words));
};

/** What can be mended in the call is 2; what the state of things forbids is 1. */
const refused = (
  refusal: Extract<NightResult, { outcome: 'refused' }>['refusal'],
  { locale, words }: CallContext,
): CallFailed => {
  const isState = refusal.reason === 'BackupPaused' || refusal.reason === 'NightAtWorkElsewhere';
  const { what, remedy } = refusalSaid(refusal, locale);
  const here = refusal.reason === 'BackupNotSetUp' ? words.remedies.BackupNotSetUp : undefined;
  return new CallFailed(isState ? 1 : 2, refusal.reason, said(what, here ?? remedy));
};
