import { identityText } from '../../src/adapters/shared/wording/settings.ts';
import { ANNA } from './people.ts';
import { type Chapter, changed, comparedIdentity, form, nameOf } from './scene.ts';

export const settingUp: Chapter = async (scene) => {
  const { backup, sftp, tell, words, language } = scene;
  tell.chapter(words.settingUp.title(nameOf(scene, ANNA)));
  tell.say(words.settingUp.identity);
  const identity = await comparedIdentity(scene, sftp);
  tell.show(identityText(identity, language));
  tell.say(words.settingUp.trust);
  const { end, recipientIds } = changed(await backup.configuring.save(form(scene, ANNA, sftp, identity, sftp)));
  const toBeTold = recipientIds.map((id) => nameOf(scene, id));
  tell.succeeds(words.settingUp.saved(end.version, toBeTold));
};
