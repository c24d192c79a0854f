import type { Benchmark, Model, PlacedScore } from '../catalog/catalog.ts';
import { changedRates } from '../catalog/changed-rates.ts';
import type { Change, PriceChange, StatusChange } from '../catalog/changes.ts';
import { dateInWords } from './date.ts';
import { confidenceLabels, counted } from './labels.ts';
import { dollars } from './price.ts';
import { unitSign } from './score.ts';

/** What each kind of change is called in a list of them. */
export const changeKindWords: Readonly<Record<Change['kind'], string>> = {
  added: 'Releases',
  price: 'Prices',
  status: 'Ends',
  benchmark: 'Scores',
};

/** What a price change changed: "Input $5.00 → $2.50, cached input $1.25". */
export function ratesInWords(change: Pick<PriceChange, 'before' | 'after'>): string {
  const rates = changedRates(change).map(({ rate, before, after }) => {
    if (after === undefined) return `${rate} not listed any more`;
    return before === undefined
      ? `${rate} ${dollars(after)}`
      : `${rate} ${dollars(before)} → ${dollars(after)}`;
  });
  const words = rates.join(', ') || 'conditions, or the price of long requests';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The end that was announced with a deprecation, to stand behind the status: "; retirement on 30 Jun 2026". */
export function endInWords(
  { after }: Pick<StatusChange, 'after'>,
  { lifecycle }: Pick<Model, 'lifecycle'>,
): string {
  const end = lifecycle?.retirementDate;
  if (after !== 'deprecated' || end === undefined) return '';
  const when = end.certainty === 'announced' ? 'on' : 'not before';
  return `; retirement ${when} ${dateInWords(end.date)}`;
}

interface NamedScore extends Pick<PlacedScore, 'score' | 'conditions'> {
  readonly benchmark: Pick<Benchmark, 'name' | 'unit'>;
}

// Enough to tell what was measured; the page of the model has them all.
const mostScores = 3;

/** Scores with their conditions: "4 scores: MMLU (5-shot) 88.7%, GPQA 53.6%, Arena 1287 and 1 more". */
export function scoresInWords(scores: readonly NamedScore[]): string {
  const named = scores
    .slice(0, mostScores)
    .map(
      ({ benchmark, score, conditions }) =>
        `${benchmark.name} ${conditions && `(${conditions}) `}${score}${unitSign(benchmark)}`,
    );
  const more = scores.length - named.length;
  return `${counted(scores.length, 'score')}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What a reader should know of a change beside who says so, in short notes. */
export function changeNotes(change: Change): readonly string[] {
  const isReported = change.confidence === 'reported' ? [confidenceLabels.reported] : [];
  if (change.kind === 'benchmark') {
    const reporters = new Set(change.scores.map(({ reportedBy }) => reportedBy));
    return [...reporters].map((name) => `reported by ${name === 'maker' ? 'the maker' : name}`);
  }
  if (change.kind !== 'price') return isReported;
  const { dateIs, after } = change;
  const day = dateIs === 'observed' ? 'seen that day, may be older' : dateIs;
  return [day, after.note, ...isReported].filter((note) => note !== undefined);
}
