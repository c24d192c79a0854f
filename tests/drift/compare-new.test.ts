import { expect, test } from 'vitest';
import { modelsDev } from '../../src/drift/models-dev.ts';
import { driftFrom, inShort } from './drift-of.ts';
import { modelsDevEntry, modelsDevText } from './outside-sets.ts';

const from = (providers: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
  driftFrom(modelsDev, modelsDevText(providers));

test('an id that no id of the catalog means is a new model of the maker that lists it', () => {
  const { newModels } = from({
    'aurora-labs': { 'aurora-9': modelsDevEntry(), 'aurora-labs/aurora-10': modelsDevEntry() },
    'somebody-else': { 'other-1': modelsDevEntry() },
  });
  expect(newModels.map(({ maker, listing }) => `${maker} ${listing.id}`)).toEqual([
    'aurora-labs aurora-9',
    'aurora-labs aurora-labs/aurora-10',
  ]);
});

test.each([
  ['one of another maker, which its prefix names', 'meta/llama-9', {}],
  [
    'one that gives pictures alone',
    'aurora-paint',
    { modalities: { input: ['text'], output: ['image'] } },
  ],
  ['the latest of a known one', 'aurora-2-latest', {}],
  ['a model under an identifier of another catalog', 'aurora-labs/aurora-1', {}],
])('%s is no new model', (_, id, parts) => {
  expect(from({ 'aurora-labs': { [id]: modelsDevEntry(parts) } }).newModels).toEqual([]);
});

test.each(['aurora-1-2024-05-01', 'aurora-1-20240501', 'aurora-1-0501', 'aurora-1-05-2024'])(
  'the dated version %s of a known model is a new snapshot',
  (id) => {
    const { findings, newModels } = from({ 'aurora-labs': { [id]: modelsDevEntry() } });
    expect(newModels).toEqual([]);
    expect(findings.map(inShort)).toEqual([['new', `aurora-1:api.snapshots/${id}`, undefined, id]]);
  },
);

test('an offer at a host whose list the catalog follows is new, with what differs from the model', () => {
  const { findings, aside } = from({
    'cloud-nine': {
      'aurora/aurora-2': modelsDevEntry(),
      'aurora-labs/aurora-1': modelsDevEntry({
        limit: { context: 8192, output: 2048 },
        cost: { input: 6, output: 16 },
      }),
    },
  });
  expect(findings.map(inShort)).toEqual([
    [
      'new',
      'aurora-1:offers.cloud-nine/aurora-labs/aurora-1',
      undefined,
      {
        provider: 'cloud-nine',
        id: 'aurora-labs/aurora-1',
        maxOutput: 2048,
        pricing: { input: 6, output: 16 },
      },
    ],
  ]);
  expect(aside).toEqual([]);
});

test('a second id at a host is no second offer, and at a host without any of ours no first one', () => {
  const { findings, aside } = from({
    'cloud-nine': { 'aurora/aurora-2': modelsDevEntry(), 'aurora-2': modelsDevEntry() },
    'somebody-else': { 'aurora-2': modelsDevEntry() },
  });
  expect([...findings, ...aside]).toEqual([]);
});

test('new offers at a host of which the catalog keeps the smaller part are set aside', () => {
  const { findings, aside } = from({
    borealis: {
      'aurora-2': modelsDevEntry({ limit: { context: 200000, output: 65536 } }),
      'aurora-labs/aurora-1': modelsDevEntry(),
      'aurora-1-2024-01-10': modelsDevEntry(),
    },
  });
  expect(findings).toEqual([]);
  expect(aside.map(({ model, field }) => `${model}:${field}`)).toEqual([
    'aurora-1:offers.borealis/aurora-1-2024-01-10',
    'aurora-1:offers.borealis/aurora-labs/aurora-1',
  ]);
});

test('an offer that was not taken from the set is not gone because the set lacks it', () => {
  expect(from({ 'cloud-nine': { 'aurora/aurora-2': modelsDevEntry() } }).findings).toEqual([]);
});
