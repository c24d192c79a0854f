/** A text made plain for matching, with the way back to how it was written. */
export interface Folded {
  /** Lower case, with one dash, one apostrophe and one blank for all their kinds. */
  readonly text: string;
  /** The part of the original that stands behind a part of the folded text. */
  readonly original: (start: number, end: number) => string;
}

const ascii = /^[\0-\x7f]*$/;
// U+2011 stands in most names that a word processor touched. The long dash joins clauses, not words.
const dash = /[\u00ad\u2010-\u2013\u2212\ufe58\ufe63\uff0d]/;
const apostrophe = /[\u2018\u2019\u201b\u2032\u02bc\uff07´]/;
const blank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const invisible = /[\u200b-\u200d\u2060\ufeff]|\ufe0e|\ufe0f/;

/** Folds by NFKC, case, dashes, apostrophes and blanks; invisible characters go. */
export function folded(text: string): Folded {
  if (ascii.test(text)) {
    return { text: text.toLowerCase(), original: (start, end) => text.slice(start, end) };
  }
  let result = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const made = character < '\x80' ? character.toLowerCase() : foldedCharacter(character);
    for (let index = 0; index < made.length; index += 1) offsets.push(offset);
    result += made;
    offset += character.length;
  }
  offsets.push(offset);
  return { text: result, original: (start, end) => text.slice(offsets[start], offsets[end]) };
}

// Few characters beyond ASCII come often, and folding one costs five searches.
const memory = new Map<string, string>();
const memorySize = 4096;

function foldedCharacter(character: string): string {
  const known = memory.get(character);
  if (known !== undefined) return known;
  const made = searchedCharacter(character);
  if (memory.size < memorySize) memory.set(character, made);
  return made;
}

function searchedCharacter(character: string): string {
  if (dash.test(character)) return '-';
  if (apostrophe.test(character)) return "'";
  if (blank.test(character)) return ' ';
  if (invisible.test(character)) return '';
  return character.normalize('NFKC').toLowerCase();
}
