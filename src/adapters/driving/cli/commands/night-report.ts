import type { Organisation } from '../../../../application/ports/organisation-directory.ts';
import type { NightResult } from '../../../../application/running-nightly-backup/requests.ts';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { PlanKind } from '../../../../domain/backup-run/events.ts';
import type { FileOutcome } from '../../../../domain/backup-run/state.ts';
import { failureSaid } from '../../../shared/wording/failures.ts';
import { recordSaid } from '../../../shared/wording/record-problems.ts';
import { destinationText } from '../../../shared/wording/settings.ts';
import { CallFailed, type ExitCode } from '../call-failed.ts';
import type { CallContext } from '../command.ts';
import { failedStep } from '../failing.ts';
import type { Words } from '../wording/words.ts';

const KINDS: readonly PlanKind[] = ['story-plan', 'event-plan'];

/** What was delivered, or what failed and how to mend it; and which records need a look. */
export const reportNight = (
  { words, locale, output }: CallContext,
  organisation: Organisation,
  { night, state, unreadable }: Extract<NightResult, { outcome: 'ended' }>,
): ExitCode => {
  const { attempt, outcome, destination } = state;
  const files = KINDS.flatMap((kind) => state.outcomes[kind] ?? []);
  const document = {
    organisation: { id: organisation.id, name: organisation.name },
    ...{ night, attempt, outcome, destination },
    configurationVersion: state.configurationVersion,
    files: files.map((file) => fileDocument(file, locale)),
    needsALook: unreadable,
  };
  const lines = [
    `${words.night.title(night, organisation.name, destinationText(destination, locale), attempt)}: ${words.night.outcomes[outcome]}`,
    ...files.flatMap((file) => fileLines(file, words, locale)),
    ...(unreadable.length === 0 ? [] : [words.night.needsALook(unreadable.length)]),
    ...unreadable.map((record) => `  ${recordSaid(record, locale)}`),
  ];
  if (outcome !== 'delivered')
    throw new CallFailed(1, codeOf(files) ?? outcome, words.night.notDelivered[outcome], { document, lines });
  output.result(document, lines);
  return 0;
};

/** Of the file that failed by itself, and not because the other one did. */
const codeOf = (files: readonly FileOutcome[]): string | undefined =>
  files
    .flatMap((file) => (file.type === 'FileFailed' ? [file.failure.code] : []))
    .sort((a, b) => Number(a === 'other-file-failed') - Number(b === 'other-file-failed'))[0];

const fileDocument = (file: FileOutcome, locale: Locale): object => {
  switch (file.type) {
    case 'FileReplaced': {
      const { type: _, attempt: _attempt, ...delivered } = file;
      return { outcome: 'replaced', ...delivered };
    }
    case 'FileFailed': {
      const { what, remedy } = failureSaid(file.failure, locale);
      const { file: plan, name, failure } = file;
      return { outcome: 'failed', file: plan, name, ...failure, message: what, remedy };
    }
    default:
      return file satisfies never;
  }
};

const fileLines = (file: FileOutcome, words: Words, locale: Locale): readonly string[] => {
  switch (file.type) {
    case 'FileReplaced':
      return [
        `  ${file.name}: ${words.night.rows(file.rows)}, ${words.night.bytes(file.bytes)}`,
        `    SHA-256 ${file.sha256}`,
      ];
    case 'FileFailed': {
      const { what, remedy } = failedStep(file.failure, locale);
      return [`  ${file.name}: ${words.night.failed}`, `    ${what} (${file.failure.code})`, `    → ${remedy}`];
    }
    default:
      return file satisfies never;
  }
};
