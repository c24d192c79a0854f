import type { AuthoredModel } from '../schema/model.ts';
import { quickstartLanguages, quickstartVariants, type tasks } from '../schema/protocol.ts';
import type { AuthoredProvider } from '../schema/provider.ts';
import type { Status } from '../status.ts';
import { type Call, callOf, variablesOf } from './call.ts';
import { sdkOf, type Verified, verifiedBy } from './proof.ts';
import type { Language, Protocol, Variant } from './protocol.ts';
import { rendered } from './render.ts';

/** Code that calls a model, complete: it needs its variables set and its SDK installed. */
export interface Quickstart {
  /** Id of the provider that is called; `local` for a program on the reader's own machine. */
  readonly provider: string;
  /** Id of the protocol. */
  readonly protocol: string;
  /** What the provider calls the model. */
  readonly id: string;
  readonly language: Language;
  readonly variant: Variant;
  /** Name of the package that it uses, or curl. */
  readonly sdk: string;
  readonly sdkVersion?: string;
  readonly code: string;
  /** The environment variables to set, the key's last; none where no key is asked for. */
  readonly variables: readonly string[];
  readonly keyPage?: string;
  readonly verified?: Verified;
}

/** One way to call a model: by whom, and by which id. */
export interface Way {
  readonly call: Call;
  readonly id: string;
}

/** What of a model decides how it can be called. */
type Callable = Pick<AuthoredModel, 'provider' | 'api' | 'offers' | 'specs' | 'capabilities'> & {
  readonly status: Status;
};

interface Known {
  readonly protocols: ReadonlyMap<string, Protocol>;
  readonly providers: ReadonlyMap<string, { readonly id: string } & AuthoredProvider>;
}

type Task = (typeof tasks)[number];

/**
 * What a model is asked for; undefined for what no protocol here serves, such as speech for speech, and
 * where nobody says what it takes and gives, as of those that rank documents.
 */
export function taskOf({ specs }: Pick<AuthoredModel, 'specs'>): Task | undefined {
  const { input, output } = specs.modalities ?? { input: [], output: [] };
  if (output.includes('embedding')) return 'embedding';
  const [takesText, takesAudio] = [input.includes('text'), input.includes('audio')];
  const [givesText, givesAudio] = [output.includes('text'), output.includes('audio')];
  if (takesText && givesText) return 'chat';
  if (takesText && givesAudio && !takesAudio) return 'speech';
  return takesAudio && givesText && !givesAudio ? 'transcription' : undefined;
}

/**
 * The ways to call a model: its maker's, then those of others in their order, then the weights on a
 * machine of one's own.
 *
 * A model that is only announced has none, nor has one whose file says why not. Of a retired one the
 * maker's is gone; where its weights are open others may go on serving it, so theirs stay. Open
 * weights are given a local way only where a provider serves the model as chat: others may lack what
 * a chat needs.
 */
export function waysToCall(model: Callable, { protocols, providers }: Known): readonly Way[] {
  const { api, offers = [], provider, status, specs } = model;
  const task = taskOf(model);
  const isGone = status === 'retired' && !specs.openWeights;
  const isUncalled = status === 'announced' || isGone || api?.noQuickstart !== undefined;
  // Of a model whose modalities nobody states, the protocol that it names is all that is known.
  const isUnfit = task === undefined && specs.modalities !== undefined;
  if (isUnfit || isUncalled) return [];
  const wayBy = (
    protocol: Protocol | undefined,
    host: string,
    id: string,
  ): readonly (readonly [string, Way])[] => {
    const known = providers.get(host);
    const call = protocol && known && callOf(protocol, known);
    return call ? [[host, { call, id }]] : [];
  };
  const own =
    api?.protocol === undefined || status === 'retired'
      ? []
      : wayBy(protocols.get(api.protocol), provider, api.id);
  const others = offers.flatMap((offer) => {
    const names = providers.get(offer.provider)?.api?.protocols ?? [];
    const fitting = names
      .map((name) => protocols.get(name))
      .find(
        (one) => one !== undefined && one.task === task && (one.makers?.includes(provider) ?? true),
      );
    return wayBy(fitting, offer.provider, offer.id);
  });
  // The first of a provider's offers: the rest are the same model at another speed or price.
  const served = [...new Map([...others.toReversed(), ...own]).entries()];
  const order = [provider, ...offers.map((offer) => offer.provider)];
  const ways = served
    .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([, way]) => way);
  const isChat = task === 'chat' && ways.length > 0;
  return isChat ? [...ways, ...localWays(model, protocols)] : ways;
}

function localWays(
  { specs }: Pick<AuthoredModel, 'specs'>,
  protocols: ReadonlyMap<string, Protocol>,
): readonly Way[] {
  const repository = /^https:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+)$/.exec(specs.weights ?? '');
  const id = repository?.[1];
  if (!specs.openWeights || id === undefined) return [];
  return [...protocols.values()]
    .filter(({ isLocal }) => isLocal)
    .flatMap((protocol) => {
      const call = callOf(protocol, { id: 'local' });
      return call ? [{ call, id }] : [];
    });
}

/**
 * The variants that a way is shown in: all that the model can do for the first, the basic one for the
 * rest; where its maker answers as a stream alone, streaming is the maker's only one.
 */
export function variantsOf(model: Callable, { call }: Way, isFirst: boolean): readonly Variant[] {
  if (model.api?.streamOnly && call.provider === model.provider) return ['streaming'];
  const canDo: Readonly<Record<Variant, boolean>> = {
    basic: true,
    streaming: isFirst,
    image: isFirst && (model.specs.modalities?.input.includes('image') ?? false),
    toolCall: isFirst && (model.capabilities?.includes('toolCalling') ?? false),
  };
  return quickstartVariants.filter((variant) => canDo[variant]);
}

/** The code that calls a model, by way, variant and language. */
export function quickstartsOf(model: Callable, known: Known): readonly Quickstart[] {
  return waysToCall(model, known).flatMap((way, index) =>
    variantsOf(model, way, index === 0).flatMap((variant) =>
      quickstartLanguages.flatMap((language) => {
        const code = rendered(way.call, language, variant, way.id);
        return code === undefined ? [] : [quickstart(way, language, variant, code)];
      }),
    ),
  );
}

function quickstart(
  { call, id }: Way,
  language: Language,
  variant: Variant,
  code: string,
): Quickstart {
  const { protocol, provider, keyPage } = call;
  const sdk = sdkOf(protocol, language);
  const verified = verifiedBy(call, language, variant);
  return {
    provider,
    protocol: protocol.id,
    id,
    language,
    variant,
    sdk: sdk?.package ?? 'curl',
    ...(sdk && { sdkVersion: sdk.version }),
    code,
    variables: variablesOf(call),
    ...(keyPage && { keyPage }),
    ...(verified && { verified }),
  };
}
