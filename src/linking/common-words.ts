import { wordsOf } from './word-list.ts';

/**
 * Words that mean other things too: a poem, a codec, a constellation, a shell's order. A name that starts with
 * one and says nothing more than a whole version needs company; alone it needs its own maker.
 */
export const commonWords: ReadonlySet<string> = wordsOf(`
  aion arctic atlas aurora coder command cosmos dolphin embed fable falcon fugu gemini granite
  grok haiku hermes inflection intellect jamba laguna llama lyra maestro mercury morph muse mythos
  north nova olympus opus orca ornith palm phi rerank seed solar sonar sonnet spotlight step titan
  trinity virtuoso voyage whisper yi
`);

/** Of those, the ones that are also counted: Sonnet 5 is Shakespeare's, Gemini 3 flew, Falcon 9 flies. */
export const countedWords: ReadonlySet<string> = wordsOf(`
  arctic command embed falcon gemini haiku mercury north nova opus orca palm phi seed solar sonnet
  spotlight step titan trinity voyage
`);

/** Of the common words, those that mean the models wherever models are talked of. */
export const mostlyModels: ReadonlySet<string> = wordsOf(`
  gemini llama
`);

/** Given names: followed by another capital word that starts no sentence of ours, they are a person's. */
export const givenNames: ReadonlySet<string> = wordsOf(`
  claude
`);

/** Lines that are also a way of building models, or a product: alone they name none. */
export const linesNeverAlone: ReadonlySet<string> = wordsOf(`
  bge codex gpt mai o text ui
`);
