import type { SourceDocument } from '../../src/shapes/source.ts';

/** Sources of a catalog by id, of which a test says only what matters. */
export const sourcesOf = (
  told: Readonly<Record<string, Partial<SourceDocument>>>,
): ReadonlyMap<string, SourceDocument> =>
  new Map(
    Object.entries(told).map(([id, one]) => [
      id,
      {
        id,
        name: id,
        kind: 'news',
        reader: 'feed',
        address: `https://${id}.example/feed`,
        description: 'A place that is read in tests.',
        every: '1d',
        isAboutModels: false,
        sources: [{ url: `https://${id}.example/`, checked: '2026-02-01' }],
        path: `content/sources/${id}.yaml`,
        ...one,
      },
    ]),
  );
