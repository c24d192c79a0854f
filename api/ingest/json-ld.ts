import { Parser } from 'htmlparser2';

/** The nodes of all JSON-LD in a page, or in JSON-LD itself: those of lists and graphs one by one. */
export function jsonLdNodes(text: string): readonly Readonly<Record<string, unknown>>[] {
  const scripts = /^\s*[[{]/.test(text) ? [text] : jsonLdScripts(text);
  return scripts.flatMap((script) => nodesOf(parsedScript(script)));
}

/** Whether a page says that the list goes on elsewhere (`rel="next"`). */
export function hasNextPage(html: string): boolean {
  let isFound = false;
  const parser = new Parser({
    onopentag(name, { rel }) {
      if ((name === 'a' || name === 'link') && /\bnext\b/i.test(rel ?? '')) isFound = true;
    },
  });
  parser.end(html);
  return isFound;
}

function jsonLdScripts(html: string): readonly string[] {
  const scripts: string[] = [];
  let isWithin = false;
  const parser = new Parser({
    onopentag(name, { type }) {
      isWithin = name === 'script' && /^\s*application\/ld\+json\b/i.test(type ?? '');
      if (isWithin) scripts.push('');
    },
    ontext(data) {
      if (isWithin) scripts.push((scripts.pop() ?? '') + data);
    },
    onclosetag() {
      isWithin = false;
    },
  });
  parser.end(html);
  return scripts;
}

/** The value of a script; of one that is broken, nothing, since others of the page may hold. */
function parsedScript(script: string): unknown {
  try {
    // Line breaks within strings are what templates most often break JSON by.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is taken out
    return JSON.parse(script.replace(/[\u0000-\u001f]+/g, ' '));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function nodesOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  const { '@graph': graph, itemListElement, item } = value;
  return [value, ...nodesOf(graph), ...nodesOf(itemListElement), ...nodesOf(item)];
}

export const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
