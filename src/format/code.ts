import { createCssVariablesTheme, createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import shell from 'shiki/langs/shellscript.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import type { Quickstart } from '../catalog/quickstarts/quickstarts.ts';

/** A piece of code, and what it is; most of it is nothing in particular. */
export interface CodePiece {
  readonly text: string;
  readonly kind?: 'word' | 'text' | 'note';
}

// Kinds by the names of shiki's theme of variables: colours stand in the stylesheet, by class, because
// the site allows no style inline.
const kinds: Readonly<Record<string, CodePiece['kind']>> = {
  'var(--token-keyword)': 'word',
  'var(--token-string)': 'text',
  'var(--token-string-expression)': 'text',
  'var(--token-comment)': 'note',
};

const grammars = { curl: 'shellscript', python: 'python', typescript: 'typescript' } as const;

const theme = createCssVariablesTheme({ name: 'kinds', variablePrefix: '--' });
const highlighter = createHighlighterCoreSync({
  engine: createJavaScriptRegexEngine(),
  langs: [shell, python, typescript],
  themes: [theme],
});

// A word in every grammar.
const idPlace = 'idOfTheModel';
const known = new Map<string, readonly CodePiece[]>();

/**
 * The code of a quickstart in pieces by kind.
 *
 * Thousands of snippets differ only in the id, which always stands within a text: what is the same is
 * taken apart once.
 */
export function codePieces({
  code,
  id,
  language,
}: Pick<Quickstart, 'code' | 'id' | 'language'>): readonly CodePiece[] {
  const common = code.replaceAll(id, idPlace);
  const pieces = known.get(common) ?? takenApart(common, language);
  known.set(common, pieces);
  return pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll(idPlace, id) }));
}

function takenApart(code: string, language: Quickstart['language']): readonly CodePiece[] {
  const { tokens } = highlighter.codeToTokens(code.trimEnd(), {
    lang: grammars[language],
    theme: 'kinds',
    // Without it, a line that takes half a second on a busy machine is left in one piece.
    tokenizeTimeLimit: 0,
  });
  const pieces: CodePiece[] = [];
  const add = (text: string, kind: CodePiece['kind']): void => {
    const last = pieces.at(-1);
    // A space is of no kind, so it does not part two pieces of one.
    if (last && (last.kind === kind || text.trim() === '')) {
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    } else pieces.push({ text, ...(kind && { kind }) });
  };
  for (const [index, line] of tokens.entries()) {
    if (index > 0) add('\n', undefined);
    for (const { content, color = '' } of line) add(content, kinds[color]);
  }
  return pieces;
}
