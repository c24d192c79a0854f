import { counted } from './labels.ts';

/** What items of a kind are called, and the places that they come from. */
export const itemWords = {
  news: { title: 'News', place: 'source', verb: 'names' },
  discussions: { title: 'Discussions', place: 'forum', verb: 'name' },
  jobs: { title: 'Jobs', place: 'board', verb: 'name' },
} as const;

export type ItemKind = keyof typeof itemWords;

/** How much is read: "14 boards". */
export const placesInWords = (kind: ItemKind, places: number): string =>
  counted(places, itemWords[kind].place);

const units = { m: 'minute', h: 'hour', d: 'day' } as const;

/** How often a source is read: `6h` → "every 6 hours", `1d` → "every day". */
export function intervalInWords(every: string): string {
  const count = Number.parseInt(every, 10);
  const unit = units[every.slice(-1) as keyof typeof units];
  return count === 1 ? `every ${unit}` : `every ${counted(count, unit)}`;
}
