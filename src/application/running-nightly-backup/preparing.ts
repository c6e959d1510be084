import type { BackupSettings } from '../../domain/backup-configuration/settings.ts';
import type { PlanKind } from '../../domain/backup-run/events.ts';
import type { Failure } from '../../domain/backup-run/failure.ts';
import { partNameOf } from '../../domain/backup-run/part-files.ts';
import type { UnreadableRecord } from '../../domain/plan/plan.ts';
import { select } from '../../domain/plan/selection.ts';
import { type Night, planningWindow } from '../../domain/schedule/night.ts';
import type { Organisation } from '../ports/organisation-directory.ts';
import { type PlanningCollection, type PlanningSource, PlanUnavailable } from '../ports/planning-source.ts';
import type { RenderedWorkbook, SpreadsheetRenderer, WorkbookContent } from '../ports/spreadsheet-renderer.ts';
import type { FileToPublish } from '../publishing-files/publication.ts';

/** Something the night needs could not be had; the server was not spoken to. */
export class NightCannotStart extends Error {
  override readonly name = 'NightCannotStart';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(`${failure.step}: ${failure.code}`, options);
    this.failure = failure;
  }
}

/** A workbook with the name it will have, and what is recorded of it. */
export interface PreparedFile extends FileToPublish, Pick<RenderedWorkbook, 'rows' | 'sha256'> {}

export interface Preparation {
  readonly organisation: Pick<Organisation, 'id' | 'name'>;
  readonly night: Night;
  readonly attempt: number;
  readonly settings: BackupSettings;
  readonly configurationVersion: number;
  readonly configurationHead: string;
}

/** One snapshot of the plan, which only an organisation that is known has. Rejects with {@link NightCannotStart}. */
export const collect = async (
  source: PlanningSource,
  organisationId: string,
  isKnown: boolean,
): Promise<PlanningCollection> => {
  if (!isKnown) throw new NightCannotStart({ step: 'collect', code: 'plan-unavailable' });
  try {
    return await source.collect(organisationId);
  } catch (cause) {
    // Whatever a source throws: a bug in one must not leave the night open.
    const reason = cause instanceof PlanUnavailable ? cause.reason : 'unavailable';
    throw new NightCannotStart({ step: 'collect', code: `plan-${reason}` }, { cause });
  }
};

/** Both workbooks of one collection, and the records that need a look. Rejects with {@link NightCannotStart}. */
export const prepareFiles = async (
  preparation: Preparation,
  collection: PlanningCollection,
  renderer: SpreadsheetRenderer,
): Promise<{ readonly files: readonly PreparedFile[]; readonly unreadable: readonly UnreadableRecord[] }> => {
  const { settings, night } = preparation;
  const window = planningWindow(night, settings.timeZone);
  const selection = select(collection.plan, window, settings.confidentialRecords);
  const content: Omit<WorkbookContent, 'kind'> = {
    organisationName: preparation.organisation.name,
    locale: settings.locale,
    timeZone: settings.timeZone,
    ...{ night, window, selection },
    collectedAt: collection.collectedAt,
    collectionId: collection.collectionId,
    confidentialLeftOut: settings.confidentialRecords === 'leave-out',
    configurationVersion: preparation.configurationVersion,
    configurationHead: preparation.configurationHead,
  };
  const prepare = async (kind: PlanKind, name: string): Promise<PreparedFile> => {
    const partName = partNameOf(name, night, preparation.attempt);
    return { kind, name, partName, ...(await render(renderer, { ...content, kind })) };
  };
  const { storyPlan, eventPlan } = settings.fileNames;
  const files = [await prepare('story-plan', storyPlan), await prepare('event-plan', eventPlan)];
  return { files, unreadable: selection.unreadable };
};

const render = async (renderer: SpreadsheetRenderer, content: WorkbookContent): Promise<RenderedWorkbook> => {
  try {
    return await renderer.render(content);
  } catch (cause) {
    throw new NightCannotStart({ step: 'render', code: 'workbook-failed' }, { cause });
  }
};
