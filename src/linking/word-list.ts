/** The words of a list that is written as text, apart by blanks and line ends. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
