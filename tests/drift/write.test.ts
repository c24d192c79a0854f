import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { litellm } from '../../src/drift/litellm.ts';
import { modelsDev } from '../../src/drift/models-dev.ts';
import { writtenModel } from '../../src/drift/write.ts';
import { driftFrom } from './drift-of.ts';
import { litellmEntry, litellmText, modelsDevEntry, modelsDevText } from './outside-sets.ts';

const today = '2026-03-01';
const text = (slug: string) => readFile(`tests/fixtures/catalog/models/${slug}.yaml`, 'utf8');

/** The lines that writing everything in which a listing differs takes out and puts in. */
async function linesChanged(slug: string, listing: string, source = modelsDev) {
  const before = await text(slug);
  const { findings, aside } = driftFrom(source, listing);
  const own = [...findings, ...aside].filter(({ model }) => model === slug);
  const after = writtenModel(before, own, today);
  const [old, now] = [before.split('\n'), after.split('\n')];
  return {
    out: old.filter((line) => !now.includes(line)),
    in: now.filter((line) => !old.includes(line)),
  };
}

const owned = (slug: string, parts: object) =>
  modelsDevText({ 'aurora-labs': { [slug]: modelsDevEntry(parts) } });

const page =
  'https://github.com/anomalyco/models.dev/blob/dev/providers/aurora-labs/models/aurora-2.toml';

test('a fact is replaced, and the set becomes its source', async () => {
  const listing = owned('aurora-2', { limit: { context: 1048576, output: 32768 } });
  expect(await linesChanged('aurora-2', listing)).toEqual({
    out: ['  maxOutput: 65536'],
    in: [
      '  maxOutput: 32768',
      `  - url: ${page}`,
      '    covers: [specs.maxOutput]',
      '    checked: 2026-03-01',
      '    confidence: reported',
    ],
  });
});

test('a source no longer covers the fact that was replaced, and goes when it covers nothing else', async () => {
  const listing = owned('aurora-2', { release_date: '2024-11-30' });
  const { out } = await linesChanged('aurora-2', listing);
  expect(out).toEqual([
    'releaseDate: 2024-12-01',
    '    covers: [releaseDate, lifecycle, specs, capabilities, api]',
  ]);
  const once = writtenModel(await text('aurora-2'), driftFrom(modelsDev, listing).findings, today);
  const other = driftFrom(modelsDev, owned('aurora-2', { release_date: '2024-11-29' })).findings;
  const twice = writtenModel(once, other, today);
  expect(twice.match(/covers: \[releaseDate\]/g)).toHaveLength(1);
});

test('a section of several facts keeps its sources, and the new one says which fact is its', async () => {
  const listing = owned('aurora-2', { temperature: true });
  expect(await linesChanged('aurora-2', listing)).toEqual({
    out: ['capabilities: [reasoning, toolCalling, structuredOutput]'],
    in: [
      'capabilities: [reasoning, toolCalling, structuredOutput, temperature]',
      `  - url: ${page}`,
      '    covers: [capabilities]',
      '    checked: 2026-03-01',
      '    confidence: reported',
      '    note: temperature',
    ],
  });
});

test('a price becomes a new row, in the form of the others, and the old ones stay', async () => {
  const cost = { input: 1, output: 8, tiers: [{ input: 2, output: 12, tier: { size: 200000 } }] };
  expect(await linesChanged('aurora-2', owned('aurora-2', { cost }))).toEqual({
    out: [],
    in: [
      '  - from: 2026-03-01',
      '    dateIs: observed',
      '    input: 1',
      '    output: 8',
      '    tiers: [{ above: 200000, input: 2, output: 12 }]',
      `    source: ${page}`,
      '    confidence: reported',
    ],
  });
});

test('an offer takes their figure, with the day and the page of reading', async () => {
  const listing = modelsDevText({
    'cloud-nine': { 'aurora/aurora-2': modelsDevEntry({ limit: { context: 128000 } }) },
  });
  expect(await linesChanged('aurora-2', listing)).toEqual({
    out: [
      '  - { provider: cloud-nine, id: aurora/aurora-2, source: https://cloud-nine.example.com/models, checked: 2026-02-01 }',
    ],
    in: [
      '  - { provider: cloud-nine, id: aurora/aurora-2, contextWindow: 128000, source: https://github.com/anomalyco/models.dev/blob/dev/providers/cloud-nine/models/aurora/aurora-2.toml, checked: 2026-03-01 }',
    ],
  });
});

test('a new snapshot and a new offer find their places', async () => {
  const listing = modelsDevText({
    'aurora-labs': {
      'aurora-1': modelsDevEntry({ limit: {}, release_date: '2024-01-10' }),
      'aurora-1-2024-05-01': modelsDevEntry(),
    },
    borealis: {
      'aurora-2': modelsDevEntry(),
      'aurora-labs/aurora-1': modelsDevEntry({ cost: undefined, limit: {} }),
    },
  });
  const { in: added } = await linesChanged('aurora-1', listing);
  expect(added).toContain('  snapshots: [aurora-1-2024-01-10, aurora-1-2024-05-01]');
  expect(added).toContain('    note: the snapshot aurora-1-2024-05-01');
  expect(added).toContain('offers:');
  expect(added.join('\n')).toMatch(
    / {2}- \{ provider: borealis, id: aurora-labs\/aurora-1, source: /,
  );
});

test('the end that LiteLLM gives is written with its certainty', async () => {
  const listing = litellmText({ 'aurora-2': litellmEntry({ deprecation_date: '2027-12-02' }) });
  const { out, in: added } = await linesChanged('aurora-2', listing, litellm);
  expect(out).toEqual(['  retirementDate: { date: 2027-12-01, certainty: notBefore }']);
  expect(added[0]).toBe('  retirementDate: { date: 2027-12-02, certainty: announced }');
});
