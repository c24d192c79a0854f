import type {
  AuthoredProtocol,
  quickstartLanguages,
  quickstartVariants,
} from '../schema/protocol.ts';

export type Language = (typeof quickstartLanguages)[number];
export type Variant = (typeof quickstartVariants)[number];
export type Snippets = Readonly<
  Partial<Record<Variant, Readonly<Partial<Record<Language, string>>>>>
>;

/** A protocol with all that it takes over from the one it is like. */
export interface Protocol extends Omit<AuthoredProtocol, 'like' | 'sources'> {
  readonly id: string;
  readonly task: NonNullable<AuthoredProtocol['task']>;
  readonly request: NonNullable<AuthoredProtocol['request']>;
  readonly sdks: NonNullable<AuthoredProtocol['sdks']>;
  readonly snippets: Snippets;
}

type Authored = ReadonlyMap<string, AuthoredProtocol>;

/**
 * A protocol completed by those that it is like, the nearest first; undefined where a part is stated
 * nowhere.
 *
 * Where a key is to be had, whose models it serves and what was proven hold for one protocol alone.
 */
export function completeProtocol(protocols: Authored, id: string): Protocol | undefined {
  const [own, ...others] = ancestry(protocols, id);
  if (!own) return undefined;
  const { like: _like, sources: _sources, ...facts } = own;
  const chain = [own, ...others];
  const first = <Key extends 'task' | 'request' | 'sdks'>(key: Key) =>
    chain.find((one) => one[key] !== undefined)?.[key];
  const [task, request, sdks] = [first('task'), first('request'), first('sdks')];
  if (!task || !request || !sdks) return undefined;
  const farthestFirst = chain.toReversed();
  return {
    ...facts,
    id,
    task,
    request,
    sdks,
    client: Object.assign({}, ...farthestFirst.map((one) => one.client)),
    imports: Object.assign({}, ...farthestFirst.map((one) => one.imports)),
    snippets: farthestFirst.reduce<Snippets>(withSnippets, {}),
  };
}

/** A protocol, the one it is like, and so on; a circle ends where it closes. */
function ancestry(protocols: Authored, id: string): readonly AuthoredProtocol[] {
  const chain: AuthoredProtocol[] = [];
  for (let next: string | undefined = id; next !== undefined; ) {
    const protocol = protocols.get(next);
    if (!protocol || chain.includes(protocol)) return chain;
    chain.push(protocol);
    next = protocol.like;
  }
  return chain;
}

function withSnippets(taken: Snippets, { snippets = {} }: AuthoredProtocol): Snippets {
  const variants = Object.entries(snippets) as [Variant, Snippets[Variant]][];
  return {
    ...taken,
    ...Object.fromEntries(
      variants.map(([variant, own]) => [variant, { ...taken[variant], ...own }]),
    ),
  };
}
