import { expect, test } from 'vitest';
import { litellm } from '../../src/drift/litellm.ts';
import { modelsDev } from '../../src/drift/models-dev.ts';
import { openRouter } from '../../src/drift/open-router.ts';
import { driftFrom, inShort } from './drift-of.ts';
import {
  litellmEntry,
  litellmText,
  modelsDevEntry,
  modelsDevText,
  openRouterEntry,
  openRouterText,
} from './outside-sets.ts';

const listedAs = (parts: object) =>
  driftFrom(modelsDev, modelsDevText({ 'aurora-labs': { 'aurora-2': modelsDevEntry(parts) } }));

test('a listing that says what the catalog says differs in nothing', () => {
  expect(listedAs({})).toMatchObject({ findings: [], newModels: [], compared: 1, listed: 1 });
});

test.each([
  [
    'nothing of a field',
    { limit: {}, modalities: undefined, cost: undefined, tool_call: undefined },
  ],
  ['a price of 0', { cost: { input: 0, output: 0 } }],
  ['a day within our month, or a month around our day', { release_date: '2024-12' }],
  ['a price changed by a conversion', { cost: { input: 1.25001, output: 10 } }],
  ['as much output as context', { limit: { context: 1048576, output: 1048576 } }],
  ['another name', { name: 'Aurora the Second' }],
])('a listing that says %s differs in nothing', (_, parts) => {
  expect(listedAs(parts).findings).toEqual([]);
});

test.each([
  ['specs.contextWindow', { limit: { context: 2000000 } }, 1048576, 2000000],
  ['specs.maxInput', { limit: { context: 1048576, input: 900000 } }, 1000000, 900000],
  ['specs.maxOutput', { limit: { context: 1048576, output: 8192 } }, 65536, 8192],
  ['releaseDate', { release_date: '2024-11-30' }, '2024-12-01', '2024-11-30'],
  ['knowledgeCutoff', { knowledge: '2024-06' }, undefined, '2024-06'],
  ['specs.openWeights', { open_weights: true }, false, true],
  [
    'capabilities',
    { tool_call: false, temperature: true },
    ['reasoning', 'toolCalling', 'structuredOutput'],
    ['reasoning', 'structuredOutput', 'temperature'],
  ],
  [
    'specs.modalities',
    { modalities: { input: ['text', 'audio'], output: ['text'] } },
    { input: ['text', 'image', 'pdf'], output: ['text'] },
    { input: ['text', 'audio'], output: ['text'] },
  ],
  ['status', { status: 'deprecated' }, 'active', 'deprecated'],
])('%s is compared', (field, parts, ours, theirs) => {
  const { findings } = listedAs(parts);
  expect(findings.map(inShort)).toEqual([['differs', `aurora-2:${field}`, ours, theirs]]);
});

test('a list price differs as a whole, and is held to be the maker’s where it says so', () => {
  const { findings } = listedAs({ cost: { input: 1, output: 8 } });
  expect(findings).toMatchObject([
    {
      field: 'pricing',
      theirs: { input: 1, output: 8 },
      held: { url: 'https://aurora.example.com/pricing', confidence: 'maker', day: '2024-12-01' },
    },
  ]);
});

test('a model that is retired has no price to compare', () => {
  const models = { 'aurora-1': modelsDevEntry({ cost: { input: 1, output: 2 } }) };
  const { findings } = driftFrom(modelsDev, modelsDevText({ 'aurora-labs': models }));
  expect(findings.map(({ field }) => field)).not.toContain('pricing');
});

test('ours is told with its best source and the day it was read', () => {
  const { findings } = listedAs({ release_date: '2024-11-30' });
  expect(findings[0]?.held).toEqual({
    url: 'https://aurora.example.com/two',
    confidence: 'maker',
    day: '2026-02-01',
  });
});

test('of a maker’s listings of one model, that of its id speaks, then the newest snapshot', () => {
  const old = modelsDevEntry({ limit: { context: 1 } });
  const own = modelsDevEntry({ limit: { context: 8192 }, cost: { input: 9, output: 9 } });
  const fields = (models: Readonly<Record<string, unknown>>) =>
    driftFrom(modelsDev, modelsDevText({ 'aurora-labs': models }))
      .findings.filter(({ field }) => field === 'specs.contextWindow')
      .map(inShort);
  expect(fields({ 'aurora-1-2024-01-10': old, 'aurora-1': own })).toEqual([]);
  expect(fields({ 'aurora-1-2024-01-10': old })).toEqual([
    ['differs', 'aurora-1:specs.contextWindow', 8192, 1],
  ]);
});

test('a listing under an alias alone is of a model we know, and speaks for another version of it', () => {
  const models = { 'aurora-1-classic': modelsDevEntry({ limit: { context: 1 } }) };
  const drift = driftFrom(modelsDev, modelsDevText({ 'aurora-labs': models }));
  expect(drift).toMatchObject({ findings: [], newModels: [], compared: 1 });
});

test('a host’s listing is compared with its offer, which has the model’s figures where it is silent', () => {
  const host = (parts: object) =>
    driftFrom(
      modelsDev,
      modelsDevText({ 'cloud-nine': { 'aurora/aurora-2': modelsDevEntry(parts) } }),
    ).findings.map(inShort);
  expect(host({ release_date: '2020-01-01', open_weights: true })).toEqual([]);
  expect(
    host({ limit: { context: 128000, output: 4096 }, cost: { input: 2, output: 10 } }),
  ).toEqual([
    ['differs', 'aurora-2:offers.cloud-nine/aurora/aurora-2.contextWindow', 1048576, 128000],
    ['differs', 'aurora-2:offers.cloud-nine/aurora/aurora-2.maxOutput', 65536, 4096],
    [
      'differs',
      'aurora-2:offers.cloud-nine/aurora/aurora-2.pricing',
      undefined,
      { input: 2, output: 10 },
    ],
  ]);
});

test('an offer that was read on the host’s own page counts as read at the maker', () => {
  const models = { 'aurora-2': modelsDevEntry({ limit: { context: 100 } }) };
  const { findings } = driftFrom(modelsDev, modelsDevText({ borealis: models }));
  expect(findings[0]?.held).toMatchObject({ confidence: 'maker', day: '2026-02-01' });
});

test('LiteLLM’s most input may be what we call the context window or the most input', () => {
  const from = (max_input_tokens: number) =>
    driftFrom(litellm, litellmText({ 'aurora-2': litellmEntry({ max_input_tokens }) }));
  expect(from(1000000).findings).toEqual([]);
  expect(from(1048576).findings).toEqual([]);
  expect(from(900000).findings.map(inShort)).toEqual([
    ['differs', 'aurora-2:specs.maxInput', 1000000, 900000],
  ]);
});

test('LiteLLM’s day of deprecation is the day of the end', () => {
  const entry = litellmEntry({ deprecation_date: '2027-12-02' });
  const { findings } = driftFrom(litellm, litellmText({ 'aurora-2': entry }));
  expect(findings.map(inShort)).toEqual([
    [
      'differs',
      'aurora-2:lifecycle.retirementDate',
      { date: '2027-12-01', certainty: 'notBefore' },
      { date: '2027-12-02', certainty: 'announced' },
    ],
  ]);
});

test('what LiteLLM does not flag it does not deny', () => {
  const entry = litellmEntry({ supports_function_calling: undefined, supports_vision: false });
  const { findings } = driftFrom(litellm, litellmText({ 'aurora-2': entry }));
  expect(findings.map(({ field }) => field)).toEqual(['specs.modalities']);
  expect(findings[0]?.theirs).toEqual({ input: ['text', 'pdf'], output: ['text'] });
});

test('a router’s list tells new models of makers whose others it names, but for ways of selling', () => {
  const text = openRouterText(
    openRouterEntry(),
    openRouterEntry({ id: 'aurora-labs/aurora-9' }),
    openRouterEntry({ id: 'aurora-labs/aurora-9:free' }),
    openRouterEntry({ id: 'nobody/knows-it' }),
  );
  const { findings, newModels } = driftFrom(openRouter, text);
  expect(findings).toEqual([]);
  expect(newModels.map(({ maker, listing }) => [maker, listing.id])).toEqual([
    ['aurora-labs', 'aurora-labs/aurora-9'],
  ]);
});
