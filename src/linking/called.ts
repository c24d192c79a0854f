import { nameParts, type Part } from './name-parts.ts';
import type { NamedModel, NamedProvider } from './named-model.ts';
import { plainWords, specialists } from './words.ts';

/** A model with its name cut into parts. */
export interface Called {
  readonly model: NamedModel;
  readonly parts: readonly Part[];
  /** First word of the name: claude, gpt, llama. */
  readonly line: string;
  /** The words after it: "opus", "flash lite". Of one variant the newest is current. */
  readonly variant: string;
  /** Variant, version and size: builds of one model share it. */
  readonly build: string;
  /** No dated or experimental build. */
  readonly isPlain: boolean;
  /** Made for one use, so that the line's name alone does not mean it. */
  readonly isSpecialist: boolean;
}

/** Cuts the names of models. A maker's name before the line is left off: "Amazon Nova Lite" is a Nova. */
export function calledModels(
  models: readonly NamedModel[],
  providers: ReadonlyMap<string, NamedProvider>,
): readonly Called[] {
  const cut = models.map((model) => ({ model, parts: nameParts(model.name) }));
  const starts = new Map<string, number>();
  const startOf = (provider: string, word: string | undefined) => `${provider} ${word}`;
  const made = new Map<string, number>();
  for (const { model, parts } of cut) {
    const key = startOf(model.provider, parts[0]?.text);
    starts.set(key, (starts.get(key) ?? 0) + 1);
    made.set(model.provider, (made.get(model.provider) ?? 0) + 1);
  }
  return cut.map(({ model, parts }) => {
    const [first, second] = parts;
    const maker = providers
      .get(model.provider)
      ?.name.toLowerCase()
      .split(/[^\p{L}\d]+/u)[0];
    const count = starts.get(startOf(model.provider, first?.text)) ?? 0;
    const isMakersLine =
      model.family === undefined
        ? count * 2 > (made.get(model.provider) ?? 0)
        : model.family.startsWith(first?.text ?? '');
    const hasMaker = first?.text === maker && second?.kind === 'word' && !isMakersLine;
    return called(model, hasMaker ? parts.slice(1) : parts);
  });
}

function called(model: NamedModel, parts: readonly Part[]): Called {
  const [first, ...rest] = parts;
  const of = (kind: Part['kind']) =>
    rest.flatMap((part) => (part.kind === kind ? [part.text] : [])).join(' ');
  const words = rest.filter(({ kind }) => kind === 'word');
  return {
    model,
    parts,
    line: lineOf(parts, model),
    variant: of('word'),
    build: [of('version'), of('word'), of('size')].join('|'),
    isPlain: !parts.some(
      ({ kind, text }) =>
        kind === 'stamp' ||
        (kind === 'qualifier' && /^(exp|experimental|beta|non|thinking|preview)$/.test(text)),
    ),
    isSpecialist:
      words.some(({ text }) => specialists.has(text)) || specialists.has(first?.text ?? ''),
  };
}

/** The first word, or the first two where the first is anybody's: "Code Llama". */
function lineOf(parts: readonly Part[], { slug }: NamedModel): string {
  const [first, second] = parts;
  if (first === undefined) return slug;
  const isAnybodys = plainWords.has(first.text) || specialists.has(first.text);
  return isAnybodys && second?.kind === 'word' ? `${first.text} ${second.text}` : first.text;
}

/** Of each build the plain model; of a build without one, the newest. */
export function plainBuilds(models: readonly Called[]): readonly Called[] {
  const builds = Map.groupBy(models, ({ build }) => build);
  return [...builds.values()].flatMap((same) => preferred(same) ?? []);
}

/** The plain ones before the others, then the newest. */
export const preferred = (models: readonly Called[]): Called | undefined =>
  models.toSorted(
    (one, other) =>
      Number(other.isPlain) - Number(one.isPlain) ||
      (one.model.releaseDate === other.model.releaseDate
        ? one.model.slug < other.model.slug
          ? -1
          : 1
        : (one.model.releaseDate ?? '') > (other.model.releaseDate ?? '')
          ? -1
          : 1),
  )[0];
