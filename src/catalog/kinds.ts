/** The kinds of content, each a folder of `content`. */
export const kinds = [
  'models',
  'providers',
  'benchmarks',
  'datasets',
  'sources',
  'news',
  'corrections',
  'protocols',
] as const;
export type Kind = (typeof kinds)[number];

/** One value for each kind. */
export const byKind = <Value>(make: () => Value): Readonly<Record<Kind, Value>> => ({
  models: make(),
  providers: make(),
  benchmarks: make(),
  datasets: make(),
  sources: make(),
  news: make(),
  corrections: make(),
  protocols: make(),
});
