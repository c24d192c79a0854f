import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { knownModel } from '../../src/catalog/lookup.ts';
import { aModel, catalogOf } from './content-folder.ts';

const retiring = (date: string, certainty: string, deprecationDate?: string): string =>
  `{ ${deprecationDate ? `deprecationDate: ${deprecationDate}, ` : ''}retirementDate: { date: ${date}, certainty: ${certainty} } }`;

describe('the status on a day', () => {
  test.each([
    ['before its release', {}, '2024-05-12', 'announced'],
    ['on the day of its release', {}, '2024-05-13', 'active'],
    ['after its release', {}, '2024-05-14', 'active'],
    ['before the month of its release', { releaseDate: '2024-05' }, '2024-04-30', 'announced'],
    ['from the first of that month on', { releaseDate: '2024-05' }, '2024-05-01', 'active'],
    [
      'without a release',
      { releaseDate: undefined, stage: 'announced' },
      '2026-03-01',
      'announced',
    ],
    ['in use since nobody knows when', { releaseDate: undefined }, '2024-05-12', 'active'],
    [
      'a preview since nobody knows when',
      { releaseDate: undefined, stage: 'preview' },
      '2024-05-12',
      'preview',
    ],
    ['announced, and its day has come', { stage: 'announced' }, '2024-05-13', 'announced'],
    ['a preview before its release', { stage: 'preview' }, '2024-05-12', 'announced'],
    ['a preview on the day of its release', { stage: 'preview' }, '2024-05-13', 'preview'],
  ])('%s', async (_, facts, day, status) => {
    const { models } = await catalogOf({ 'models/sirius-1.yaml': aModel(facts) }, day);
    expect(models.get('sirius-1')?.status).toBe(status);
  });

  test.each([
    ['the day before its deprecation', '{ deprecationDate: 2025-01-10 }', '2025-01-09', 'active'],
    ['the day of its deprecation', '{ deprecationDate: 2025-01-10 }', '2025-01-10', 'deprecated'],
    ['the day before its retirement', retiring('2025-07-10', 'announced'), '2025-07-09', 'active'],
    ['the day of its retirement', retiring('2025-07-10', 'announced'), '2025-07-10', 'retired'],
    [
      'deprecated, the day before its retirement',
      retiring('2025-07-10', 'announced', '2025-01-10'),
      '2025-07-09',
      'deprecated',
    ],
    [
      'deprecated, the day of its retirement',
      retiring('2025-07-10', 'announced', '2025-01-10'),
      '2025-07-10',
      'retired',
    ],
    ['the day of a promise to stay', retiring('2025-07-10', 'notBefore'), '2025-07-10', 'active'],
    ['long after a promise to stay', retiring('2025-07-10', 'notBefore'), '2099-12-31', 'active'],
    [
      'deprecated, after a promise to stay',
      retiring('2025-07-10', 'notBefore', '2025-01-10'),
      '2025-07-11',
      'deprecated',
    ],
    ['with a successor alone', '{ replacement: sirius-2 }', '2026-03-01', 'active'],
  ])('%s', async (_, lifecycle, day, status) => {
    const files = {
      'models/sirius-1.yaml': aModel({ lifecycle }),
      'models/sirius-2.yaml': aModel({ name: 'Sirius 2' }),
    };
    const { models } = await catalogOf(files, day);
    expect(models.get('sirius-1')?.status).toBe(status);
  });

  test('a preview that is deprecated is deprecated', async () => {
    const model = aModel({ stage: 'preview', lifecycle: '{ deprecationDate: 2025-01-10 }' });
    const { models } = await catalogOf({ 'models/sirius-1.yaml': model }, '2025-01-10');
    expect(models.get('sirius-1')?.status).toBe('deprecated');
  });
});

describe('the price on a day', () => {
  const priceOn = async (slug: string, day: string): Promise<number | undefined> => {
    const catalog = await loadCatalog({ contentDir: 'tests/fixtures/catalog', day });
    return knownModel(catalog, slug).price?.input;
  };

  test.each([
    ['before the first price', 'aurora-1', '2024-01-09', undefined],
    ['on the day of the first price', 'aurora-1', '2024-01-10', 10],
    ['the day before it changes', 'aurora-1', '2024-05-31', 10],
    ['on the day on which it changes', 'aurora-1', '2024-06-01', 5],
    ['after the retirement, the last one', 'aurora-1', '2026-03-01', 5],
    ['without a price', 'aurora-3-preview', '2026-03-01', undefined],
  ])('%s', async (_, slug, day, input) => {
    expect(await priceOn(slug, day)).toBe(input);
  });
});
