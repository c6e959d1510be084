import { STRANGER } from './people.ts';
import { type Chapter, comparedIdentity, form, mustBeRejected } from './scene.ts';

export const stranger: Chapter = async (scene) => {
  const { backup, sftp, tell, words } = scene;
  tell.chapter(words.stranger.title(STRANGER));
  const identity = await comparedIdentity(scene, sftp);
  const outcome = await backup.configuring.save(form(scene, STRANGER, sftp, identity, sftp));
  mustBeRejected(scene, outcome, 'ActorNotAnAdministrator', words.stranger.recorded);
};
