import type { Catalog, Model } from '../../src/catalog/catalog.ts';
import { callOf } from '../../src/catalog/quickstarts/call.ts';
import { taskOf, variantsOf, waysToCall } from '../../src/catalog/quickstarts/quickstarts.ts';
import { anyModel, rendered } from '../../src/catalog/quickstarts/render.ts';
import { quickstartLanguages, quickstartVariants } from '../../src/catalog/schema/protocol.ts';
import type { Snippet } from './snippet.ts';

/** Every snippet of a catalog, as its pages show them. */
export function shownSnippets(catalog: Catalog): readonly Snippet[] {
  return [...catalog.models.values()].flatMap((model) =>
    waysToCall(model, catalog).flatMap((way, index) =>
      variantsOf(model, way, index === 0).flatMap((variant) =>
        snippetsOf({ ...way, variant, model: model.slug }),
      ),
    ),
  );
}

/**
 * The snippets of every protocol in all its variants, also those that no page shows today: each for the
 * first provider that names the protocol, and a model that this provider serves.
 */
export function protocolSnippets(catalog: Catalog): readonly Snippet[] {
  const { protocols, providers, models } = catalog;
  const all = [...models.values()];
  return [...protocols.values()].flatMap((protocol) => {
    const provider = [...providers.values()].find(({ api }) =>
      api?.protocols?.includes(protocol.id),
    );
    const call = provider && callOf(protocol, provider);
    const model = all.find(
      (one) => taskOf(one) === protocol.task && idAt(one, provider?.id) !== undefined,
    );
    const id = model && idAt(model, provider?.id);
    if (!call || !model || id === undefined) return [];
    return quickstartVariants.flatMap((variant) =>
      snippetsOf({ call, variant, id, model: model.slug }),
    );
  });
}

/** What a model is called at a provider. */
const idAt = ({ provider, api, offers = [] }: Model, id: string | undefined): string | undefined =>
  provider === id ? api?.id : offers.find((offer) => offer.provider === id)?.id;

const snippetsOf = (known: Omit<Snippet, 'language' | 'code'>): readonly Snippet[] =>
  quickstartLanguages.flatMap((language) => {
    const code = rendered(known.call, language, known.variant, known.id);
    return code === undefined ? [] : [{ ...known, language, code }];
  });

/**
 * The snippets to run, so that every other one is one of these with another id, or another base URL and
 * key variable, in its place.
 *
 * That this proves the others is sound by what is checked here and elsewhere, not by trust:
 *
 * - The code is the same but for the id (`isSameButId`), and an id holds no sign that ends a string, starts
 *   an escape or is expanded in any of the three languages (`isInert`): so it parses to the same program
 *   with another text in one place, and the text arrives as it is.
 * - The types take any text there (`types.ts`), and the provider that is played takes the id by equality.
 * - In an address an id is encoded sign by sign (RFC 3986, 2.1), so one that was run shows how each of its
 *   signs fares; an id with a sign that none has had is run itself.
 * - Of a provider's base URL and key variable the basic snippet is run in every language; the other
 *   variants make their client by the very same lines, and are run for one provider of the protocol.
 */
export function snippetsToRun(snippets: readonly Snippet[]): readonly Snippet[] {
  const runs = new Map<string, Snippet[]>();
  return snippets.filter((snippet) => {
    const shape = shapeOf(snippet);
    const known = runs.get(shape) ?? [];
    if (known.length > 0 && isProvenBy(known, snippet)) return false;
    runs.set(shape, [...known, snippet]);
    return true;
  });
}

/** All that a snippet says whatever the model; but for the basic one, whatever the provider too. */
function shapeOf({ call, language, variant }: Snippet): string {
  const anywhere = { ...call, baseUrl: '{{baseUrl}}', keyVariable: '{{keyVariable}}' };
  const isBound = variant === 'basic' || call.baseUrl.includes('$');
  const code = rendered(isBound ? call : anywhere, language, variant, anyModel);
  return [isBound ? call.provider : '', call.protocol.id, language, variant, code].join('\0');
}

function isProvenBy(runs: readonly Snippet[], snippet: Snippet): boolean {
  if (!isInert(snippet.id) || !isSameButId(snippet)) return false;
  if (!snippet.call.protocol.request.path.includes('{{modelInPath}}')) return true;
  const seen = new Set(runs.flatMap(({ id }) => reservedSigns(id)));
  return reservedSigns(snippet.id).every((sign) => seen.has(sign));
}

// Neither quote nor backslash nor dollar nor space: within quotes these are plain text in JSON, in a
// shell, in Python and in TypeScript.
const isInert = (id: string): boolean => /^[\w.:/@%+~-]+$/.test(id);

/** Whether a snippet is what the protocol says of any model, with the id in its place. */
function isSameButId({ call, language, variant, id, code }: Snippet): boolean {
  const common = rendered(call, language, variant, anyModel);
  const own = common
    ?.replaceAll(anyModel, id)
    .replaceAll('{{modelInPath}}', encodeURIComponent(id));
  return own === code;
}

const reservedSigns = (id: string): readonly string[] => id.match(/[^\w.~-]/g) ?? [];
