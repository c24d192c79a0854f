import { emptyNode, type Node, nodeOf } from './automaton.ts';
import { type Called, calledModels, plainBuilds, preferred } from './called.ts';
import { commonWords, linesNeverAlone } from './common-words.ts';
import { type Cues, cuesOf } from './cues.ts';
import { isAnybodysWord, plainWords } from './name-words.ts';
import { listed, type NamedCatalog } from './named-model.ts';
import { type Company, companyOf } from './needed-company.ts';
import { previewBases } from './previews.ts';
import { products } from './products.ts';
import { derivedWritings, statedWritings, type Tier, tiers, type Writing } from './writings.ts';

export interface NameEntry {
  readonly kind: 'name';
  readonly tier: Tier;
  /** By slug; one, where the words tell one. */
  readonly models: readonly Called[];
  /** Content states these words; the others are derived. */
  readonly isStated: boolean;
  readonly company: Company;
  /** Words of every day, which a name writes with a capital. */
  readonly needsCapital: boolean;
  /** First word of the name; it is company for what is written without it. */
  readonly line: string;
  readonly isMakersName: boolean;
  readonly providers: readonly string[];
  readonly parts: readonly string[];
}

/** A product or company: it takes its words away from the models. */
export interface ProductEntry {
  readonly kind: 'product';
}

export type Entry = NameEntry | ProductEntry;

export interface Dictionary {
  readonly root: Node<Entry>;
  readonly cues: Cues;
}

interface Candidate {
  readonly called: Called;
  readonly writing: Writing;
}

interface Draft {
  readonly parts: readonly string[];
  readonly candidates: Candidate[];
}

/** Everything by which the catalog's models can be called, as one automaton. The order of the catalog does not matter. */
export function dictionaryOf(catalog: NamedCatalog): Dictionary {
  const models = listed(catalog.models).toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
  const providers = new Map(listed(catalog.providers).map((provider) => [provider.id, provider]));
  const root = emptyNode<Entry>();
  for (const draft of draftsOf(calledModels(models, providers)).values()) {
    const entry = resolved(draft);
    if (entry) nodeOf(root, draft.parts).entry = entry;
  }
  for (const name of products) {
    const node = nodeOf(root, name.split(/[ -]/));
    // A model of that very name comes before the product.
    const isModel = node.entry?.kind === 'name' && node.entry.tier === 'name';
    if (!isModel) node.entry = { kind: 'product' };
  }
  return { root, cues: cuesOf([...providers.values()]) };
}

function draftsOf(all: readonly Called[]): ReadonlyMap<string, Draft> {
  const owners = lineOwners(all);
  const lines = Map.groupBy(all, ({ line }) => line);
  const lineWords = new Set(
    [...lines].flatMap(([line, called]) => (called.length > 1 ? [line] : [])),
  );
  const drafts = new Map<string, Draft>();
  const bases = previewBases(all);
  const add = (named: Called, writing: Writing) => {
    const key = writing.parts.join(' ');
    if (!/\p{L}/u.test(key) || /^(\p{L}|\d+[bkmt])$/u.test(key)) return;
    if (writing.parts.every(isAnybodysWord)) return;
    const draft = drafts.get(key) ?? { parts: writing.parts, candidates: [] };
    draft.candidates.push({ called: bases.get(named) ?? named, writing });
    drafts.set(key, draft);
  };
  for (const called of all) {
    // "Llama 3.1" is Meta's line, whoever builds on it.
    const isOwn = owners.get(called.line) === called.model.provider;
    for (const writing of statedWritings(called)) {
      // "Whisper" is the name of one and of the line: alone it means the line.
      if (!lineWords.has(writing.parts.join(' '))) add(called, writing);
    }
    for (const writing of derivedWritings(called.parts)) {
      const isOthers = writing.isBare && owners.has(writing.parts[0] ?? '');
      if (!isOthers && (isOwn || writing.tier === 'name')) add(called, writing);
    }
    for (const parts of isOwn ? familyWords(called, all) : []) {
      add(called, { parts, tier: 'family', distance: 30, isBare: false });
    }
  }
  return drafts;
}

/** The line's name alone, where it is the name of a family or of several models. */
function familyWords(
  { line, model, parts }: Called,
  all: readonly Called[],
): readonly (readonly string[])[] {
  if (parts[0]?.kind !== 'word' || linesNeverAlone.has(line) || plainWords.has(line)) return [];
  const count = all.filter((other) => other.line === line).length;
  const isFamily = new RegExp(`^${line.replace(' ', '-')}(-\\d.*)?$`).test(model.family ?? '');
  if (count < 3 && !isFamily) return [];
  // "Mistrals", but titans and steps are something else.
  return commonWords.has(line) || count === 1 ? [[line]] : [line.split(' '), `${line}s`.split(' ')];
}

/** Who makes most models of a line. */
function lineOwners(all: readonly Called[]): ReadonlyMap<string, string> {
  const lines = Map.groupBy(all, ({ line }) => line);
  return new Map(
    [...lines].map(([line, models]) => {
      const makers = [...Map.groupBy(models, ({ model }) => model.provider)];
      const most = makers.toSorted(([, one], [, other]) => other.length - one.length)[0];
      return [line, most?.[0] ?? ''];
    }),
  );
}

function resolved({ parts, candidates }: Draft): NameEntry | undefined {
  const tier = tiers.find((name) => candidates.some(({ writing }) => writing.tier === name));
  const inTier = candidates.filter(({ writing }) => writing.tier === tier);
  const distance = Math.min(...inTier.map(({ writing }) => writing.distance));
  const nearest = inTier.filter(({ writing }) => writing.distance === distance);
  const best = preferred(nearest.map(({ called }) => called));
  if (best === undefined || tier === undefined) return undefined;
  const unique = new Set(inTier.map(({ called }) => called));
  const models = tier === 'name' ? [best] : plainBuilds([...unique]);
  const isBare = inTier.every(({ writing }) => writing.isBare);
  // "V2" alone could be of several lines.
  if (isBare && inTier.some(({ called }) => called.line !== best.line)) return undefined;
  return {
    kind: 'name',
    tier,
    models: models.toSorted((one, other) => (one.model.slug < other.model.slug ? -1 : 1)),
    isStated: distance < 1 && !isBare && tier === 'name',
    company: companyOf(parts, {
      tier,
      isBare,
      line: best.line,
      isOwnFamily: inTier.some(({ called }) =>
        parts.some((part) => /^\p{L}+$/u.test(part) && called.model.family?.endsWith(`-${part}`)),
      ),
    }),
    needsCapital: parts.some((part) => commonWords.has(part)) && !/\d/.test(parts.join('')),
    line: best.line,
    isMakersName: best.isMakersName,
    providers: [...new Set(models.map(({ model }) => model.provider))],
    parts,
  };
}
