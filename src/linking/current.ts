import type { Called } from './called.ts';
import { releaseDay } from './release-day.ts';

const dayMs = 24 * 60 * 60 * 1000;
// Makers renew a line about twice a year; what was new a year before the newest is no longer what its name means.
const renewalDays = 365;
// Text of an unknown day is seldom of this season, and cannot be about what came after it.
const unknownAgeDays = 180;

/**
 * The models of a line that its name alone meant on the day of a text: out by then, not ended, of each variant
 * the newest, and no more than a year older than the newest of all. Those for one use are left out.
 *
 * @param writtenOn `YYYY-MM-DD…`; absent where nobody says.
 * @param today the catalog's day.
 */
export function currentModels(
  models: readonly Called[],
  { writtenOn, today }: { readonly writtenOn: string | undefined; readonly today: string },
): readonly Called[] {
  const day = writtenOn?.slice(0, 10) ?? daysBefore(today, unknownAgeDays);
  // A text of long ago is about models that have ended since.
  const isOld = writtenOn !== undefined && day < daysBefore(today, renewalDays);
  const known = models.filter((called) => releaseDay(called) <= day);
  const general = known.filter(({ isSpecialist }) => !isSpecialist);
  const meant = general.length > 0 ? general : known;
  const living = meant.filter(isLiving);
  // Of a line that has ended, the last were current.
  const out = isOld || living.length === 0 ? meant : living;
  const variants = Map.groupBy(out, ({ variant }) => variant);
  const newest = [...variants.values()].flatMap((same) => newestOf(same) ?? []);
  const last = newest.toSorted(byRelease).at(-1);
  if (last === undefined) return [];
  const since = daysBefore(releaseDay(last), renewalDays);
  return newest.filter((called) => releaseDay(called) >= since);
}

/**
 * The models of a name without a version that came out last, all sizes of that day: "Code Llama", "gpt-oss". A name
 * that none had yet on the day of the text means the first.
 */
export function newestRelease(
  models: readonly Called[],
  { writtenOn, today }: { readonly writtenOn: string | undefined; readonly today: string },
): readonly Called[] {
  const day = writtenOn?.slice(0, 10) ?? today;
  const days = models.map(releaseDay).toSorted();
  const last = days.findLast((released) => released <= day) ?? days[0];
  return models.filter((called) => releaseDay(called) === last);
}

/** The newest that is no dated or experimental build; of its sizes the largest. */
function newestOf(models: readonly Called[]): Called | undefined {
  const plain = models.filter(({ plainness }) => plainness > 0);
  const newest = (plain.length > 0 ? plain : models).toSorted(byRelease).at(-1);
  const sizes = plain.filter(({ version }) => version === newest?.version);
  return (
    sizes.toSorted((one, other) => one.size - other.size || byRelease(one, other)).at(-1) ?? newest
  );
}

const isLiving = ({ model: { status } }: Called): boolean =>
  status === 'active' || status === 'preview';

const byRelease = (one: Called, other: Called): number =>
  releaseDay(one) === releaseDay(other)
    ? one.model.slug < other.model.slug
      ? -1
      : 1
    : releaseDay(one) < releaseDay(other)
      ? -1
      : 1;

const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(day) - count * dayMs).toISOString().slice(0, 10);
