import type { FileNames } from '../../../domain/backup-configuration/settings.ts';
import { type Destination, isSameDestination } from '../../../domain/destination/destination.ts';
import { filesThere } from '../../../domain/history/files-there.ts';
import type { Said } from '../../shared/wording/said.ts';
import { destinationText } from '../../shared/wording/settings.ts';
import { nameOf, type Section } from './section.ts';
import type { View } from './views/view.ts';

/** What needs attention now; what was wrong before the latest night is history. */
export const warningsOf = ({ section, words, times }: Pick<View, 'section' | 'words' | 'times'>): readonly Said[] => {
  const { settings, state, nights } = section;
  if (settings === undefined) return [];
  const { destination, replacement } = settings;
  const warnings: Said[] = [];
  if (state.status === 'paused') warnings.push(words.warnings.paused);
  if (destination.protocol === 'ftp' && destination.tlsMode === 'none') warnings.push(words.warnings.plainFtp);
  if (replacement !== 'atomic') warnings.push(words.warnings.notAtomic(replacement));
  const [last] = nights;
  if (last?.state.status === 'ended') {
    const day = times.day(last.night);
    if (last.state.outcome !== 'delivered')
      warnings.push(
        last.deliveredAt === null ? words.warnings.notDelivered(day) : words.warnings.repetitionFailed(day),
      );
    if (last.state.needsALook > 0) warnings.push(words.warnings.needsALook(last.state.needsALook));
    if (last.state.overwrittenLate) warnings.push(words.warnings.overwrittenLate(day));
  }
  const untold = untoldNames(section);
  if (untold.length > 0) warnings.push(words.warnings.noticeGivenUp(words.and(untold)));
  return warnings;
};

/** Whom the latest change's mail did not reach. */
const untoldNames = ({ changes, organisation }: Section): readonly string[] =>
  (changes[0]?.notices ?? [])
    .filter(({ status }) => status === 'given-up')
    .map(({ recipientId }) => nameOf(organisation, recipientId) ?? recipientId);

export interface Remaining {
  readonly destination: string;
  readonly files: readonly string[];
}

/** Every place with files of ours, latest first. */
export const placesWithFiles = (
  { nights, locale }: Section,
  { storyPlan, eventPlan }: FileNames,
): readonly Remaining[] => {
  const places = new Map(
    nights.map(({ state: { destination } }) => [destinationText(destination, locale), destination]),
  );
  return [...places].flatMap(([text, destination]) => {
    const files = filesThere(nights, destination).map(({ kind }) => (kind === 'story-plan' ? storyPlan : eventPlan));
    return files.length === 0 ? [] : [{ destination: text, files }];
  });
};

/** Places that the latest change left, with files of ours that nobody replaces any more. */
export const remainingFiles = (section: Section): readonly Remaining[] => {
  const { changes, settings, locale } = section;
  return (changes[0]?.facts ?? []).flatMap((fact) => {
    if (fact.type === 'BackupRemoved') return placesWithFiles(section, fact.fileNames);
    if (fact.type !== 'DestinationChanged' || settings === undefined || !isLeftBehind(fact.from, section)) return [];
    const left = destinationText(fact.from, locale);
    return placesWithFiles(section, settings.fileNames).filter(({ destination }) => destination === left);
  });
};

/** Whether a night put a file there, and no later change came back to the place. */
export const isLeftBehind = (destination: Destination, { settings, nights }: Section): boolean =>
  filesThere(nights, destination).length > 0 &&
  !(settings !== undefined && isSameDestination(settings.destination, destination));
