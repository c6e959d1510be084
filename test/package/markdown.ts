import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from './host.ts';

export interface CodeBlock {
  /** `docs/ports.md:31` */
  readonly place: string;
  readonly language: string;
  /** What stands behind the language: `run` for code that is to be run, too. */
  readonly note: string;
  readonly text: string;
}

const FENCE = /^```(\w*) ?([\w -]*)\n(.*?)^```$/gms;

/** The fenced code of one of the project's documents. */
export const codeBlocks = async (file: string): Promise<readonly CodeBlock[]> => {
  const document = await readFile(join(REPOSITORY, file), 'utf8');
  return [...document.matchAll(FENCE)].map(({ index, 1: language = '', 2: note = '', 3: text = '' }) => ({
    place: `${file}:${document.slice(0, index).split('\n').length}`,
    ...{ language, note, text },
  }));
};

export const documents = async (): Promise<readonly string[]> => {
  const isDocument = (name: string): boolean => name.endsWith('.md');
  const [top, docs] = await Promise.all([readdir(REPOSITORY), readdir(join(REPOSITORY, 'docs'))]);
  return [...top.filter(isDocument), ...docs.filter(isDocument).map((name) => `docs/${name}`)].sort();
};
