import { commonWords, givenNames } from './common-words.ts';
import { evidencePhrases, languageModelWords } from './evidence-words.ts';
import { generalMakers, makerNames } from './makers.ts';
import type { NamedProvider } from './named-model.ts';

/** Words that tell what a text is about. */
export interface Cue {
  readonly pieces: readonly string[];
  /** The maker that they name. */
  readonly provider?: string;
  /** They show that a text is about models. */
  readonly isOfModels: boolean;
  /** About language models as such. */
  readonly isOfLanguageModels: boolean;
  readonly needsCapital: boolean;
}

/** By the first token. */
export type Cues = ReadonlyMap<string, readonly Cue[]>;

/** The names of makers and the words by which a text shows that it is about models. */
export function cuesOf(providers: readonly NamedProvider[]): Cues {
  const makers = providers.flatMap(({ id, name }) => {
    const plain = name
      .toLowerCase()
      .replace(/\(.*\)/, '')
      .trim();
    return [...new Set([plain, ...(makerNames[id] ?? [])])].map((text) =>
      makerCue(id, piecesOf(text)),
    );
  });
  const evidence = evidencePhrases.map((text) => ({
    pieces: piecesOf(text),
    isOfModels: true,
    isOfLanguageModels: languageModelWords.has(text),
    needsCapital: text === 'ai',
  }));
  const all: readonly Cue[] = [...makers, ...evidence].filter(({ pieces }) => pieces.length > 0);
  return Map.groupBy(all, ({ pieces }) => pieces[0] ?? '');
}

function makerCue(provider: string, pieces: readonly string[]): Cue {
  const [first = ''] = pieces;
  return {
    pieces,
    provider,
    isOfModels: !generalMakers.has(provider) && !commonWords.has(first) && !givenNames.has(first),
    isOfLanguageModels: false,
    needsCapital: true,
  };
}

/** Whether a word names a maker, alone or with more: "mistralai/…", "OpenAI-o1". */
export const isMakerWord = (text: string, cues: Cues): boolean =>
  text.endsWith('ai') || (cues.get(text)?.some(({ provider }) => provider !== undefined) ?? false);

const piecesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\d+|\p{L}+/gu)].map(([piece]) => piece);
