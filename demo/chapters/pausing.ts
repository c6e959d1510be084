import { refusalSaid } from '../../src/adapters/shared/wording/refusals.ts';
import { SOEREN } from './people.ts';
import { asking, type Chapter, changed, nameOf } from './scene.ts';

export const pausing: Chapter = async (scene) => {
  const { backup, plan, night, tell, words, language } = scene;
  tell.chapter(words.pausing.title);
  await changed(scene, await backup.configuring.pause(asking(scene, SOEREN)));
  tell.succeeds(words.pausing.paused(nameOf(scene, SOEREN)));
  const result = await backup.nights.run({
    ...{ organisationId: plan.organisation.id, night, reason: 'scheduled', actorId: 'worker', requestId: null },
    ...{ older: false, strict: false },
  });
  if (result.outcome !== 'refused' || result.refusal.reason !== 'BackupPaused')
    throw new Error('a night was to be refused, because the backup is paused');
  tell.isRefused(`${refusalSaid(result.refusal, language).what} ${words.pausing.tonight}`);
};
