import { type Folded, folded } from './fold.ts';

/** How a token stands to the one before it. */
export type Join = 'start' | 'tight' | 'hyphen' | 'space' | 'bracket' | 'dot' | 'slash' | 'apart';

/** A run of letters, a number with its inner dots, or the plus of "R+". */
export interface Token {
  readonly text: string;
  readonly join: Join;
  /** What stands between it and the one before. */
  readonly gap: string;
  readonly isNumber: boolean;
  /** Written with a capital or a digit first. */
  readonly isCapital: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Tokens {
  readonly list: readonly Token[];
  /** The words from one token to another, both included, as they stand in the text. */
  readonly words: (first: number, last: number) => string;
  /** What follows the last token. */
  readonly tail: string;
}

const pieces = /(\d+(?:\.\d+)*)|\p{L}+|(?<=\p{L})\+(?![+\p{L}\d])/gu;

/** Cuts a text where letters, digits and everything else meet. */
export function tokensOf(text: string): Tokens {
  const fold = folded(text);
  const list: Token[] = [];
  let before = 0;
  for (const match of fold.text.matchAll(pieces)) {
    const start = match.index;
    const end = start + match[0].length;
    const gap = fold.text.slice(before, start);
    list.push({
      text: match[1] === undefined ? match[0] : plainNumber(match[0]),
      join: list.length === 0 ? 'start' : joinOf(gap),
      gap,
      isNumber: match[1] !== undefined,
      isCapital: isCapital(fold, start),
      start,
      end,
    });
    before = end;
  }
  return {
    list,
    words: (first, last) => fold.original(list[first]?.start ?? 0, list[last]?.end ?? 0),
    tail: fold.text.slice(before),
  };
}

/** "3.0" and "3" are one version; "3.0.0" is no version of a model. */
const plainNumber = (number: string): string => number.replace(/^(\d+)\.0$/, '$1');

function isCapital(fold: Folded, start: number): boolean {
  const first = fold.original(start, start + 1);
  return first !== first.toLowerCase() || /\d/.test(first);
}

function joinOf(gap: string): Join {
  switch (gap) {
    case '':
      return 'tight';
    case ' ':
      return 'space';
    case '-':
    case '_':
    case ':':
      return 'hyphen';
    case '.':
      return 'dot';
    case '/':
      return 'slash';
    case ' (':
    case ' [':
      return 'bracket';
    default:
      return /^[ \t]+$/.test(gap) ? 'space' : 'apart';
  }
}
