import type { Ingested } from '../api/ingest/ingest-all.ts';

// More is for whoever looks at one source.
const mostTold = 3;

/** What became of a source, in a line: "openai-news: 3 new, 1 changed, 40 as before". */
export function outcomeLine({ source, outcome }: Ingested, isDryRun: boolean): string {
  if (outcome.kind === 'failed') return `${source.id}: failed, ${outcome.error.message}`;
  if (outcome.kind === 'unchanged') return `${source.id}: nothing has changed`;
  const { reading, stored } = outcome;
  if (isDryRun)
    return `${source.id}: ${plural(reading.items.length, 'item')} read${remarks(outcome)}`;
  const { created, updated, unchanged, closed } = stored;
  const counts = [
    [created, 'new'],
    [updated, 'changed'],
    [closed, 'closed'],
    [unchanged, 'as before'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${source.id}: ${told.join(', ') || 'no items'}${remarks(outcome)}`;
}

type Stored = Extract<Ingested['outcome'], { kind: 'stored' }>;

function remarks({ reading, stored }: Stored): string {
  const refused = reading.refused.length + stored.refused.length;
  const parts = [
    refused > 0 && `${refused} refused`,
    reading.notes.length > 0 && `${reading.notes.length} without their date`,
    reading.unread > 0 && `${reading.unread} too many, left unread`,
  ].filter(Boolean);
  return parts.length > 0 ? `; ${parts.join(', ')}` : '';
}

/** Why entries of a source were refused, or lack something: the first few, and how many more. */
export function remarkLines({ outcome }: Ingested): readonly string[] {
  if (outcome.kind !== 'stored') return [];
  const { reading, stored } = outcome;
  const all = [
    ...reading.refused.map(({ entry, reason }) => `"${entry}": ${reason}`),
    ...stored.refused.map(({ externalId, reason }) => `"${externalId}": ${reason}`),
    ...reading.notes.map(({ entry, reason }) => `"${entry}": ${reason}`),
  ];
  const more = all.length - mostTold;
  return [...all.slice(0, mostTold), ...(more > 0 ? [`and ${more} more`] : [])].map(
    (line) => `  ${line}`,
  );
}

/** What became of all sources together; the failed ones by name, with the reason. */
export function summaryLines(all: readonly Ingested[], isDryRun: boolean): readonly string[] {
  const failed = all.filter(({ outcome }) => outcome.kind === 'failed');
  const read = all.length - failed.length;
  const items = all.reduce((sum, { outcome }) => sum + brought(outcome, isDryRun), 0);
  const kept = isDryRun ? 'read, and nothing stored' : 'new or changed';
  const first = `${plural(read, 'source')} of ${all.length} answered: ${plural(items, 'item')} ${kept}.`;
  if (failed.length === 0) return [first];
  return [
    first,
    `${plural(failed.length, 'source')} failed:`,
    ...failed.map((ingested) => `  ${outcomeLine(ingested, isDryRun).replace('failed, ', '')}`),
  ];
}

function brought(outcome: Ingested['outcome'], isDryRun: boolean): number {
  if (outcome.kind !== 'stored') return 0;
  if (isDryRun) return outcome.reading.items.length;
  return outcome.stored.created + outcome.stored.updated;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
