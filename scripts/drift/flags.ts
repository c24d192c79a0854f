import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { suggestion } from '../../src/catalog/suggestion.ts';
import type { OutsideSource } from '../../src/drift/outside-set.ts';
import { outsideSources } from '../../src/drift/sources.ts';

const names = outsideSources.map(({ name }) => name);

/** What the command does and takes. */
export const usage = `Compares the catalog with an outside data set and lists what differs, is new, or is gone.

npm run drift -- --source ${names.join('|')} [--file FILE] [--model SLUG] [--provider ID]
                 [--format text|json] [--write [--pick MODEL:FIELD …]]

  --source    the set; without --file it is downloaded from where it is published:
${outsideSources.map(({ name, address }) => `              ${name.padEnd(10)} ${address}`).join('\n')}
  --file      the set in its published form, downloaded before
  --model     tell of this model alone
  --provider  tell of what this provider lists alone: a maker's own list, or a host's offers
  --format    text for people (default): ours → theirs, and what our file notes on it; json for programs
  --write     writes theirs into the files of models: what --pick names, else, in a terminal, what you
              say yes to. What we read at a model's maker is written only if it is named
  --pick      a difference, by the model and the field that the list shows; may be given more than once

What a set leaves open differs from nothing, and 0 is a free tier or a plan, not a price. A price that is
written becomes a new row from today on; each fact gets the set as a source, with the confidence "reported".

Exit status: 0 nothing differs, or all that was picked is written; 1 something differs, or could not be
written; 2 could not run.`;

const options = {
  source: { type: 'string' },
  file: { type: 'string' },
  model: { type: 'string' },
  provider: { type: 'string' },
  format: { type: 'string', default: 'text' },
  write: { type: 'boolean', default: false },
  pick: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

export type Given = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** The flags of the command line. @throws naming one that is unknown, or those that contradict each other. */
export function given(): Given {
  try {
    const { values } = parseArgs({ options });
    if (!values.help) checkFlags(values);
    return values;
  } catch (cause) {
    const flag = /^Unknown option '(--[\w-]+)/.exec((cause as Error).message)?.[1];
    const flags = Object.keys(options).map((name) => `--${name}`);
    throw flag ? new Error(`There is no flag ${flag}${suggestion(flag, flags)}`, { cause }) : cause;
  }
}

/** @throws when flags contradict each other. */
function checkFlags({ format, write, pick }: Given): void {
  if (!['text', 'json'].includes(format)) {
    throw new Error(`--format takes text or json, not "${format}".`);
  }
  if (pick && !write) throw new Error('--pick names what --write writes; give both.');
  if (write && format !== 'text') throw new Error('--write lists nothing; leave out --format.');
  if (write && !pick && process.stdin.isTTY !== true) {
    throw new Error('Without a terminal to ask in, --write needs --pick MODEL:FIELD.');
  }
}

/** The set that is asked for. @throws when there is none of the name. */
export function sourceOf({ source }: Given): OutsideSource {
  const found = outsideSources.find(({ name }) => name === source);
  if (!found) throw new Error(unknownName('source', source, names));
  return found;
}

/** @throws when the catalog has no model or provider of a name. */
export function checkNames({ models, providers }: Catalog, { model, provider }: Given): void {
  if (model !== undefined && !models.has(model)) {
    throw new Error(unknownName('model', model, [...models.keys()]));
  }
  if (provider !== undefined && !providers.has(provider)) {
    throw new Error(unknownName('provider', provider, [...providers.keys()]));
  }
}

function unknownName(flag: string, found: string | undefined, known: readonly string[]): string {
  if (found === undefined) return `--${flag} is missing: ${known.join(', ')}.`;
  return `--${flag} "${found}" is none that the catalog knows${suggestion(found, known)}`;
}
