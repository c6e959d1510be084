import type { PlanningBackup } from '../../../../application/planning-backup.ts';
import { SigningKeyUnavailable } from '../../../../application/ports/checkpoint-signer.ts';
import { CheckpointSinkUnavailable } from '../../../../application/ports/checkpoint-sink.ts';
import { NO_STREAM } from '../../../../application/ports/event-log.ts';
import type { ConfigurationNow } from '../../../../application/replaying-history/replaying-history.ts';
import type { CheckpointsNow } from '../../../../application/signing-checkpoints/signing-checkpoints.ts';
import type { FreshnessNow } from '../../../../application/watching-over-nights/watching-over-nights.ts';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import { settingsOf } from '../../../../domain/backup-configuration/state.ts';
import type { BackupHealthState } from '../../../../domain/backup-health/state.ts';
import type { NightStory } from '../../../../domain/history/nights.ts';
import { storeProblemText } from '../../../shared/wording/store-problems.ts';
import { CallFailed } from '../call-failed.ts';
import type { CallContext, CliCommand } from '../command.ts';
import {
  auditKeyWarnings,
  keyWarnings,
  masterKeyWarnings,
  nightWarnings,
  recordWarnings,
  settingsWarnings,
  type Warning,
  warningDocument,
  warningLines,
} from '../warnings.ts';
import { statusLines } from './status-lines.ts';

/** So many nights are shown, the newest first. */
const NIGHTS_SHOWN = 7;

/** How things are with one organisation. */
export interface OrganisationStatus {
  readonly organisationId: string;
  readonly now: ConfigurationNow;
  readonly nights: readonly NightStory[];
  /** Undefined where no backup is set up. */
  readonly freshness: FreshnessNow | undefined;
  readonly health: BackupHealthState;
  readonly warnings: readonly Warning[];
}

/** How fresh the files are, settings, last nights and warnings. All that is read is verified: an altered history ends the call with 3. */
export const status: CliCommand = {
  name: 'status',
  required: [],
  optional: ['organisation'],
  run: async (context, options) => {
    const { place, words, locale, output } = context;
    const directory = place.dataDirectory;
    const opened = context.installation.hasState(place)
      ? await context.open({ plan: null, use: 'reading' })
      : undefined;
    const known = (await opened?.backup.history.organisationIds()) ?? [];
    const { organisation } = options;
    if (organisation !== undefined && !known.includes(organisation))
      throw new CallFailed(2, 'OrganisationUnknown', words.organisationUnknown(organisation, directory));
    const asked = organisation === undefined ? known : [organisation];
    const found: OrganisationStatus[] = [];
    for (const id of asked) if (opened !== undefined) found.push(await statusOf(opened.backup, id, locale));
    const keyProblem = (await opened?.masterKeyProblem()) ?? null;
    const general = [
      ...keyWarnings(keyProblem === null ? null : storeProblemText(keyProblem, locale)),
      ...masterKeyWarnings(opened?.masterKey()),
      ...auditKeyWarnings(opened?.auditKey()),
    ];
    report(context, found, general);
    if (asked.length === 0) {
      const { what, remedy } = opened === undefined ? words.nothingThere(directory) : words.status.none(directory);
      output.message(what, `  → ${remedy}`);
    }
    return 0;
  },
};

/** Rejects with AlteredHistory where what is stored is not what was signed. */
const checkpointsOf = async (
  { signing }: PlanningBackup,
  organisationId: string,
  locale: Locale,
): Promise<CheckpointsNow | string> => {
  try {
    return await signing.check(organisationId);
  } catch (error) {
    if (error instanceof SigningKeyUnavailable || error instanceof CheckpointSinkUnavailable)
      return storeProblemText(error.message, locale);
    throw error;
  }
};

const statusOf = async (
  backup: PlanningBackup,
  organisationId: string,
  locale: Locale,
): Promise<OrganisationStatus> => {
  const { history, watching } = backup;
  const checkpoints = await checkpointsOf(backup, organisationId, locale);
  const now = await history.configuration(organisationId);
  // A night that is run late may be an older one: the latest by date is what lies at the server.
  const nights = [...(await history.nights(organisationId))].sort((a, b) => (a.night < b.night ? 1 : -1));
  const last = now.state.status === 'removed' ? undefined : nights[0];
  const [freshness, health] = [await watching.freshness(organisationId), await history.health(organisationId)];
  const warnings = [
    ...settingsWarnings(now.state),
    ...nightWarnings(last, freshness?.overdue ?? null),
    ...recordWarnings(checkpoints),
  ];
  return { organisationId, now, nights: nights.slice(0, NIGHTS_SHOWN), freshness, health, warnings };
};

const report = (
  { words, locale, output, place }: CallContext,
  found: readonly OrganisationStatus[],
  general: readonly Warning[],
): void => {
  const document = {
    dataDirectory: place.dataDirectory,
    organisations: found.map((one) => organisationDocument(one, words)),
    warnings: general.map((warning) => warningDocument(warning, words)),
  };
  output.result(document, [
    ...found.flatMap((one) => [...statusLines(one, words, locale), '']),
    ...warningLines(general, words),
  ]);
};

const organisationDocument = (
  { organisationId, now: { state, end }, nights, freshness, health, warnings }: OrganisationStatus,
  words: CallContext['words'],
): object => ({
  organisation: organisationId,
  status: state.status,
  version: state.version,
  head: end === NO_STREAM ? null : end.head,
  settings: settingsOf(state) ?? null,
  nights: nights.map(({ night, state: run, startedAt, lastRecordedAt }) => ({
    night,
    outcome: run.status === 'ended' ? run.outcome : 'running',
    attempt: run.attempt,
    destination: run.destination,
    files: Object.values(run.outcomes),
    needsALook: run.needsALook,
    ...{ startedAt, lastRecordedAt },
  })),
  freshness: freshness ?? null,
  failingSince: health.status === 'failing' ? health.since : null,
  warnings: warnings.map((warning) => warningDocument(warning, words)),
});
