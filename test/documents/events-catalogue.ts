import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CODECS } from '../../src/adapters/shared/event-codec/event-codec.ts';

const DOMAIN = 'src/domain';

const INTRODUCTION = `# Events

Every event that is stored, by its stored type, with the JSON Schema of its data as today's code writes it. Generated from
the codecs by \`npm run events\`; a test holds this page in step with them. What a schema cannot say (that a host is a strict
name, that a date exists) the domain's own readers check; an event that does not pass is never written.

A stored row is an envelope (stream, ids, times, hashes) around \`{ "data": …, "metadata": {} }\` in canonical JSON:
[evidence-format.md](evidence-format.md) has it byte by byte. How long a type is read, and what a new version takes, stands
in [versioning.md](versioning.md).
`;

/** What the domain says of its events, by their names. */
const wordsOf = async (): Promise<ReadonlyMap<string, string>> => {
  const files = (await readdir(DOMAIN, { recursive: true })).filter((file) => file.endsWith('events.ts'));
  const texts = await Promise.all([
    ...files.map((file) => readFile(join(DOMAIN, file), 'utf8')),
    readFile('src/domain/domain-event.ts', 'utf8'),
  ]);
  const told = texts.flatMap((text) => [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport interface (\w+)/g)]);
  return new Map(told.map(([, words = '', name = '']) => [name, words.replaceAll(/\s*\n\s*\* ?/g, ' ').trim()]));
};

/** The page as it has to be. */
export const eventsCatalogue = async (): Promise<string> => {
  const words = await wordsOf();
  const sections = Object.entries(CODECS).map(([name, { storedType, data }]) => {
    const { $schema: _, ...schema } = z.toJSONSchema(data, { io: 'input' });
    const said = words.get(name)?.replaceAll(/\{@link (\w+)\}/g, '`$1`');
    const text = said === undefined ? '' : `${said}\n\n`;
    return `## ${name}\n\n\`${storedType}\`\n\n${text}\`\`\`json\n${JSON.stringify(schema, null, 1)}\n\`\`\`\n`;
  });
  return `${INTRODUCTION}\n${sections.join('\n')}`;
};
