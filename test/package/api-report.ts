import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface ApiReport {
  /** Each name that a host can import, by entry, and then each declaration that can be seen through those. */
  readonly text: string;
  /** Places where the surface says `any`, by itself or because a declaration leads nowhere. */
  readonly anys: readonly string[];
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  strict: true,
  noEmit: true,
};

/** Reads the declarations that a host's compiler reads. */
export const apiReport = (host: string, entries: readonly string[]): ApiReport => {
  const root = join(host, 'surface.ts');
  writeFileSync(root, entries.map((entry, index) => `export * as e${index} from '${entry}';`).join('\n'));
  const program = ts.createProgram([root], { ...OPTIONS, typeRoots: [join(host, 'node_modules/@types')] });
  const checker = program.getTypeChecker();
  const isOurs = (file: ts.SourceFile): boolean => file.fileName.includes('/planning-backup/dist/');
  const surface = program.getSourceFile(root);
  const modules = surface && checker.getSymbolAtLocation(surface);
  if (modules === undefined) throw new Error('No entry was found.');

  const resolved = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const seen = new Set<ts.Declaration>();
  const queue: ts.Symbol[] = [];
  const names: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const module = checker.getExportsOfModule(modules).find(({ name }) => name === `e${index}`);
    const exports = module === undefined ? [] : checker.getExportsOfModule(resolved(module));
    names.push(
      `${entry}\n${exports
        .map(({ name }) => `  ${name}\n`)
        .sort()
        .join('')}`,
    );
    queue.push(...exports.map(resolved));
  }

  const printed: string[] = [];
  const anys: string[] = [];
  const printer = ts.createPrinter({ removeComments: true });
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) anys.push(placeOf(node));
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      if (symbol !== undefined) queue.push(resolved(symbol));
    }
    ts.forEachChild(node, visit);
  };
  for (let symbol = queue.pop(); symbol !== undefined; symbol = queue.pop()) {
    for (const declaration of symbol.declarations ?? []) {
      const statement = statementOf(declaration);
      if (statement === undefined || seen.has(statement) || !isOurs(declaration.getSourceFile())) continue;
      seen.add(statement);
      printed.push(printer.printNode(ts.EmitHint.Unspecified, statement, statement.getSourceFile()));
      visit(statement);
    }
  }
  for (const file of program.getSourceFiles().filter(isOurs))
    for (const { start, messageText } of program.getSemanticDiagnostics(file))
      anys.push(`${shortName(file)}:${start}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  return { text: `${names.join('\n')}\n${printed.sort().join('\n\n')}\n`, anys };
};

/** The whole statement at a file's top that a declaration is part of. */
const statementOf = (declaration: ts.Node): (ts.Statement & ts.Declaration) | undefined => {
  let node = declaration;
  while (node.parent !== undefined && !ts.isSourceFile(node.parent)) node = node.parent;
  return ts.isSourceFile(node) || !ts.isStatement(node) ? undefined : (node as ts.Statement & ts.Declaration);
};

const shortName = (file: ts.SourceFile): string => file.fileName.split('/planning-backup/dist/')[1] ?? file.fileName;

const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile();
  return `${shortName(file)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};
