import { dirname } from 'node:path';
import ts from 'typescript';

/**
 * Statements that start a promise and let go of it, as `file:line: text`. Biome's own rule does not see the types of
 * packages and of Node itself (2.6), so that `writeFile(…)` or `client.close()` without `await` would pass.
 * A promise is held by `await`, `return`, an assignment, `.catch(…)`, `.then(…, …)`, or let go on purpose by `void`.
 */
export const floatingPromises = (program: ts.Program): readonly string[] => {
  const checker = program.getTypeChecker();
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) && isUnheld(node.expression, checker)) found.push(placeOf(node));
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!program.isSourceFileFromExternalLibrary(file)) visit(file);
  return found;
};

/** The program of a `tsconfig.json`; an error in it throws. */
export const programOf = (configFile: string): ts.Program => {
  const { config, error } = ts.readConfigFile(configFile, ts.sys.readFile);
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
  return ts.createProgram(fileNames, options);
};

const isUnheld = (expression: ts.Expression, checker: ts.TypeChecker): boolean => {
  if (ts.isVoidExpression(expression) || ts.isAwaitExpression(expression)) return false;
  if (!holdsPromise(checker.getTypeAtLocation(expression), checker)) return false;
  if (ts.isBinaryExpression(expression)) return !isAssignment(expression) && isUnheld(expression.right, checker);
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return true;
  const { name, expression: before } = expression.expression;
  if (name.text === 'catch') return expression.arguments.length === 0;
  if (name.text === 'then') return expression.arguments.length < 2;
  return name.text === 'finally' ? isUnheld(before, checker) : true;
};

const isAssignment = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** A promise, one of several types that may be one, or a list of them. */
const holdsPromise = (type: ts.Type, checker: ts.TypeChecker): boolean => {
  if (type.isUnion()) return type.types.some((part) => holdsPromise(part, checker));
  if (checker.isArrayType(type))
    return checker.getTypeArguments(type as ts.TypeReference).some((part) => holdsPromise(part, checker));
  const then = type.getProperty('then');
  return then !== undefined && checker.getTypeOfSymbol(then).getCallSignatures().length > 0;
};

const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${file.fileName}:${line + 1}: ${node.getText().split('\n')[0]}`;
};
