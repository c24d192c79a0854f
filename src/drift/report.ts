import { countsText } from './counts.ts';
import {
  type Drift,
  type Finding,
  type Held,
  isMakers,
  type NewModel,
  pickName,
} from './finding.ts';
import { changeText, valueText } from './value-text.ts';

/** Everything in which the catalog and a set differ, by model, for a person; the counts at the end. */
export function driftText(drift: Drift): string {
  const byModel = Map.groupBy(drift.findings, ({ model }) => model);
  return [
    ...[...byModel].map(([model, own]) => [model, ...own.map(findingText)].join('\n')),
    ...section('New models of makers that the catalog knows', drift.newModels.map(newModelText)),
    ...section(
      'Could not be read',
      drift.unread.map(({ id, reason }) => `${id}: ${reason}`),
    ),
    countsText(drift),
  ].join('\n\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [[`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n')] : [];

/** The same for a program: each finding with the name that `--pick` takes. */
export const driftJson = (source: string, drift: Drift): string =>
  JSON.stringify(
    {
      source,
      findings: drift.findings.map(toldFinding),
      aside: drift.aside.map(toldFinding),
      newModels: drift.newModels,
      unread: drift.unread,
      listed: drift.listed,
      compared: drift.compared,
    },
    null,
    2,
  );

function toldFinding({ change, ...finding }: Finding) {
  return { pick: pickName(finding), ...finding, isWritable: change !== undefined };
}

/** `specs.maxOutput  16,384 → 32,768`, in brackets where ours comes from, and below what our file notes on it. */
export function findingText({ kind, field, ours, theirs, held, note, change }: Finding): string {
  const values = {
    differs: () => changeText(ours, theirs),
    new: () => `new: ${newText(theirs)}`,
    gone: () => 'gone',
  }[kind]();
  const asides = [
    ...(held ? [heldText(field, held)] : []),
    ...(change ? [] : ['they give no day; look at the maker’s page']),
  ];
  const aside = asides.length > 0 ? `  (${asides.join('; ')})` : '';
  return `  ${field}  ${values}${aside}${note === undefined ? '' : `\n      # ${note}`}`;
}

/** What is new, without the names that the field says already. */
function newText(theirs: unknown): string {
  if (typeof theirs !== 'object' || theirs === null) return valueText(theirs);
  const { provider: _provider, id: _id, ...rest } = theirs as Readonly<Record<string, unknown>>;
  return valueText(rest) || 'as the model’s own';
}

function heldText(field: string, held: Held): string {
  const { hostname } = new URL(held.url);
  if (!isMakers({ held })) return `ours: ${held.confidence}, ${held.day}`;
  if (field === 'pricing') return `ours: the maker’s own since ${held.day}, ${hostname}`;
  const where = field.startsWith('offers.') ? 'its seller' : 'the maker';
  return `ours: read at ${where} on ${held.day}, ${hostname}`;
}

function newModelText({ maker, listing }: NewModel): string {
  const { id, name, facts, contextWindow, maxInput } = listing;
  const context = contextWindow ?? maxInput;
  return [
    `${maker}  ${id}`,
    name,
    facts.releaseDate && `released ${facts.releaseDate}`,
    context && `${valueText(context)} tokens`,
  ]
    .filter(Boolean)
    .join(', ');
}
