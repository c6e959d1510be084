import { NO_STREAM } from '../../../../application/ports/event-log.ts';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import { settingsOf } from '../../../../domain/backup-configuration/state.ts';
import type { FileOutcome } from '../../../../domain/backup-run/state.ts';
import type { NightStory } from '../../../../domain/history/nights.ts';
import { factWords, setUpSaid } from '../../../shared/wording/facts.ts';
import { failedStep } from '../failing.ts';
import { aligned } from '../table.ts';
import { warningLines } from '../warnings.ts';
import type { Words } from '../wording/words.ts';
import { freshnessRows, stripLines } from './freshness-lines.ts';
import type { OrganisationStatus } from './status.ts';

/** One organisation's part of the status, for a terminal. */
export const statusLines = (
  { organisationId, now: { state, end }, nights, freshness, health, warnings }: OrganisationStatus,
  words: Words,
  locale: Locale,
): readonly string[] => {
  const settings = settingsOf(state);
  const shown = state.status === 'not-set-up' ? 'removed' : state.status;
  const rows =
    settings === undefined
      ? []
      : [
          ...setUpSaid(settings, locale).map(({ what, to = '' }) => [what, to]),
          [factWords(locale).fileNames, `${settings.fileNames.storyPlan}, ${settings.fileNames.eventPlan}`],
        ];
  return [
    `${organisationId}: ${words.status.states[shown]}, ${words.status.version(state.version)}`,
    ...aligned([
      ...(freshness === undefined ? [] : freshnessRows(freshness, health, words, locale)),
      ...rows,
      ...(end === NO_STREAM ? [] : [[words.status.head, end.head]]),
    ]).map((line) => `  ${line}`),
    ...stripLines(freshness?.strip ?? [], words, locale).map((line) => `  ${line}`),
    `  ${nights.length === 0 ? words.status.noNights : `${words.status.nights}:`}`,
    ...nights.flatMap((night) => nightLines(night, words, locale)).map((line) => `    ${line}`),
    ...warningLines(warnings, words).map((line) => `  ${line}`),
  ];
};

const nightLines = ({ night, state }: NightStory, words: Words, locale: Locale): readonly string[] => {
  const outcome = words.night.outcomes[state.status === 'ended' ? state.outcome : 'running'];
  const files = Object.values(state.outcomes);
  const delivered = files.flatMap((file) =>
    file.type === 'FileReplaced' ? [`${words.plans[file.file]} ${words.night.rows(file.rows)}`] : [],
  );
  const attempt = state.attempt <= 1 ? [] : [words.status.attempt(state.attempt)];
  return [
    [`${night}  ${outcome}`, ...attempt, ...delivered].join(', '),
    ...files.flatMap((file) => failureLines(file, locale)),
  ];
};

/** With what mends it, for who is woken by it. What only followed from the other file's failure says nothing of its own. */
const failureLines = (file: FileOutcome, locale: Locale): readonly string[] => {
  if (file.type !== 'FileFailed' || file.failure.code === 'other-file-failed') return [];
  const { what, remedy } = failedStep(file.failure, locale);
  return [`  ${file.name}: ${what} (${file.failure.code})`, `    → ${remedy}`];
};
