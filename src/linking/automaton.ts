import type { Token } from './tokens.ts';

/**
 * A trie over tokens, walked as a deterministic automaton. One path stands for every way of joining its parts
 * ("gpt-4o", "gpt 4o", "gpt4o"), and matches can only start and end where tokens do: over characters each way
 * would be a pattern of its own, and half of what it finds would be the inside of another word.
 */
export interface Node<Entry> {
  /** The next token, joined by nothing, a hyphen or a blank. */
  readonly loose: Map<string, Node<Entry>>;
  /** The next token of the same part, joined by nothing: "4o", "a22b". */
  readonly tight: Map<string, Node<Entry>>;
  entry?: Entry;
}

export const emptyNode = <Entry>(): Node<Entry> => ({ loose: new Map(), tight: new Map() });

/** Adds the path of some parts and returns its end. */
export function nodeOf<Entry>(root: Node<Entry>, parts: readonly string[]): Node<Entry> {
  let node = root;
  for (const part of parts) {
    let edges = 'loose' as 'loose' | 'tight';
    for (const [piece] of part.matchAll(/\d+(?:\.\d+)*|\p{L}+|\+/gu)) {
      let next = node[edges].get(piece);
      if (next === undefined) {
        next = emptyNode<Entry>();
        node[edges].set(piece, next);
      }
      node = next;
      edges = 'tight';
    }
  }
  return node;
}

/** A path through the text: the node reached by each token that it took. */
export interface Walk<Entry> {
  readonly entry: Entry;
  /** Index of the last token. */
  readonly last: number;
  /** Nodes from the one before the first token to the last. */
  readonly nodes: readonly Node<Entry>[];
}

const looseJoins: ReadonlySet<string> = new Set(['tight', 'hyphen', 'space', 'bracket']);

/**
 * Every entry that can be read from a token on, shortest first.
 *
 * @param mayPass tells of a token between two parts whether it says nothing: "Mistral-Large-Instruct-2411".
 */
export function walks<Entry>(
  tokens: readonly Token[],
  from: {
    readonly node: Node<Entry>;
    readonly index: number;
    readonly nodes?: readonly Node<Entry>[];
  },
  mayPass: (token: Token) => boolean,
): readonly Walk<Entry>[] {
  const found: Walk<Entry>[] = [];
  const step = (
    node: Node<Entry>,
    index: number,
    nodes: readonly Node<Entry>[],
    isFirst: boolean,
  ): void => {
    if (node.entry !== undefined && !isFirst)
      found.push({ entry: node.entry, last: index - 1, nodes });
    const token = tokens[index];
    if (token === undefined) return;
    const isLoose = isFirst || looseJoins.has(token.join);
    const follow = (next: Node<Entry> | undefined, count: number): boolean => {
      if (next !== undefined) step(next, index + count, [...nodes, next], false);
      return next !== undefined;
    };
    let wentOn = false;
    if (token.join === 'tight' && !isFirst) wentOn = follow(node.tight.get(token.text), 1);
    if (!isLoose) return;
    wentOn = follow(node.loose.get(token.text), 1) || wentOn;
    // Ids write "3.5" as "3-5".
    const after = tokens[index + 1];
    if (token.isNumber && after?.isNumber && after.gap === '-' && after.text.length <= 2) {
      const version = `${token.text}.${after.text}`;
      if (token.join === 'tight' && !isFirst) follow(node.tight.get(version), 2);
      follow(node.loose.get(version), 2);
    }
    if (!wentOn && !isFirst && mayPass(token)) step(node, index + 1, nodes, true);
  };
  step(from.node, from.index, from.nodes ?? [from.node], true);
  return found.toSorted((one, other) => one.last - other.last);
}
