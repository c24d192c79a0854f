import { wordsOf } from './word-list.ts';

/**
 * Words of a name that people leave out: what was trained on top, how far it is released, how it is packed.
 * They tell siblings apart only where both have one.
 */
export const qualifiers: ReadonlySet<string> = wordsOf(`
  base beta chat exp experimental free g1 hf instruct instruction it latest model non preview
  reasoning tee text think thinking v0.1 v0.2 v0.3
`);

/** What follows a name and leaves the model the same: packings, efforts, ways of running it. */
export const packings: ReadonlySet<string> = wordsOf(`
  and api awq bf bit bnb era exl fp gguf gptq high hosted in int iq low minimal mlx mtp mxfp nvfp
  on only onnx or q quantized ready the turbos unsloth vs xhigh
`);

/** What comes after a hyphen and compares with the model, or says that it is inside. */
export const likenesses: ReadonlySet<string> = wordsOf(`
  backed based class driven enabled generated grade level like powered quality scale sized style
  tier
`);

/** What makes another model of a line: after a name that lacks it, the name is of a model that we do not have. */
export const variants: ReadonlySet<string> = wordsOf(`
  air coder codex flash lite max mini nano omni plus pro turbo ultra vision vl
`);

/** Words for more or less, which lists repeat without the name: "GPT-4.1, Mini and Nano". */
export const degrees: ReadonlySet<string> = wordsOf(`
  air flash large lite max medium micro mini nano plus premier pro small super ultra
`);

/**
 * Words for one use. Who says a line's name or version alone means none of these: "Gemini" is not its voice,
 * "DeepSeek V2" not the prover.
 */
export const specialists: ReadonlySet<string> = wordsOf(`
  agent asr audio build captioner character code coder computer content creative custom deep dev
  diffusion distill doc embed embedding embeddings fast guard her highspeed image imagine learnlm
  lightning live livetranslate math moderation mt multi native ocr omni prover realtime rerank reranker
  research retriever robotics safeguard safety search stt transcribe translate tts turbo
  ultraspeed vl voice voicechat
`);

/** Words that join the words of a name; none starts with one. */
export const joiners: ReadonlySet<string> = wordsOf(`
  and for in of the to with
`);

/** Words that name no line of models when they stand alone, as they stand in the names of many. */
export const plainWords: ReadonlySet<string> = new Set([
  ...variants,
  ...degrees,
  ...wordsOf(`
  core edge fast code image audio video voice search embed embedding embeddings rerank reranker
  instant deep research build online math guard safety content multimodal multi agent realtime
  transcribe tts distill long light heavy express next open oss speed highspeed creative
  multilingual english spark high quality tools gpt doc live translate ocr character captioner moe
  expanse mode generation completion apply edit finance law productivity arabic zero
`),
]);

const makersWords: ReadonlySet<string> = wordsOf('codex gpt');

/** Of a name that has nothing else, "text embedding", nobody knows whose it is; "gpt" and "codex" say the maker. */
export const isAnybodysWord = (part: string): boolean =>
  !makersWords.has(part) &&
  (plainWords.has(part) || specialists.has(part) || qualifiers.has(part) || joiners.has(part));
