import { variablesOf } from '../../src/catalog/quickstarts/call.ts';
import { sampleImage } from '../../src/catalog/quickstarts/render.ts';
import type { Failure, Snippet } from './snippet.ts';

const readers: Readonly<Record<Snippet['language'], RegExp>> = {
  curl: /\$\{?([A-Za-z_]\w*)/g,
  python: /(?:environ(?:\.get\(|\[)|getenv\()\s*["']([^"']+)/g,
  typescript: /process\.env(?:\.(\w+)|\[['"]([^'"]+))/g,
};

// Keys as their makers write them, and anything as long and random as a key.
const key =
  /\b(?:sk|pk|hf|gsk|xai|api)[-_][\w-]{16,}|\bAIza[\w-]{20,}|\b(?=\w*\d)(?=\w*[a-z])\w{32,}\b/i;

/**
 * Tells whether a snippet reads a variable that the page does not name, or holds a key.
 *
 * A run alone would not find the first: where a variable is empty, SDKs fall back to one of their own.
 */
export function variableFailure(snippet: Snippet): Failure | undefined {
  const named = variablesOf(snippet.call);
  const read = [...snippet.code.matchAll(readers[snippet.language])].map(
    ([, name, other]) => name ?? other ?? '',
  );
  const unnamed = [...new Set(read)].filter((name) => !named.includes(name));
  const written = key.exec(snippet.code.replaceAll(sampleImage, ''))?.[0];
  const faults = [
    ...unnamed.map(
      (name) => `It reads ${name}, and the page names only ${named.join(' and ') || 'none'}.`,
    ),
    ...(written === undefined ? [] : [`It holds what looks like a key: ${written}`]),
  ];
  return faults.length === 0 ? undefined : { snippet, step: 'variables', faults };
}
