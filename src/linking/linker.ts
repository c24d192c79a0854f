import type { Called } from './called.ts';
import { companyFor, surroundingsOf } from './company.ts';
import { currentModels } from './current.ts';
import { type Dictionary, dictionaryOf, tierRank } from './dictionary.ts';
import { companyVerbs } from './makers.ts';
import type { NamedCatalog, NamedModel } from './named-model.ts';
import { type Mention, scanned } from './scan.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/** What is searched for models' names. */
export interface LinkedText {
  readonly title: string;
  readonly text?: string | undefined;
  /** Name or id of where it was published: `anthropic-news` is about models, `hacker-news` about anything. */
  readonly source?: string | undefined;
  /** ISO 8601 day or instant: a line's name alone means what was current then. */
  readonly publishedAt?: string | undefined;
}

/** A model that a text names. */
export interface Link {
  readonly slug: string;
  /** model: it is named; series: its version or line is named; family: only its family is. */
  readonly level: 'model' | 'series' | 'family';
  /** The words that name it, as they stand in the text. */
  readonly words: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Why, as a sentence. */
  readonly reason: string;
}

/** Words that look like a model's name and were not believed. */
export interface NearMiss {
  readonly words: string;
  /** The models that they would have named. */
  readonly slugs: readonly string[];
  readonly reason: string;
}

export interface Explained {
  readonly links: readonly Link[];
  readonly nearMisses: readonly NearMiss[];
}

/** The models that a text names, at most once each, the surest first and then by slug. */
export type Linker = (item: LinkedText) => readonly Link[];

/** Makes a linker of a catalog: of `loadCatalog`, or as published in `api/v1/catalog.json`. */
export function createLinker(catalog: NamedCatalog): Linker {
  const explain = createExplainer(catalog);
  return (item) => explain(item).links;
}

/** Makes a linker that also tells what it refused. */
export function createExplainer(catalog: NamedCatalog): (item: LinkedText) => Explained {
  const dictionary = dictionaryOf(catalog);
  return (item) => explained(item, dictionary, catalog.day);
}

function explained(item: LinkedText, dictionary: Dictionary, today: string): Explained {
  const tokens = tokensOf(item.text ? `${item.title}\n\n${item.text}` : item.title);
  const mentions = scanned(tokens.list, dictionary);
  if (mentions.length === 0) return { links: [], nearMisses: [] };
  const around = surroundingsOf(tokens.list, item.source ?? '', dictionary);
  const judged = mentions.map((mention) => ({
    mention,
    refused: mention.refused ?? refusedAsCompany(mention, tokens),
  }));
  const believed = new Map<Mention, string>();
  // What is believed is company for others, so ask until nobody is added.
  let count: number;
  do {
    count = believed.size;
    const sure = [...believed.keys()];
    for (const { mention, refused } of judged) {
      if (refused !== undefined || believed.has(mention)) continue;
      const reason = companyFor(mention, tokens.list, around, sure);
      if (reason !== undefined) believed.set(mention, reason);
    }
  } while (believed.size > count);
  const links = linksOf(believed, { tokens, today, writtenOn: item.publishedAt });
  const nearMisses = judged.flatMap(({ mention, refused }) =>
    believed.has(mention) ? [] : [nearMiss(mention, tokens, refused)],
  );
  return { links, nearMisses };
}

/** "DeepSeek raises", "Mistral’s CEO": a line that is called as its maker is. */
function refusedAsCompany({ entry, first, last }: Mention, { list }: Tokens): string | undefined {
  if (entry.tier !== 'family' || !entry.providers.includes(entry.line)) return undefined;
  const [before, next] = [list[first - 1], list[last + 1]];
  if (next?.join === 'space' && companyVerbs.has(next.text))
    return `“${next.text}” is what a company does`;
  if (next?.text === 's' && next.gap === "'") return 'what it has is the company’s';
  if (before?.text === 'by' || before?.text === 'at')
    return `“${before.text}” stands before a company`;
  return undefined;
}

const nearMiss = (
  { entry, first, last }: Mention,
  tokens: Tokens,
  refused: string | undefined,
): NearMiss => ({
  words: tokens.words(first, last),
  slugs: entry.models.map(({ model }) => model.slug),
  reason: `Refused: ${refused ?? (entry.company === 'own' ? 'its maker or line is not named beside it' : 'nothing beside it speaks of models')}.`,
});

interface Context {
  readonly tokens: Tokens;
  readonly today: string;
  readonly writtenOn: string | undefined;
}

function linksOf(believed: ReadonlyMap<Mention, string>, context: Context): readonly Link[] {
  const mentions = [...believed].toSorted(
    ([one], [other]) =>
      tierRank(one.entry.tier) - tierRank(other.entry.tier) || one.first - other.first,
  );
  const links = new Map<string, Link>();
  const named = new Set<string>();
  for (const [{ entry, first, last }, company] of mentions) {
    const isOne = entry.tier === 'name' || entry.models.length === 1;
    // After "Claude Opus 4.6", "Claude" and "Opus" are short for it.
    if (!isOne && entry.models.some(({ model }) => named.has(model.slug))) continue;
    const words = context.tokens.words(first, last);
    for (const { model } of meant(entry, context)) {
      const link = {
        slug: model.slug,
        level: levelOf(entry),
        words,
        confidence: confidenceOf(entry, company),
        reason: `“${words}” ${saying(entry, model)}; ${company}.`,
      };
      const known = links.get(model.slug);
      if (known === undefined || known.confidence < link.confidence) links.set(model.slug, link);
      named.add(model.slug);
    }
  }
  return [...links.values()].toSorted(
    (one, other) => other.confidence - one.confidence || (one.slug < other.slug ? -1 : 1),
  );
}

function meant(
  { tier, models }: Mention['entry'],
  { today, writtenOn }: Context,
): readonly Called[] {
  if (tier !== 'series' && tier !== 'family') return models;
  return currentModels(models, { writtenOn, today });
}

function levelOf({ tier, models }: Mention['entry']): Link['level'] {
  if (tier === 'family') return 'family';
  if (tier === 'series') return 'series';
  return models.length === 1 ? 'model' : 'series';
}

const sureness = { name: 0.98, line: 0.9, generation: 0.85, series: 0.7, family: 0.5 } as const;

function confidenceOf({ tier, isStated, company }: Mention['entry'], reason: string): number {
  const derived = isStated ? 0 : 0.03;
  const doubt = company === 'none' || reason === 'it needs no company' ? 0 : 0.1;
  return Math.round((sureness[tier] - derived - doubt) * 100) / 100;
}

function saying({ tier, models, isStated }: Mention['entry'], { name }: NamedModel): string {
  if (tier === 'family') return `names the family alone, of which ${name} was current`;
  if (tier === 'series') return `names no version, and ${name} was current`;
  if (models.length > 1) return `names the series of ${name}`;
  return isStated ? `is a name of ${name}` : `is a way to write ${name}`;
}
