import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What a simulation is made of. */
const FOLDERS = ['src', 'test/simulation', 'test/builders'];

/** One place of the product's source, found by its text, and what stands there instead. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/**
 * The product and the simulation as JavaScript, in a folder of its own: quicker than compiling as it is loaded, and a
 * copy that a mistake can be planted in. Whoever made it removes it.
 */
export class Build {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<Build> {
    const build = await Build.#folder();
    for (const folder of FOLDERS)
      for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !entry.name.endsWith('.ts') || /\.(?:spec|d)\.ts$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name).slice(ROOT.length);
        await build.#write(file, await readFile(join(ROOT, file), 'utf8'));
      }
    return build;
  }

  /** A copy with these places edited. Rejects as {@link editedTexts}. */
  async edited(edits: readonly Edit[]): Promise<Build> {
    const copy = await Build.#folder();
    for (const folder of ['src', 'test'])
      await cp(join(this.folder, folder), join(copy.folder, folder), { recursive: true });
    for (const [file, text] of await editedTexts(edits)) await copy.#write(file, text);
    return copy;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  static async #folder(): Promise<Build> {
    const folder = await mkdtemp(join(tmpdir(), 'planning-backup-simulation-'));
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    return new Build(folder);
  }

  async #write(file: string, text: string): Promise<void> {
    const { outputText } = ts.transpileModule(text, { compilerOptions: OPTIONS, fileName: file });
    const target = join(this.folder, file.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, outputText);
  }
}

/** The files with these places edited. Rejects where one is not there exactly once: the product has changed. */
export const editedTexts = async (edits: readonly Edit[]): Promise<ReadonlyMap<string, string>> => {
  const texts = new Map<string, string>();
  for (const { file, find, replace } of edits) {
    const text = texts.get(file) ?? (await readFile(join(ROOT, file), 'utf8'));
    if (text.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`);
    texts.set(
      file,
      text.replace(find, () => replace),
    );
  }
  return texts;
};

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
  allowImportingTsExtensions: true,
};
