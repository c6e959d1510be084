import { destinationText, identityText } from '../../src/adapters/shared/wording/settings.ts';
import { ANNA } from './people.ts';
import { type Chapter, changed, comparedIdentity, form, mustBeRejected, nameOf } from './scene.ts';

export const moving: Chapter = async (scene) => {
  const { backup, sftp, ftps, tell, words, language } = scene;
  tell.chapter(words.moving.title(nameOf(scene, ANNA)));
  const identity = await comparedIdentity(scene, ftps);
  tell.say(words.moving.without);
  mustBeRejected(
    scene,
    await backup.configuring.save(form(scene, ANNA, ftps, identity, null)),
    'PasswordRequired',
    words.moving.why,
  );
  tell.say(words.moving.identity);
  tell.show(identityText(identity, language));
  const { end } = await changed(scene, await backup.configuring.save(form(scene, ANNA, ftps, identity, ftps)));
  tell.succeeds(words.moving.saved(end.version));
  tell.say(words.moving.filesRemain(destinationText(sftp.destination, language)));
};
