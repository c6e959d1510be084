import { ANNA } from './people.ts';
import { type Chapter, changed, comparedIdentity, form, nameOf } from './scene.ts';

export const settingUp: Chapter = async (scene) => {
  const { backup, sftp, tell, words } = scene;
  tell.chapter(words.settingUp.title(nameOf(scene, ANNA)));
  const identity = await comparedIdentity(scene, sftp);
  const outcome = await backup.configuring.save(form(scene, ANNA, sftp, identity, sftp));
  const { end, recipientIds } = await changed(scene, outcome);
  const told = recipientIds.map((id) => nameOf(scene, id));
  tell.succeeds(words.settingUp.saved(end.version, told));
  tell.say(words.settingUp.promise);
};
