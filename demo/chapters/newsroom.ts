import { destinationText } from '../../src/adapters/shared/wording/settings.ts';
import type { Chapter } from './scene.ts';

export const newsroom: Chapter = async ({ plan, sftp, ftps, tell, words, language }) => {
  const { organisation, stories, events } = plan;
  tell.chapter(words.newsroom.title);
  const administrators = organisation.administrators.length;
  tell.say(words.newsroom.plan(organisation.name, { stories: stories.length, events: events.length, administrators }));
  for (const { destination } of [sftp, ftps]) tell.show(destinationText(destination, language));
};
