import type { ConfiguringOutcome } from '../../../application/configuring-backup/requests.ts';
import type { PlanningBackup } from '../../../application/planning-backup.ts';
import { AlteredHistory } from '../../../application/ports/event-log.ts';
import type { Organisation } from '../../../application/ports/organisation-directory.ts';
import type { FileNames } from '../../../domain/backup-configuration/settings.ts';
import { settingsOf } from '../../../domain/backup-configuration/state.ts';
import type { Destination } from '../../../domain/destination/destination.ts';
import type { ConfigurationChange, ConfigurationFact } from '../../../domain/history/history.ts';
import { type FactSaid, factSaid } from '../../shared/wording/facts.ts';
import { destinationText } from '../../shared/wording/settings.ts';
import { recordingProblemText } from '../../shared/wording/store-problems.ts';
import { CallFailed, type ExitCode } from './call-failed.ts';
import type { CallContext } from './command.ts';
import { callFailedBy, rejectedCall } from './failing.ts';
import type { OpenedBackup } from './installation.ts';
import { mailLines, sendMails } from './sending-mails.ts';
import type { SigningTrouble } from './signing-trouble.ts';
import { newKeyWarnings, settingsWarnings, signingWarnings, warningDocument, warningLines } from './warnings.ts';
import type { Words } from './wording/words.ts';

/**
 * Says what became of a change: from and to, version and head, who is to be told, where old files remain, and whether it
 * was signed. Ends with 3 where it was not because the history was altered.
 */
export const reportChange = async (
  context: CallContext,
  opened: OpenedBackup,
  organisation: Organisation,
  outcome: ConfiguringOutcome,
  signing: SigningTrouble,
): Promise<ExitCode> => {
  const { words, locale, output } = context;
  const { backup } = opened;
  const administratorIds = organisation.administrators.map(({ id }) => id);
  const named = { id: organisation.id, name: organisation.name };
  switch (outcome.outcome) {
    case 'rejected':
      throw rejectedCall(outcome.rejection, administratorIds, locale);
    case 'unavailable':
      throw new CallFailed(1, 'Unavailable', words.failures.unavailable);
    case 'unchanged': {
      const { version } = outcome;
      const { state } = await backup.history.configuration(organisation.id);
      const warnings = settingsWarnings(state);
      output.message(...warningLines(warnings, words));
      output.result(
        {
          organisation: named,
          outcome: 'unchanged',
          version,
          warnings: warnings.map((w) => warningDocument(w, words)),
        },
        [words.changed.unchanged(organisation.name, version)],
      );
      return 0;
    }
    case 'changed': {
      const change = await recordedChange(backup, organisation.id, outcome.changeId);
      const { state } = await backup.history.configuration(organisation.id);
      const toBeTold = outcome.recipientIds.map((id) => ({ id, name: nameOf(organisation, id) }));
      const mails = await sendMails(context, opened, organisation.id, outcome);
      const remaining = oldFiles(change.facts, settingsOf(state)?.fileNames);
      const isPausing = change.facts.some(({ type }) => type === 'BackupPaused');
      // Of a history that was altered the failure says it, and nothing will ever sign that.
      const isUnsigned = signing.error !== undefined && !(signing.error instanceof AlteredHistory);
      const problem = isUnsigned ? recordingProblemText(signing.error, locale) : null;
      const warnings = [
        ...newKeyWarnings(opened),
        ...settingsWarnings(state).filter(({ code }) => code !== 'paused' || !isPausing),
        ...signingWarnings(problem),
      ];
      output.message(...warningLines(warnings, words));
      const { changeId, end } = outcome;
      const document = { organisation: named, outcome: 'changed', changeId, ...end, changes: change.facts, toBeTold };
      const result = {
        document: {
          ...{ ...document, mails, oldFiles: remaining },
          warnings: warnings.map((w) => warningDocument(w, words)),
        },
        lines: [
          isSetUp(change) ? words.changed.setUp(organisation.name) : words.changed.changed(organisation.name),
          ...change.facts.flatMap((fact) => factSaid(fact, locale)).map((fact) => `  ${factLine(fact, words)}`),
          words.changed.version(end.version, end.head),
          toBeTold.length === 0 ? words.changed.nobodyToTell : words.changed.toBeTold(toBeTold.map(({ name }) => name)),
          ...mailLines(mails, words),
          ...(remaining === null
            ? []
            : [words.changed.oldFiles(destinationText(remaining.destination, locale), remaining.files)]),
        ],
      };
      if (signing.error instanceof AlteredHistory) {
        const { exitCode, code, said } = callFailedBy(signing.error, locale);
        throw new CallFailed(exitCode, code, said, result);
      }
      output.result(result.document, result.lines);
      return 0;
    }
    default:
      return outcome satisfies never;
  }
};

/** *destination: sftp://a/x → sftp://b/x* */
export const factLine = ({ what, from, to }: FactSaid, { changed }: Words): string => {
  if (from === undefined) return to === undefined ? what : `${what}: ${to}`;
  return `${what}: ${from} → ${to ?? changed.nothing}`;
};

const nameOf = ({ administrators }: Organisation, id: string): string =>
  administrators.find((administrator) => administrator.id === id)?.name ?? id;

const recordedChange = async (
  { history }: PlanningBackup,
  organisationId: string,
  changeId: string,
): Promise<ConfigurationChange> => {
  const change = (await history.changes(organisationId)).find((candidate) => candidate.changeId === changeId);
  if (change === undefined) throw new Error(`change ${changeId} was recorded, and is not in the history`);
  return change;
};

const isSetUp = ({ facts }: ConfigurationChange): boolean => facts.some(({ type }) => type === 'BackupSetUp');

/** Where last nights' files stay that nobody will replace any more; null if there are none. */
const oldFiles = (
  facts: readonly ConfigurationFact[],
  names: FileNames | undefined,
): { readonly destination: Destination; readonly files: readonly string[] } | null => {
  for (const fact of facts) {
    if (fact.type === 'BackupRemoved') return remaining(fact.destination, fact.fileNames);
    if (fact.type === 'DestinationChanged' && names !== undefined) return remaining(fact.from, names);
  }
  return null;
};

const remaining = (destination: Destination, { storyPlan, eventPlan }: FileNames) => ({
  destination,
  files: [storyPlan, eventPlan],
});
