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
 * Tells of every TypeScript snippet that the compiler cannot parse, or that the official SDK's types refuse.
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
    // The types of the SDKs are longer in comments than in code, and none of these is a type.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
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
    const file = program.getSourceFile(path);
    const parsing = program.getSyntacticDiagnostics(file);
    const faults = parsing.length > 0 ? parsing : program.getSemanticDiagnostics(file);
    const step = parsing.length > 0 ? ('parse' as const) : ('types' as const);
    return faults.length === 0 ? [] : [{ snippet, step, faults: faults.map(told) }];
  });
}

function told({ file, messageText, start = 0 }: ts.Diagnostic): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}

const withAnyId = ({ code, id }: Snippet): string =>
  code.replaceAll(`'${id}'`, "(process.env['ANY_ID'] as string)");
