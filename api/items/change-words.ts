import { changedRates } from '../../src/catalog/changed-rates.ts';
import { conditionsOf } from '../../src/catalog/ranking.ts';
import type { ChangeDocument } from '../../src/shapes/change.ts';

type ChangeOf<Kind extends ChangeDocument['kind']> = Extract<ChangeDocument, { kind: Kind }>;

/** What happened, as a headline. */
export function changeTitle(change: ChangeDocument): string {
  const { name } = change;
  if (change.kind === 'added') return `${name} was released`;
  if (change.kind === 'price') return `${name} has another price`;
  if (change.kind === 'status') return `${name} is ${change.after}`;
  const { scores } = change;
  return `${name} has ${scores.length === 1 ? 'a score' : `${scores.length} scores`}`;
}

/** What happened in full, and who says so, as plain text. */
export const changeText = (change: ChangeDocument): string =>
  `${sentence(change)}${caveat(change)}\n\n${change.sources.join('\n')}`;

function caveat({ confidence }: ChangeDocument): string {
  if (confidence === 'reported') return ' Reported by others than the maker only.';
  return confidence === 'agreed' ? ' Others than the maker agree on it.' : '';
}

function sentence(change: ChangeDocument): string {
  if (change.kind === 'added') return releaseText(change);
  if (change.kind === 'price') return priceText(change);
  if (change.kind === 'status') return statusText(change);
  return `${change.scores.map(scoreText).join('; ')}.`;
}

const releaseText = ({ date, providerName }: ChangeOf<'added'>): string =>
  `${providerName} released it ${date.length === 7 ? 'in' : 'on'} ${date}.`;

function priceText(change: ChangeOf<'price'>): string {
  const { date, dateIs, after } = change;
  const rates = changedRates(change).map(({ rate, before, after }) => {
    if (after === undefined) return `${rate} is no longer listed`;
    return before === undefined ? `${rate} ${after}` : `${rate} ${before} → ${after}`;
  });
  const told =
    rates.length > 0
      ? `US dollars per million tokens: ${rates.join(', ')}.`
      : 'The conditions of its price or its price of long requests changed.';
  const seen = dateIs === 'observed' ? ` Seen on ${date}; it may be older.` : '';
  return `${told}${after.note === undefined ? '' : ` Note: ${after.note}.`}${seen}`;
}

function statusText({
  date,
  after,
  retirementDate,
  replacement,
  providerName,
}: ChangeOf<'status'>): string {
  const successor =
    replacement === undefined ? '' : ` The maker names ${replacement} as successor.`;
  if (after === 'retired') return `${providerName} stopped serving it on ${date}.${successor}`;
  const end =
    retirementDate &&
    (retirementDate.certainty === 'announced'
      ? ` It ends on ${retirementDate.date}.`
      : ` It is to be served at least until ${retirementDate.date}.`);
  return `${providerName} announced its end on ${date}.${end ?? ''}${successor}`;
}

function scoreText(told: ChangeOf<'benchmark'>['scores'][number]): string {
  const { name, score, unit, reportedBy } = told;
  const sign = { percent: '%', points: ' points', rating: '', index: '' }[unit];
  const conditions = [
    conditionsOf(told),
    `by ${reportedBy === 'maker' ? 'the maker' : reportedBy}`,
  ];
  return `${name} ${score}${sign} (${conditions.filter(Boolean).join(', ')})`;
}
