import { protocolSnippets } from '../../../scripts/quickstarts/choose.ts';
import { preparePython } from '../../../scripts/quickstarts/python.ts';
import { bodyChecks } from '../../../scripts/quickstarts/schemas/body-checks.ts';
import type { Snippet } from '../../../scripts/quickstarts/snippet.ts';
import { loadCatalog } from '../../../src/catalog/load.ts';
import type { Language, Variant } from '../../../src/catalog/quickstarts/protocol.ts';

/** The catalog of the real content, on a day when all in it was known. */
export const realCatalog = await loadCatalog({ contentDir: 'content', day: '2026-11-22' });

/** The Python of this machine, as far as it goes. */
export const python = await preparePython(realCatalog.protocols.values(), () => undefined);

/** Schemas are made once a file of tests: the largest take seconds. */
export const checkOf = bodyChecks();

const snippets = protocolSnippets(realCatalog);

/** A real snippet of a protocol. */
export function realSnippet(protocol: string, variant: Variant, language: Language): Snippet {
  const found = snippets.find(
    (one) =>
      one.call.protocol.id === protocol && one.variant === variant && one.language === language,
  );
  if (!found) throw new Error(`There is no ${variant} snippet of ${protocol} in ${language}.`);
  return found;
}
