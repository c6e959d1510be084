import { refusalSaid } from '../../src/adapters/shared/wording/refusals.ts';
import { FIONA, SOEREN } from './people.ts';
import { asking, type Chapter, changed, nameOf } from './scene.ts';

export const pausing: Chapter = async (scene) => {
  const { backup, plan, night, tell, words, language } = scene;
  tell.chapter(words.pausing.title);
  changed(await backup.configuring.pause(asking(scene, SOEREN)));
  tell.succeeds(words.pausing.paused(nameOf(scene, SOEREN)));
  const result = await backup.nights.run({
    ...{ organisationId: plan.organisation.id, night, reason: 'scheduled', actorId: 'worker', requestId: null },
    ...{ older: false, strict: false },
  });
  if (result.outcome !== 'refused' || result.refusal.reason !== 'BackupPaused')
    throw new Error('a night was to be refused, because the backup is paused');
  tell.isRefused(`${refusalSaid(result.refusal, language).what} ${words.pausing.tonight}`);
  changed(await backup.configuring.resume(asking(scene, FIONA)));
  tell.succeeds(words.pausing.resumed(nameOf(scene, FIONA)));
};
