import type { Cues } from './cues.ts';
import { sourceWords } from './evidence-words.ts';
import { tokensOf } from './tokens.ts';

/** What the name of a source says of it: `anthropic-news`, `smol-ai/ainews`. */
export interface SourceCues {
  readonly isAboutModels: boolean;
  /** Makers in its name. */
  readonly providers: readonly string[];
}

// Few sources bring many items.
const memorySize = 1000;

/** Reads the names of sources, each once. */
export function sourceReader(cues: Cues): (source: string) => SourceCues {
  const memory = new Map<string, SourceCues>();
  return (source) => {
    const known = memory.get(source);
    if (known !== undefined) return known;
    const read = readSource(source, cues);
    if (memory.size < memorySize) memory.set(source, read);
    return read;
  };
}

function readSource(source: string, cues: Cues): SourceCues {
  // "AIJobs" is two words.
  const spread = source
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  const { list } = tokensOf(spread);
  const makers = list
    .flatMap(({ text }) => cues.get(text) ?? [])
    .filter(({ pieces, provider }) => pieces.length === 1 && provider !== undefined);
  return {
    isAboutModels:
      list.some(({ text }) => sourceWords.has(text)) || makers.some(({ isOfModels }) => isOfModels),
    providers: makers.flatMap(({ provider }) => provider ?? []),
  };
}
