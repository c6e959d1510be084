import { Temporal } from 'temporal-polyfill';
import { type FactSaid, factSaid } from '../../src/adapters/shared/wording/facts.ts';
import { type Chapter, nameOf } from './scene.ts';

/** Setting up says each setting; where is enough for a story. */
const MOST_LINES = 2;

export const history: Chapter = async (scene) => {
  const { backup, plan, tell, words, language } = scene;
  const { id, timeZone } = plan.organisation;
  tell.chapter(words.history.title);
  for (const { version, occurredAt, actorId, facts } of await backup.history.changes(id)) {
    const at = Temporal.Instant.from(occurredAt).toZonedDateTimeISO(timeZone).toPlainDateTime().round('second');
    const who = words.history.change(version, at.toString().replace('T', ' '), nameOf(scene, actorId));
    const lines = facts.flatMap((fact) => factSaid(fact, language).slice(0, MOST_LINES).map(inOneLine));
    tell.happens(lines.length === 1 ? `${who}: ${lines[0]}` : who);
    if (lines.length > 1) for (const line of lines) tell.show(line);
  }
  tell.say(words.history.chained);
};

const inOneLine = ({ what, from, to }: FactSaid): string => {
  const values = [from, to].filter((value) => value !== undefined).map(shortened);
  return values.length === 0 ? what : `${what}: ${values.join(' → ')}`;
};

/** A fingerprint was shown in full before; here its beginning is enough. */
const shortened = (value: string): string =>
  value.replace(/SHA256:\S{43}|(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/, (fingerprint) => `${fingerprint.slice(0, 17)}…`);
