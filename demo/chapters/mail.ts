import { newestMailTo } from '../stage/mail-file.ts';
import { FIONA, IBRAHIM } from './people.ts';
import { asking, type Chapter, changed, nameOf } from './scene.ts';

/** Who reads mails in the language of the story. */
const READERS = { en: FIONA, de: IBRAHIM } as const;

/** After the greeting, up to what has changed; advice and witness line follow. */
const LINES_SHOWN = 7;

/** One of the others reads the mail about the pause, and ends it. */
export const mail: Chapter = async (scene) => {
  const { backup, outbox, tell, words, language } = scene;
  const reader = READERS[language];
  tell.chapter(words.mail.title(nameOf(scene, reader)));
  const { subject, lines } = await newestMailTo(outbox, reader);
  tell.show(words.mail.subject(subject));
  for (const line of lines.filter((text) => text !== '').slice(1, 1 + LINES_SHOWN)) tell.show(line);
  tell.say(words.mail.others);
  await changed(scene, await backup.configuring.resume(asking(scene, reader)));
  tell.succeeds(words.mail.resumed(nameOf(scene, reader)));
};
