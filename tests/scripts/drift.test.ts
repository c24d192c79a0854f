import { afterAll, expect, test } from 'vitest';
import { modelsDevEntry } from '../drift/outside-sets.ts';
import { differing, fromFile, projectWith } from './drift/compared-project.ts';

const agreeing = { 'aurora-labs': { 'aurora-2': modelsDevEntry() } };

// What cannot be run changes nothing, so that one copy is enough.
const unchanged = await projectWith(differing);
afterAll(() => unchanged[Symbol.asyncDispose]());

test('what differs is told by model, with where ours comes from, its comment, and what to do next', async () => {
  await using project = await projectWith(differing);
  const { status, output, errors } = await project.run('drift', fromFile);
  expect(status).toBe(1);
  expect(output).toMatchInlineSnapshot(`
    "aurora-1
      specs.maxOutput  4,096 → 2,048  (ours: read at the maker on 2026-02-01, aurora.example.com)
          # others say 2048
      offers.cloud-nine/aurora-labs/aurora-1  new: as the model’s own

    aurora-2
      pricing  input 1.25 → 1, output 10 → 8  (ours: the maker’s own since 2024-12-01, aurora.example.com)
      offers.cloud-nine/aurora/aurora-2.contextWindow  1,048,576 → 128,000  (ours: read at its seller on 2026-02-01, cloud-nine.example.com)

    New models of makers that the catalog knows:
      aurora-labs  aurora-9, Aurora 9, released 2026-02-01, 1,048,576 tokens

    Could not be read:
      aurora-labs/bad-one: limit: Invalid input: expected object, received string

    4 differences in 2 models: 2 facts of models, 1 figure of an offer, 1 new offer.
    Of the facts, ours was read at the maker 2 times.
    Our files have a comment beside 1 of them.
    1 new model.
    1 entry not read.
    The catalog has the models and offers of 3 of 5 listings.
    "
  `);
  expect(errors).toMatchInlineSnapshot(`
    "
    Neither side is right because it differs: write what stands with who makes or sells the model.
    To take theirs: npm run drift -- --source models.dev --file api.json --write --pick 'aurora-1:offers.cloud-nine/aurora-labs/aurora-1'
    To add a model: npm run new -- model aurora-9 --provider aurora-labs
    "
  `);
});

test('a set that says the same differs in nothing', async () => {
  await using project = await projectWith(agreeing);
  const { status, output, errors } = await project.run('drift', fromFile);
  expect(output).toMatchInlineSnapshot(`
    "Nothing differs.
    The catalog has the models and offers of 1 of 1 listing.
    "
  `);
  expect(errors).toBe('');
  expect(status).toBe(0);
});

test('a model or a provider narrows what is told', async () => {
  await using project = await projectWith(differing);
  const picks = async (...flags: readonly string[]) => {
    const args = [...fromFile, '--format', 'json', ...flags];
    const { findings, newModels } = JSON.parse((await project.run('drift', args)).output);
    return [
      ...findings.map(({ pick }: { pick: string }) => pick),
      ...newModels.map(({ listing }: { listing: { id: string } }) => listing.id),
    ];
  };
  expect(await picks('--model', 'aurora-2')).toEqual([
    'aurora-2:pricing',
    'aurora-2:offers.cloud-nine/aurora/aurora-2.contextWindow',
  ]);
  expect(await picks('--provider', 'aurora-labs')).toEqual([
    'aurora-1:specs.maxOutput',
    'aurora-2:pricing',
    'aurora-9',
  ]);
});

test('json tells each difference with both values, our source, their page and the name to pick it by', async () => {
  await using project = await projectWith(differing);
  const { output } = await project.run('drift', [...fromFile, '--format', 'json']);
  const { source, findings, unread } = JSON.parse(output);
  expect(source).toBe('models.dev');
  expect(findings).toContainEqual({
    pick: 'aurora-1:specs.maxOutput',
    kind: 'differs',
    model: 'aurora-1',
    field: 'specs.maxOutput',
    provider: 'aurora-labs',
    ours: 4096,
    theirs: 2048,
    held: { url: 'https://aurora.example.com/launch', confidence: 'maker', day: '2026-02-01' },
    note: 'others say 2048',
    url: 'https://github.com/anomalyco/models.dev/blob/dev/providers/aurora-labs/models/aurora-1.toml',
    isWritable: true,
  });
  expect(unread).toHaveLength(1);
});

test.each([
  [[], '--source is missing: models.dev, litellm, openrouter.'],
  [
    ['--source', 'model.dev'],
    '--source "model.dev" is none that the catalog knows; did you mean "models.dev"?',
  ],
  [['--sources', 'litellm'], 'There is no flag --sources; did you mean "--source"?'],
  [
    [...fromFile, '--model', 'aurora-22'],
    '--model "aurora-22" is none that the catalog knows; did you mean "aurora-2"?',
  ],
  [[...fromFile, '--provider', 'cloud9'], '--provider "cloud9" is none that the catalog knows.'],
  [[...fromFile, '--format', 'yaml'], '--format takes text or json, not "yaml".'],
  [[...fromFile, '--pick', 'aurora-2:pricing'], '--pick names what --write writes; give both.'],
  [[...fromFile, '--write'], 'Without a terminal to ask in, --write needs --pick MODEL:FIELD.'],
  [
    [...fromFile, '--write', '--pick', 'aurora-2:price'],
    'Nothing that differs is called "aurora-2:price"; did you mean "aurora-2:pricing"?',
  ],
  [['--source', 'litellm', '--file', 'none.json'], 'none.json cannot be read (ENOENT).'],
  [
    ['--source', 'litellm', '--file', 'package.json'],
    'package.json has another form than expected: LiteLLM’s price file is a map of models, each with its "litellm_provider" and prices in dollars per token.',
  ],
  [
    ['--source', 'openrouter', '--file', 'astro.config.mjs'],
    /^astro\.config\.mjs is no JSON: it begins with “import /,
  ],
])('%j cannot be run, and says why', async (args, message) => {
  const { status, output, errors } = await unchanged.run('drift', args);
  expect(status).toBe(2);
  expect(output).toBe('');
  const [first] = errors.split('\n');
  if (typeof message === 'string') expect(first).toBe(message);
  else expect(first).toMatch(message);
});

test('content with faults cannot be compared', async () => {
  await using project = await projectWith(differing);
  await project.replace('content/models/aurora-2.yaml', 'stage: general', 'stage: great');
  const { status, errors } = await project.run('drift', fromFile);
  expect(status).toBe(2);
  expect(errors).toContain('content/models/aurora-2.yaml:6:8');
});
