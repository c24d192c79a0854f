import { type Walk, walks } from './automaton.ts';
import { isInsideWord, type Refusal, refusedEnd, refusedStart } from './boundary.ts';
import { isMakerWord } from './cues.ts';
import type { Dictionary, Entry, NameEntry } from './dictionary.ts';
import { nextInList } from './lists.ts';
import { qualifiers } from './name-words.ts';
import type { Token } from './tokens.ts';

/** A name that was found in a text, before anybody asked whether it is believed. */
export interface Mention {
  readonly entry: NameEntry;
  readonly first: number;
  readonly last: number;
  /** Why it is not what it looks like. */
  readonly refused?: Refusal | undefined;
}

/** A product or company whose name holds a model's. */
export interface FoundProduct {
  readonly first: number;
  readonly last: number;
}

export interface Scanned {
  readonly mentions: readonly Mention[];
  readonly products: readonly FoundProduct[];
}

/** Says nothing between two parts of a name: "Mistral-Large-Instruct-2411". */
const mayPass = (token: Token): boolean => qualifiers.has(token.text);

/** Every name in a text, longest first, left to right; none overlaps another. */
export function scanned(tokens: readonly Token[], { root, cues }: Dictionary): Scanned {
  const mentions: Mention[] = [];
  const products: FoundProduct[] = [];
  const isMaker = (text: string) => isMakerWord(text, cues);
  let index = 0;
  while (index < tokens.length) {
    const walk = longest(tokens, index, root);
    if (walk === undefined) {
      index += 1;
      continue;
    }
    const { entry, last } = walk;
    if (entry.kind === 'product') {
      products.push({ first: index, last });
      index = last + 1;
      continue;
    }
    const refused = refusedStart(tokens, index, isMaker) ?? refusedEnd(tokens, last, entry);
    mentions.push({ entry, first: index, last, refused });
    let end = last;
    if (refused === undefined) {
      let item = nextInList(tokens, { entry, last, nodes: walk.nodes }, root);
      while (item !== undefined) {
        mentions.push({ entry: item.entry, first: item.first, last: item.last });
        end = item.last;
        item = nextInList(tokens, item, root);
      }
    }
    index = end + 1;
  }
  return { mentions, products };
}

function longest(
  tokens: readonly Token[],
  index: number,
  root: Dictionary['root'],
): Walk<Entry> | undefined {
  const token = tokens[index];
  if (token === undefined || !root.loose.has(token.text)) return undefined;
  return walks(tokens, { node: root, index }, mayPass).findLast(
    ({ last }) => !isInsideWord(tokens, last),
  );
}
