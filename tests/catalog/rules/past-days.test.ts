import { describe, expect, test } from 'vitest';
import {
  aBenchmark,
  aDataset,
  aModel,
  aNotice,
  aProvider,
  aSource,
  catalogOf,
  faultsIn,
} from '../content-folder.ts';

const checked = (day: string): string => `[{ url: https://sirius.example.com, checked: ${day} }]`;

/** A file of each kind that was read on a day. */
const readOn = (day: string) => ({
  'models/vega.yaml': aModel({
    name: 'Vega',
    sources: `[{ url: https://sirius.example.com, covers: [releaseDate, specs], checked: ${day}, confidence: maker }]`,
    offers: `[{ provider: cloud-nine, id: vega, source: https://sirius.example.com, checked: ${day} }]`,
  }),
  'providers/vega.yaml': aProvider({ name: 'Vega', sources: checked(day) }),
  'benchmarks/vega.yaml': aBenchmark({ name: 'Vega', sources: checked(day) }),
  'datasets/vega.yaml': aDataset({ name: 'Vega', read: day }),
  'sources/vega.yaml': aSource({ sources: checked(day) }),
  'news/2024-05-13-vega.md': aNotice({ models: '[vega]', checked: day }),
});

describe('on 1 March 2026', () => {
  test('what is said to have been read on the next day is refused, in every kind of file', async () => {
    const faults = await faultsIn(readOn('2026-03-02'));
    const places = [...faults.matchAll(/^content\/(\S+?):\S+ {2}(\S+)/gm)];
    expect(places.map(([, file, code]) => `${file} ${code}`)).toMatchInlineSnapshot(`
      [
        "benchmarks/vega.yaml future-day",
        "datasets/vega.yaml future-day",
        "models/vega.yaml future-day",
        "models/vega.yaml future-day",
        "news/2024-05-13-vega.md future-day",
        "providers/vega.yaml future-day",
        "sources/vega.yaml future-day",
      ]
    `);
  });

  test('what was read on the day itself is accepted', async () => {
    expect(await faultsIn(readOn('2026-03-01'))).toBe('');
  });

  test('the fault is told at the day', async () => {
    const files = { 'sources/vega.yaml': aSource({ sources: checked('2062-02-01') }) };
    expect(await faultsIn(files)).toMatchInlineSnapshot(`
      "content/sources/vega.yaml:8:55  future-day
        Nobody can have read it on 2062-02-01: today is 2026-03-01.
          8 | sources: [{ url: https://sirius.example.com, checked: 2062-02-01 }]
            |                                                       ^^^^^^^^^^
        expected: a day up to 2026-03-01
        to do: Correct the day."
    `);
  });

  test.each([
    ['2026-03-01', ''],
    ['2026-03', ''],
    ['2026-04', 'It cannot have been measured on 2026-04: today is 2026-03-01.'],
  ])('a score of %s', async (date, fault) => {
    const benchmarks = `[{ benchmark: parallax, score: 70, reportedBy: maker, source: https://sirius.example.com, date: ${date} }]`;
    const files = {
      'models/sirius-1.yaml': aModel({ benchmarks }),
      'benchmarks/parallax.yaml': aBenchmark(),
    };
    const faults = await faultsIn(files);
    expect(fault === '' ? faults : faults.split('\n')[1]?.trim()).toBe(fault);
  });

  test.each([
    ['2026-03-01', ''],
    ['2026-03-02', 'It cannot have been announced on 2026-03-02: today is 2026-03-01.'],
  ])('a notice of %s', async (date, fault) => {
    const files = { 'models/sirius-1.yaml': aModel(), [`news/${date}-x.md`]: aNotice({ date }) };
    const faults = await faultsIn(files);
    expect(fault === '' ? faults : faults.split('\n')[1]?.trim()).toBe(fault);
  });
});

test('a catalog of an earlier day can be made of what was read later', async () => {
  const { day } = await catalogOf(readOn('2026-02-01'), '2025-01-01');
  expect(day).toBe('2025-01-01');
});
