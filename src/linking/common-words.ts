import { wordsOf } from './word-list.ts';

/**
 * Words that mean other things too: a poem, a codec, a constellation, a shell's order. A name that starts with
 * one and says nothing more than a whole version needs company; alone it needs its own maker.
 */
export const commonWords: ReadonlySet<string> = wordsOf(`
  aion arctic atlas aurora aya babbage codey cogito coder command cosmos davinci dolphin embed
  ernie fable falcon fugu fuyu gemini glm granite grok haiku hermes inflection intellect jais jamba kat
  laguna ling llama lyra maestro mercury mimo morph mpt muse mythos north nova olympus opus orca
  ornith palm palmyra pangu parakeet perceptron phi relace rerank ring riva seed skywork solar
  sonar sonnet spotlight step titan tongyi trinity usd vicuna virtuoso voyage whisper yi
`);

/** Of those, the ones that are also counted: Sonnet 5 is Shakespeare's, Gemini 3 flew, Falcon 9 flies. */
export const countedWords: ReadonlySet<string> = wordsOf(`
  arctic command davinci embed falcon gemini haiku kat ling mercury mimo mpt north nova opus orca
  palm parakeet perceptron phi ring riva seed solar sonnet spotlight step titan trinity voyage
`);

/** Of those, the ones that say an order in texts about anything, models too. */
export const orderWords: ReadonlySet<string> = wordsOf(`
  step
`);

/** Of the common words, those that mean the models wherever models are talked of. */
export const mostlyModels: ReadonlySet<string> = wordsOf(`
  gemini glm llama
`);

/** Given names: followed by another capital word that starts no sentence of ours, they are a person's. */
export const givenNames: ReadonlySet<string> = wordsOf(`
  claude
`);

/** Lines that are also a way of building models, or a product: alone they name none. */
export const linesNeverAlone: ReadonlySet<string> = wordsOf(`
  bge codex gpt mai o relace riva text ui usd
`);
