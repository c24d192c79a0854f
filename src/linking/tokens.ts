import { folded } from './fold.ts';

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
}

/** Cuts a text where letters, digits and everything else meet. */
export function tokensOf(text: string): Tokens {
  const fold = folded(text);
  const plain = fold.text;
  const list: Token[] = [];
  let before = 0;
  let start = 0;
  while (start < plain.length) {
    const kind = kindAt(plain, start);
    if (kind === undefined && !isPlus(plain, start)) {
      start += 1;
      continue;
    }
    const end = kind === undefined ? start + 1 : endOf(kind, plain, start);
    const gap = start === before ? '' : plain.slice(before, start);
    const isNumber = kind === 'digit';
    list.push({
      text: isNumber ? plainNumber(plain.slice(start, end)) : plain.slice(start, end),
      join: list.length === 0 ? 'start' : joinOf(gap),
      gap,
      isNumber,
      isCapital: isNumber || isUpper(fold.original(start, start + 1)),
      start,
      end,
    });
    before = end;
    start = end;
  }
  return {
    list,
    words: (first, last) => {
      const [start, end] = [list[first]?.start ?? 0, list[last]?.end ?? 0];
      const isOpen = plain.lastIndexOf('(', end) >= start && plain[end] === ')';
      return fold.original(start, isOpen ? end + 1 : end);
    },
  };
}

const isUpper = (first: string): boolean =>
  first <= '\x7f' ? first >= 'A' && first <= 'Z' : first !== first.toLowerCase();

const letter = /\p{L}/u;

function kindAt(text: string, index: number): 'letter' | 'digit' | undefined {
  const code = text.charCodeAt(index);
  if (code >= 97 && code <= 122) return 'letter';
  if (code >= 48 && code <= 57) return 'digit';
  return code > 127 && letter.test(text.charAt(index)) ? 'letter' : undefined;
}

/** A number goes on over a dot that a digit follows: "3.5", but not "3.". */
function endOf(kind: 'letter' | 'digit', text: string, start: number): number {
  let end = start + 1;
  while (
    kindAt(text, end) === kind ||
    (kind === 'digit' && text[end] === '.' && kindAt(text, end + 1) === 'digit')
  ) {
    end += 1;
  }
  return end;
}

/** The plus of "R+", not those of "C++". */
const isPlus = (text: string, index: number): boolean =>
  text[index] === '+' &&
  kindAt(text, index - 1) === 'letter' &&
  text[index + 1] !== '+' &&
  kindAt(text, index + 1) === undefined;

/** "3.0" and "3" are one version; "3.0.0" is no version of a model. */
const plainNumber = (number: string): string =>
  number.endsWith('.0') ? number.replace(/^(\d+)\.0$/, '$1') : number;

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
