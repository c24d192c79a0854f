import { join, resolve } from 'node:path';
import ts from 'typescript';
import type { Failure, Snippet } from './snippet.ts';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};

/**
 * Tells of every TypeScript snippet that the official SDK's types refuse.
 *
 * Each is checked twice: as it stands, and with a text of any kind in the id's place. An SDK that takes
 * the second takes every id, so that what is found of one model holds for all.
 */
export function typeFailures(snippets: readonly Snippet[]): readonly Failure[] {
  const written = snippets.filter(({ language }) => language === 'typescript');
  // Beside the project's own files, so that the SDKs are found; nothing is written there.
  const folder = resolve('quickstart-types');
  const files = new Map(
    written.flatMap((snippet, index) => [
      [join(folder, `${index}.ts`), { snippet, code: snippet.code }] as const,
      [join(folder, `${index}-any-id.ts`), { snippet, code: withAnyId(snippet) }] as const,
    ]),
  );
  const disk = ts.createCompilerHost(options);
  const program = ts.createProgram([...files.keys()], options, {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path)?.code ?? disk.readFile(path),
    getSourceFile: (path, target, ...rest) => {
      const code = files.get(path)?.code;
      return code === undefined
        ? disk.getSourceFile(path, target, ...rest)
        : ts.createSourceFile(path, code, target);
    },
  });
  return [...files].flatMap(([path, { snippet }]) => {
    const faults = diagnosticsOf(program, path);
    return faults.length === 0 ? [] : [{ snippet, step: 'types' as const, faults }];
  });
}

function diagnosticsOf(program: ts.Program, path: string): readonly string[] {
  const file = program.getSourceFile(path);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ messageText, start = 0 }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    },
  );
}

const withAnyId = ({ code, id }: Snippet): string =>
  code.replaceAll(`'${id}'`, "(process.env['ANY_ID'] as string)");
