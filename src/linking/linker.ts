import { companyFor, surroundingsOf } from './company.ts';
import { dictionaryOf } from './dictionary.ts';
import { type Link, linksOf } from './links.ts';
import { companyVerbs, wordsBeforeCompany } from './makers.ts';
import type { NamedCatalog } from './named-model.ts';
import { type Mention, scanned } from './scan.ts';
import { sourceReader } from './source.ts';
import { type Tokens, tokensOf } from './tokens.ts';

export type { Link } from './links.ts';
export type { NamedCatalog } from './named-model.ts';

/** What is searched for models' names. */
export interface LinkedText {
  readonly title: string;
  readonly text?: string | undefined;
  /** Name or id of where it was published: `anthropic-news` is about models, `hacker-news` about anything. */
  readonly source?: string | undefined;
  /** ISO 8601 day or instant: a line's name alone means what was current then. */
  readonly publishedAt?: string | undefined;
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
  const readSource = sourceReader(dictionary.cues);
  return ({ title, text, source, publishedAt }) => {
    // A blank line keeps the end of the title and the start of the text apart.
    const tokens = tokensOf(text ? `${title}\n\n${text}` : title);
    const { mentions, products } = scanned(tokens.list, dictionary);
    if (mentions.length === 0 && products.length === 0) return { links: [], nearMisses: [] };
    const around = surroundingsOf(tokens.list, readSource(source ?? ''), dictionary.cues);
    const believed = new Map<Mention, string>();
    const doubted = new Map<Mention, string>();
    const open: Mention[] = [];
    for (const mention of mentions) {
      const refused =
        mention.refused?.reason ??
        refusedAsCompany(mention, tokens) ??
        refusedAsShort(mention, mentions);
      if (refused === undefined) open.push(mention);
      else doubted.set(mention, refused);
    }
    // What is believed is company for others, so ask until nobody is added.
    let count = -1;
    while (believed.size > count) {
      count = believed.size;
      for (const mention of open) {
        if (believed.has(mention)) continue;
        const reason = companyFor(mention, {
          tokens: tokens.list,
          around,
          sure: [...believed.keys()],
          open,
          cues: dictionary.cues,
        });
        if (reason !== undefined) believed.set(mention, reason);
      }
    }
    const links = linksOf(believed, { tokens, today: catalog.day, writtenOn: publishedAt });
    const nearMisses = [
      ...mentions.flatMap((mention) =>
        believed.has(mention) ? [] : [nearMiss(mention, tokens, doubted.get(mention))],
      ),
      ...products.map(({ first, last }) => ({
        words: tokens.words(first, last),
        slugs: [],
        reason: 'Refused: it is a product, a company or another thing of that name.',
      })),
    ];
    return { links, nearMisses };
  };
}

/** "DeepSeek raises", "Mistral’s CEO": a line that is called as its maker is. */
function refusedAsCompany({ entry, first, last }: Mention, { list }: Tokens): string | undefined {
  if (entry.tier !== 'family' || !entry.isMakersName) return undefined;
  const [before, next] = [list[first - 1], list[last + 1]];
  if (next?.join === 'space' && companyVerbs.has(next.text)) {
    return `“${next.text}” is what a company does`;
  }
  if (next?.text === 's' && next.gap === "'") return 'what it has is the company’s';
  if (before !== undefined && wordsBeforeCompany.has(before.text)) {
    return `“${before.text}” names a company`;
  }
  return undefined;
}

/** After "Yi-34B", which the catalog lacks, "Yi" is short for it, not for the models that are current. */
function refusedAsShort({ entry }: Mention, mentions: readonly Mention[]): string | undefined {
  if (entry.tier !== 'family') return undefined;
  const isShort = mentions.some(
    ({ refused, entry: { line } }) => refused?.isUnlisted && line === entry.line,
  );
  return isShort ? 'it is short for one that the catalog does not have' : undefined;
}

function nearMiss(
  { entry, first, last }: Mention,
  tokens: Tokens,
  refused: string | undefined,
): NearMiss {
  const lacking =
    entry.company === 'models'
      ? 'nothing beside it speaks of models'
      : 'neither its maker nor its line is named beside it';
  return {
    words: tokens.words(first, last),
    slugs: entry.models.map(({ model }) => model.slug),
    reason: `Refused: ${refused ?? lacking}.`,
  };
}
