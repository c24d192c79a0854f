import { nameParts, type Part } from './name-parts.ts';
import { isAnybodysWord, plainWords, specialists } from './name-words.ts';
import type { NamedModel, NamedProvider } from './named-model.ts';

/** A model with its name cut into parts. */
export interface Called {
  readonly model: NamedModel;
  readonly parts: readonly Part[];
  /** First word of its maker's name, where no line of the maker starts with it. */
  readonly maker: string | undefined;
  /** First word of the name: claude, gpt, llama. */
  readonly line: string;
  /** Its maker is called as the line is, so that the line alone may mean the company. */
  readonly isMakersName: boolean;
  /** The words after it: "opus", "flash lite". Of one variant the newest is current. */
  readonly variant: string;
  readonly version: string;
  /** Parameters that its name states, in billions; 0 where it states none. */
  readonly size: number;
  /** Variant, version and size: builds of one model share it. */
  readonly build: string;
  /** 2: the model itself; 1: its preview or what it was trained from; 0: a dated, experimental or thinking build of it. */
  readonly plainness: 0 | 1 | 2;
  /** Made for one use, or of another line as well, so that the line's name alone does not mean it. */
  readonly isSpecialist: boolean;
}

/** Cuts the names of models. A maker's name before the line is left off: "Amazon Nova Lite" is a Nova. */
export function calledModels(
  models: readonly NamedModel[],
  providers: ReadonlyMap<string, NamedProvider>,
): readonly Called[] {
  const ofProvider = Map.groupBy(models, ({ provider }) => provider);
  const makers = new Map(
    [...ofProvider].map(([id, made]) => [id, makerOf(providers.get(id)?.name ?? id, made)]),
  );
  const all = models.map((model) => called(model, makers.get(model.provider) as Maker));
  const lines = new Set(all.map(({ line }) => line));
  return all.map((one) => (isOfTwoLines(one, lines) ? { ...one, isSpecialist: true } : one));
}

/** "Mistral Nemotron", "DeepSeek-R1-Distill-Qwen-7B": the word of another line in a name. */
const isOfTwoLines = ({ line, parts }: Called, lines: ReadonlySet<string>): boolean =>
  parts.some(
    ({ text, kind }) =>
      kind === 'word' &&
      lines.has(text) &&
      !line.split(' ').includes(text) &&
      !isAnybodysWord(text),
  );

interface Maker {
  /** First word of its name. */
  readonly word: string;
  /** A line is called so as well: Mistral, DeepSeek. */
  readonly isLine: boolean;
}

function makerOf(name: string, made: readonly NamedModel[]): Maker {
  const [word = ''] = name.toLowerCase().split(/[^\p{L}\d]+/u);
  const hasLine = made.some(({ family = '' }) => {
    const [first, second = ''] = family.split('-');
    return first === word && !specialists.has(second);
  });
  const starting = made.filter((model) => nameParts(model.name)[0]?.text === word);
  const isLine =
    hasLine || (made.every(({ family }) => !family) && starting.length * 2 > made.length);
  return { word, isLine };
}

function called(model: NamedModel, { word, isLine }: Maker): Called {
  const maker = isLine ? undefined : word;
  const parts = withoutMaker(nameParts(model.name), maker);
  const line = lineOf(parts, model);
  const [first, ...rest] = parts;
  const of = (kind: Part['kind']) =>
    rest.flatMap((part) => (part.kind === kind ? [part.text] : [])).join(' ');
  const words = rest.filter(({ kind }) => kind === 'word');
  return {
    model,
    parts,
    maker,
    line,
    isMakersName: line === word,
    variant: of('word'),
    version: of('version'),
    size: Number.parseFloat(of('size').replace(/^[ae]/, '')) || 0,
    build: [of('version'), of('word'), of('size')].join('|'),
    plainness: plainnessOf(parts),
    isSpecialist:
      words.some(({ text }) => specialists.has(text)) || specialists.has(first?.text ?? ''),
  };
}

/** "OpenAI o1" is o1; "Aion 2" is not 2, and "Perplexity Deep Research" not what anybody calls deep research. */
export function withoutMaker(parts: readonly Part[], maker: string | undefined): readonly Part[] {
  const rest = parts.slice(1);
  const isName = rest.some(({ text }) => /\p{L}/u.test(text) && !isAnybodysWord(text));
  return parts[0]?.text === maker && isName ? rest : parts;
}

function plainnessOf(parts: readonly Part[]): Called['plainness'] {
  const isBuild = ({ kind, text }: Part) =>
    kind === 'stamp' || /^(exp|experimental|beta|non|think|thinking)$/.test(text);
  if (parts.some(isBuild)) return 0;
  return parts.some(({ text }) => text === 'preview' || text === 'base') ? 1 : 2;
}

/** The first word, or the first two where the first is anybody's: "Code Llama". */
function lineOf(parts: readonly Part[], { slug }: NamedModel): string {
  const [first, second] = parts;
  if (first === undefined) return slug;
  const isAnybodys = plainWords.has(first.text) || specialists.has(first.text);
  return isAnybodys && second?.kind === 'word' ? `${first.text} ${second.text}` : first.text;
}

/** Of each build the plainest model, and no builds that are dated or experimental only, if there are others. */
export function plainBuilds(models: readonly Called[]): readonly Called[] {
  const builds = Map.groupBy(models, ({ build }) => build);
  const plainest = [...builds.values()].flatMap((same) => preferred(same) ?? []);
  const plain = plainest.filter(({ plainness }) => plainness > 0);
  return plain.length > 0 ? plain : plainest;
}

/** The plainest, then the newest, then by slug. */
export const preferred = (models: readonly Called[]): Called | undefined =>
  models.toSorted(
    (one, other) =>
      other.plainness - one.plainness ||
      descending(one.model.releaseDate ?? '', other.model.releaseDate ?? '') ||
      descending(other.model.slug, one.model.slug),
  )[0];

const descending = (one: string, other: string): number =>
  one === other ? 0 : one > other ? -1 : 1;
