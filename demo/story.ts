import { history } from './chapters/history.ts';
import { keeping } from './chapters/keeping.ts';
import { mail } from './chapters/mail.ts';
import { moving } from './chapters/moving.ts';
import { newsroom } from './chapters/newsroom.ts';
import { firstNight, nightAtNewPlace } from './chapters/nights.ts';
import { pausing } from './chapters/pausing.ts';
import type { Chapter, Scene } from './chapters/scene.ts';
import { settingUp } from './chapters/setting-up.ts';
import { stranger } from './chapters/stranger.ts';
import { testing } from './chapters/testing.ts';

/** In the order in which they are told; each begins where the one before it ended. */
const CHAPTERS: readonly Chapter[] = [
  newsroom,
  testing,
  settingUp,
  firstNight,
  moving,
  nightAtNewPlace,
  stranger,
  pausing,
  mail,
  history,
  keeping,
];

export const tellStory = async (scene: Scene): Promise<void> => {
  scene.tell.title(scene.words.title);
  scene.tell.say(scene.words.opening);
  for (const chapter of CHAPTERS) await chapter(scene);
};
