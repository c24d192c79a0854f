import { describe, expect, test } from 'vitest';
import type { ModelSummary } from '../../src/shapes/model-summary.ts';
import { summaryTable } from '../../src/shapes/summary-table.ts';
import { builtJson, builtText, sites } from './built-files.ts';
import { readCsv } from './read-csv.ts';

const aSummary = (facts: Partial<ModelSummary>): ModelSummary => ({
  slug: 'aurora-1',
  name: 'Aurora 1',
  provider: 'aurora-labs',
  providerName: 'Aurora Labs',
  description: 'A made-up model.',
  status: 'active',
  openWeights: false,
  scoreCount: 0,
  offerCount: 0,
  ...facts,
});

describe.each(sites)('%s', (site) => {
  test('the table has one row a model, in the order of the list, with its figures', () => {
    const { data } = builtJson<{ data: ModelSummary[] }>(site, 'models.json');
    const rows = readCsv(builtText(site, 'models.csv'));
    expect(rows.map(({ slug }) => slug)).toEqual(data.map(({ slug }) => slug));
    for (const [index, model] of data.entries()) {
      expect(rows[index]).toMatchObject({
        name: model.name,
        description: model.description,
        contextWindow: String(model.contextWindow ?? ''),
        inputPrice: String(model.inputPrice ?? ''),
        openWeights: String(model.openWeights),
      });
    }
  });
});

test('the columns, which spreadsheets refer to, stay as they are', () => {
  const [header] = summaryTable([]).split('\r\n');
  expect(header?.split(',')).toMatchInlineSnapshot(`
    [
      "slug",
      "name",
      "provider",
      "family",
      "status",
      "releaseDate",
      "knowledgeCutoff",
      "contextWindow",
      "maxOutput",
      "inputModalities",
      "outputModalities",
      "capabilities",
      "openWeights",
      "license",
      "inputPrice",
      "outputPrice",
      "deprecationDate",
      "retirementDate",
      "retirementCertainty",
      "replacement",
      "description",
    ]
  `);
});

test('a retirement is told with how certain it is', () => {
  const retirementDate = { date: '2027-12-01', certainty: 'notBefore' } as const;
  const [row] = readCsv(summaryTable([aSummary({ retirementDate })]));
  expect(row).toMatchObject({ retirementDate: '2027-12-01', retirementCertainty: 'notBefore' });
});

test('an unknown fact is an empty field, and a list is joined by spaces', () => {
  const modalities = { input: ['text', 'image'], output: ['text'] } as const;
  const [row] = readCsv(
    summaryTable([
      aSummary({ modalities: { input: [...modalities.input], output: [...modalities.output] } }),
    ]),
  );
  expect(row).toMatchObject({ releaseDate: '', inputModalities: 'text image' });
});

test.each([
  ['commas', 'one, two, three'],
  ['quotes', 'the "best" of "all"'],
  ['a quote alone', '"'],
  ['line ends', 'one\r\ntwo\nthree\rfour'],
  ['all of them', '",\r\n",'],
  ['signs of other scripts', 'Größe 大模型 🌌'],
])('a field with %s survives', (_, description) => {
  const rows = readCsv(summaryTable([aSummary({ description }), aSummary({ slug: 'aurora-2' })]));
  expect(rows.map((row) => row['description'])).toEqual([description, 'A made-up model.']);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("https://evil.example","x")'])(
  'a spreadsheet takes %j as text, not as a formula',
  (name) => {
    const [row] = readCsv(summaryTable([aSummary({ name })]));
    expect(row?.['name']).toBe(`'${name}`);
  },
);

test.each(['1-2', 'a=b', 'x@y', "'quoted"])('%j is no formula and stays as it is', (name) => {
  const [row] = readCsv(summaryTable([aSummary({ name })]));
  expect(row?.['name']).toBe(name);
});
