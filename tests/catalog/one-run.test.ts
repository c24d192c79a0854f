import { describe, expect, test } from 'vitest';
import {
  aBenchmark,
  aModel,
  aProvider,
  type Files,
  faultsIn,
  problemsIn,
} from './content-folder.ts';

describe('one run', () => {
  test('tells every fault of every file, by file and line', async () => {
    const files = {
      'models/sirius-2.yaml': aModel({ name: '2', stage: 'genral', releaseDate: '2024-13-01' }),
      'models/sirius-1.yml': aModel(),
      'models/altair.yaml': aModel({ name: 'Altair', provider: 'altair', aliases: '[Altair]' }),
      'benchmarks/redshift.yaml': aBenchmark({ name: 'Parallax' }),
      'providers/vega.yaml': `${aProvider({ name: 'Vega' })}name: Vega\n`,
      'providers/vega.svg': '<svg><script/></svg>',
    };
    expect(await faultsIn(files)).toMatchInlineSnapshot(`
      "content/benchmarks/redshift.yaml:1:7  duplicate-name
        This is the name of content/benchmarks/parallax.yaml too.
          1 | name: Parallax
            |       ^^^^^^^^
        expected: a name that tells the two apart
        found: Parallax
        to do: Merge the files if they are one thing; else write what sets this one apart.

      content/models/altair.yaml:2:11  unknown-provider
        Unknown provider "altair".
          2 | provider: altair
            |           ^^^^^^
        expected: the name of a file in content/providers
        to do: Correct the id, or add content/providers/altair.yaml.

      content/models/altair.yaml:7:11  wrong-slug
        "Altair" is not a slug.
          7 | aliases: [Altair]
            |           ^^^^^^
        expected: lower-case a-z and 0-9 in runs joined by single hyphens, at most 100 characters
        found: Altair
        to do: Write "altair".

      content/models/sirius-1.yml:1:1  wrong-extension
        "sirius-1.yml" is no kind of file that belongs here.
        expected: a name that ends in .yaml
        to do: Rename it to sirius-1.yaml.

      content/models/sirius-2.yaml:1:7  wrong-type
        "name" is not text.
          1 | name: 2
            |       ^
        expected: text
        found: 2
        to do: Put the value in quotes if it is meant as text.

      content/models/sirius-2.yaml:4:14  wrong-date
        There is no such day or month as "2024-13-01".
          4 | releaseDate: 2024-13-01
            |              ^^^^^^^^^^
        expected: a day (YYYY-MM-DD) or a month (YYYY-MM) of the calendar
        found: 2024-13-01
        to do: Write the date as the source gives it, in ISO 8601: 2024-05-13, or 2024-05 where only the month is known.

      content/models/sirius-2.yaml:5:8  unknown-value
        "genral" is no value of stage; did you mean "general"?
          5 | stage: genral
            |        ^^^^^^
        expected: one of announced, preview, general
        found: genral
        to do: Choose one of these values.

      content/providers/vega.svg:1:6  script-in-drawing
        The drawing holds a script.
          1 | <svg><script/></svg>
            |      ^^^^^^^^^
        expected: an SVG of svg, g, path, circle, ellipse, rect, line, polyline, polygon with drawing attributes only
        to do: Draw it again with shapes alone: no script, style, text, link or image.

      content/providers/vega.yaml:8:1  duplicate-key
        This key stands twice in the same map.
          8 | name: Vega
            | ^^^^
        expected: each key once
        to do: Keep the one that is right and remove the other."
    `);
  });

  test('sorts the faults of one line by column', async () => {
    const specs = '{ zeta: 1, alpha: 2, openWeights: yes }';
    const problems = await problemsIn({ 'models/sirius-1.yaml': aModel({ specs }) });
    const places = problems.map(({ line, column }) => [line, column]);
    expect(places).toEqual([
      [6, 10],
      [6, 19],
      [6, 42],
    ]);
  });
});

describe('a broken file is no second fault for those that refer to it', () => {
  const referring = aModel({
    lifecycle: '{ replacement: sirius-2 }',
    offers:
      '[{ provider: vega, id: sirius-1, source: https://vega.example.com, checked: 2026-02-01 }]',
    benchmarks:
      '[{ benchmark: redshift, score: 1, via: stars, reportedBy: maker, source: https://vega.example.com }]',
  });

  test.each<[string, Files]>([
    [
      'cannot be parsed',
      {
        'models/sirius-2.yaml': 'name: "x',
        'providers/vega.yaml': '- x',
        'benchmarks/redshift.yaml': '',
        'datasets/stars.yaml': 'a:\tb',
      },
    ],
    [
      'do not fit their schema',
      {
        'models/sirius-2.yaml': 'name: x',
        'providers/vega.yaml': 'name: x',
        'benchmarks/redshift.yaml': 'name: x',
        'datasets/stars.yaml': 'name: x',
      },
    ],
    [
      'are misnamed',
      {
        'models/Sirius-2.yaml': aModel(),
        'providers/vega.yml': aProvider(),
        'benchmarks/REDSHIFT.YAML': aBenchmark(),
        'datasets/stars-.yaml': '',
      },
    ],
    [
      'are too long',
      {
        'models/sirius-2.yaml': '#'.repeat(200_000),
        'providers/vega.yaml': '#'.repeat(200_000),
        'benchmarks/redshift.yaml': '#'.repeat(200_000),
        'datasets/stars.yaml': '#'.repeat(200_000),
      },
    ],
  ])('when its files %s', async (_, broken) => {
    const problems = await problemsIn({ ...broken, 'models/sirius-1.yaml': referring });
    const names = new Set(problems.map(({ file }) => file.split('/').slice(-2).join('/')));
    expect([...names]).toEqual(Object.keys(broken).toSorted());
  });

  test('a model of a broken maker is no model of a stranger', async () => {
    const files = { 'providers/sirius.yaml': 'kinds: [cloud]', 'models/sirius-1.yaml': aModel() };
    const problems = await problemsIn(files);
    expect(problems.filter(({ file }) => file.includes('models'))).toEqual([]);
  });

  test('an alias that a broken file is named after is a duplicate all the same', async () => {
    const files = {
      'models/sirius-1.yaml': '',
      'models/sirius-2.yaml': aModel({ name: 'Sirius 2', aliases: '[sirius-1]' }),
    };
    const problems = await problemsIn(files);
    expect(problems.map(({ code }) => code)).toEqual(['not-a-map', 'duplicate-slug']);
  });
});
