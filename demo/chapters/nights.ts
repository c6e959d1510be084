import { destinationText } from '../../src/adapters/shared/wording/settings.ts';
import type { Happening } from '../../src/application/ports/telemetry.ts';
import type { FileReplaced, PlanKind } from '../../src/domain/backup-run/events.ts';
import type { EndedNight } from '../../src/domain/backup-run/state.ts';
import type { Words } from '../telling/words.ts';
import { ANNA } from './people.ts';
import type { Chapter, Scene } from './scene.ts';

const PLANS: readonly PlanKind[] = ['story-plan', 'event-plan'];

/** The first night, told step by step. */
export const firstNight: Chapter = async (scene) => {
  const { tell, words, night, telemetry } = scene;
  tell.chapter(words.night.title(night));
  const state = await deliveredNight(scene);
  for (const happening of telemetry.happenings) {
    const step = stepOf(happening, words);
    if (step !== undefined) tell.happens(step);
  }
  tellDelivered(scene, state);
};

/** A night that was delivered is repeated by hand, because its files are to lie elsewhere now. */
export const nightAtNewPlace: Chapter = async (scene) => {
  scene.tell.chapter(scene.words.night.titleAgain);
  tellDelivered(scene, await deliveredNight(scene));
};

const deliveredNight = async ({ backup, plan, night }: Scene): Promise<EndedNight> => {
  const result = await backup.nights.run({
    ...{ organisationId: plan.organisation.id, night, reason: 'manual', actorId: ANNA, requestId: null },
    ...{ older: false, strict: true },
  });
  if (result.outcome === 'refused') throw new Error(`a night was refused: ${result.refusal.reason}`);
  const { state } = result;
  if (state.outcome !== 'delivered') throw new Error(`a night was ${state.outcome}: ${JSON.stringify(state.outcomes)}`);
  return state;
};

/** Both workbooks as they were recorded to lie at the destination, the story plan first. */
export const filesOf = ({ outcomes }: Pick<EndedNight, 'outcomes'>): readonly FileReplaced[] =>
  PLANS.map((plan) => {
    const outcome = outcomes[plan];
    if (outcome?.type !== 'FileReplaced') throw new Error(`the ${plan} is not at its destination`);
    return outcome;
  });

const tellDelivered = ({ tell, words, language }: Scene, state: EndedNight): void => {
  tell.succeeds(words.night.delivered(destinationText(state.destination, language)));
  for (const file of filesOf(state)) tell.show(words.night.file(file));
};

/** Both files of a step are one line, at the second. */
const stepOf = (happening: Happening, { night }: Words): string | undefined => {
  const isLast = 'file' in happening && happening.file === PLANS.at(-1);
  switch (happening.name) {
    case 'plan-collected':
      return night.collected(happening.stories, happening.events);
    case 'workbook-rendered':
      return isLast ? night.rendered : undefined;
    case 'server-reached':
      return night.reached;
    case 'file-uploaded':
      return isLast ? night.uploaded : undefined;
    case 'file-replaced':
      return isLast ? night.replaced : undefined;
    case 'night-claimed':
    case 'waiting-for-lease':
    case 'stage-begun':
    case 'fault':
    case 'night-ended':
    case 'night-abandoned':
    case 'retry-planned':
    case 'night-due':
    case 'checkpoint-failed':
    case 'health-unrecorded':
    case 'worker-fault':
    case 'plan-unusable':
    case 'mail-sent':
    case 'mail-not-taken':
    case 'mail-given-up':
    case 'outbox-looked-through':
    case 'service-fault':
    case 'health-changed':
    case 'overdue-counted':
    case 'heartbeat-failed':
      return undefined;
  }
  return happening satisfies never;
};
