import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the page of a data folder is served now, for `sign-in` to make a link to. */
const Note = z.object({ origin: z.string().regex(/^http:\/\/127\.0\.0\.1:[0-9]{1,5}$/), instance: z.string() });

export type ServingNote = z.infer<typeof Note>;

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'serving.json');

export const writeServing = async (dataDirectory: string, note: ServingNote): Promise<void> => {
  const file = fileIn(dataDirectory);
  await writeFile(`${file}.part`, JSON.stringify(note), { mode: 0o600 });
  await rename(`${file}.part`, file);
};

/** Undefined where nobody said so, or what lies there is no such note. */
export const readServing = async (dataDirectory: string): Promise<ServingNote | undefined> => {
  try {
    return Note.safeParse(JSON.parse(await readFile(fileIn(dataDirectory), 'utf8'))).data;
  } catch {
    return undefined;
  }
};

/** Unless another one serves by now. */
export const forgetServing = async (dataDirectory: string, instance: string): Promise<void> => {
  if ((await readServing(dataDirectory))?.instance === instance) await rm(fileIn(dataDirectory), { force: true });
};

/** Whether the one who wrote the note is still there: after a crash another program may have its port. */
export const isAlive = async ({ origin, instance }: ServingNote, path: string): Promise<boolean> => {
  try {
    const response = await fetch(`${origin}${path}`, { signal: AbortSignal.timeout(2_000), redirect: 'error' });
    return (await response.text()) === instance;
  } catch {
    return false;
  }
};
