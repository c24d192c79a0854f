import { type Called, withoutMaker } from './called.ts';
import { nameParts, type Part } from './name-parts.ts';
import { joiners, plainWords, specialists } from './name-words.ts';

/**
 * How much of a model's name a way of writing keeps:
 * name all that tells it apart; line all but its size; generation all but its variant; series all but its
 * version; family the first word alone.
 */
export const tiers = ['name', 'line', 'generation', 'series', 'family'] as const;
export type Tier = (typeof tiers)[number];

/** The better a way of writing tells a model, the lower. */
export const tierRank = (tier: Tier): number => tiers.indexOf(tier);

/** One way to write a model. */
export interface Writing {
  /** Parts in order, as `nameParts` cuts them. */
  readonly parts: readonly string[];
  readonly tier: Tier;
  /** How far it is from the name; of models that can be written the same, the nearest is meant. */
  readonly distance: number;
  /** Written without the first word, "Sonnet 3.7": it needs that word's company. */
  readonly isBare: boolean;
}

/** The ways that content states: name, mentions, aliases, ids. */
export function statedWritings({ model, maker, line }: Called): readonly Writing[] {
  const ids = [
    model.api?.id,
    ...(model.api?.snapshots ?? []),
    ...Object.values(model.identifiers ?? {}).flat(),
  ];
  const stated: readonly (readonly [string | undefined, number])[] = [
    [model.name, 0],
    ...(model.mentions ?? []).map((mention) => [mention, 0.1] as const),
    [model.slug, 0.2],
    ...(model.aliases ?? []).map((alias) => [alias, 0.2] as const),
    ...ids.map((id) => [id, 0.3] as const),
  ];
  return stated.flatMap(([text, distance]) => {
    const parts = text === undefined ? [] : withoutMaker(nameParts(text), maker);
    if (parts.length === 0) return [];
    const whole = written(parts, 'name', distance);
    if (parts.some(({ text: part }) => part === line)) return [whole];
    // "Gemini Nano Banana"
    return [whole, { ...whole, parts: [line, ...whole.parts] }];
  });
}

/** The ways that follow from the parts of the name: left out, turned round, without the first word. */
export function derivedWritings(name: readonly Part[]): readonly Writing[] {
  const [first, ...rest] = name;
  if (first?.kind !== 'word')
    return withoutQualifiers(name).map(([parts, cost]) => written(parts, 'name', cost));
  const found: Writing[] = [];
  for (const [parts, cost] of withoutQualifiers(rest)) {
    for (const reduced of reductions(parts)) {
      for (const order of orders(reduced.parts)) {
        const whole = { tier: reduced.tier, distance: reduced.distance + cost } as const;
        found.push(written([first, ...order], whole.tier, whole.distance));
        // "DeepSeekV3", "MiniMaxM2"
        const [second, ...others] = order;
        if (second?.kind === 'version' && /^\p{L}/u.test(second.text)) {
          const joined = { ...second, text: `${first.text}${second.text}` };
          found.push(written([joined, ...others], whole.tier, whole.distance));
        }
        if (standsAlone(order, reduced.tier))
          found.push({ ...written(order, whole.tier, whole.distance), isBare: true });
      }
    }
  }
  return found;
}

function written(parts: readonly Part[], tier: Tier, distance: number): Writing {
  return {
    parts: parts.map(({ text }) => text),
    tier,
    distance,
    isBare: false,
  };
}

/** The parts with every qualifier and stamp, with one of them, and with none; further off the more are left out. */
function withoutQualifiers(
  parts: readonly Part[],
): readonly (readonly [readonly Part[], number])[] {
  const optional = parts.filter(({ kind }) => kind === 'qualifier' || kind === 'stamp');
  const without = (left: readonly Part[]) =>
    [
      parts.filter((part) => !left.includes(part)),
      left.reduce((sum, part) => sum + weight(part), 0),
    ] as const;
  if (optional.length === 0) return [[parts, 0]];
  if (optional.length === 1) return [[parts, 0], without(optional)];
  return [
    [parts, 0],
    ...optional.map((kept) => without(optional.filter((part) => part !== kept))),
    without(optional),
  ];
}

/** "Qwen3-235B" is rather the plain one than the thinking one. */
const weight = ({ text }: Part): number => (/^(think|thinking|reasoning|non)$/.test(text) ? 2 : 1);

interface Reduction {
  readonly parts: readonly Part[];
  readonly tier: Tier;
  readonly distance: number;
}

function reductions(parts: readonly Part[]): readonly Reduction[] {
  const isOf =
    (...kinds: readonly Part['kind'][]) =>
    (part: Part) =>
      kinds.includes(part.kind);
  const words = parts.filter(isOf('word'));
  const sizes = parts.filter(isOf('size', 'minorSize'));
  const without = (left: readonly Part[]) => parts.filter((part) => !left.includes(part));
  const minor = sizes.slice(1);
  const hasVersion = parts.some(isOf('version'));
  const found: Reduction[] = [{ parts, tier: 'name', distance: 0 }];
  const add = (left: readonly Part[], tier: Tier, distance: number) => {
    if (left.length > 0) found.push({ parts: without(left), tier, distance });
  };
  add(minor, 'name', 0.5);
  // Two words beside the size still name it: "Llama 4 Scout" has one size only.
  add(sizes, 'line', 3);
  if (hasVersion) {
    if (!words.some(({ text }) => specialists.has(text))) {
      add(words, 'generation', 10);
      add([...words, ...minor], 'generation', 10.5);
      add([...words, ...sizes], 'generation', 11);
    }
    const versions = parts.filter(isOf('version'));
    add(versions, 'series', 20);
    add([...versions, ...minor], 'series', 20.5);
    add([...versions, ...sizes], 'series', 21);
    for (const word of words.length > 1 ? words : []) add([word], 'generation', 9);
  }
  return found.filter(({ parts }) => parts.length > 0);
}

/** The version before the words, behind them, and behind all; the size before the words and behind them. */
function orders(parts: readonly Part[]): readonly (readonly Part[])[] {
  const versions = parts.filter(({ kind }) => kind === 'version');
  const sizes = parts.filter(({ kind }) => kind === 'size' || kind === 'minorSize');
  const words = parts.filter(({ kind }) => kind === 'word');
  const rest = parts.filter(({ kind }) => kind === 'qualifier' || kind === 'stamp');
  const made = [
    [...versions, ...words, ...sizes, ...rest],
    [...versions, ...sizes, ...words, ...rest],
    [...words, ...versions, ...sizes, ...rest],
    [...words, ...sizes, ...versions, ...rest],
    parts,
  ];
  const seen = new Map(made.map((order) => [order.map(({ text }) => text).join(' '), order]));
  return [...seen.values()];
}

/** Without the first word a name must still say something of its own: "Sonnet 3.7", "V3.2 Speciale", "8x22B". */
function standsAlone(parts: readonly Part[], tier: Tier): boolean {
  const [first] = parts;
  if (first === undefined || first.kind === 'qualifier' || first.kind === 'stamp') return false;
  if (joiners.has(first.text)) return false;
  const isOwn = ({ text, kind }: Part) =>
    kind === 'word' && text.length > 2 && !plainWords.has(text) && !specialists.has(text);
  const version = parts.find(({ kind }) => kind === 'version');
  if (parts.length === 1 && version === undefined && first.kind === 'word') {
    return tier === 'series' && isOwn(first);
  }
  if (parts.some(isOwn) || parts.some(({ text }) => /^\d+x\d+/.test(text))) return true;
  if (version === undefined) return false;
  const isLettered = /^\p{L}\d|^\d\p{L}/u.test(version.text);
  return isLettered || parts.some(({ kind }) => kind === 'word');
}
