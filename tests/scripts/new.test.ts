import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectCopy } from './project-copy.ts';

const model = {
  name: 'Aurora 9',
  provider: 'aurora-labs',
  description: 'The ninth Aurora, of which little is known but that it is small.',
  'release-date': '2025-01',
  'open-weights': 'no',
  source: 'https://aurora.example.com/nine',
};

const flagsOf = (answers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(answers).flatMap(([flag, answer]) => [`--${flag}`, answer]);

test.each([
  ['model', 'aurora-9', model],
  [
    'provider',
    'deep-sea',
    {
      name: 'Deep Sea',
      kinds: 'host, cloud',
      description: 'Rents machines below the sea to those who wish.',
      website: 'https://sea.example.com',
      monogram: 'DS',
      source: 'https://sea.example.com/about',
    },
  ],
  [
    'benchmark',
    'star-chart-2',
    {
      name: 'Star Chart 2',
      description: 'More questions of the same kind as before.',
      unit: 'percent',
      min: '0',
      max: '100',
      source: 'https://stars.example.com/two',
    },
  ],
  [
    'source',
    'sea-news',
    {
      name: 'Sea: news',
      kind: 'news',
      reader: 'feed',
      address: 'https://sea.example.com/feed',
      description: 'What the people of the sea write on models.',
      'is-about-models': 'yes',
      source: 'https://sea.example.com',
    },
  ],
])('a new %s is written from flags, and passes the check', async (kind, slug, answers) => {
  await using project = await projectCopy();
  const { status, output, errors } = await project.run('new', [kind, ...flagsOf(answers)]);
  expect({ status, errors }).toEqual({
    status: 0,
    errors: 'Written, and it passes the check. Fill in what else a source says.\n',
  });
  expect(output).toBe(`content/${kind}s/${slug}.yaml\n`);
  expect((await project.run('check')).status).toBe(0);
});

test('the file says what else it could hold', async () => {
  await using project = await projectCopy();
  await project.run('new', ['model', 'aurora-nine', ...flagsOf(model)]);
  const text = await readFile(join(project.folder, 'content/models/aurora-nine.yaml'), 'utf8');
  expect(text).toContain('# knowledgeCutoff: 2024-06\n');
  expect(text).toContain('  # contextWindow: tokens, the model’s own limit\n');
});

test('what no flag answers and every wrong answer are told at once', async () => {
  await using project = await projectCopy();
  const { status, errors } = await project.run('new', [
    'model',
    ...flagsOf({ name: 'Aurora 9', 'release-date': '2026-02-31', 'open-weights': 'maybe' }),
  ]);
  expect(status).toBe(2);
  expect(errors).toMatchInlineSnapshot(`
    "--provider: This must be answered.
    --description: This must be answered.
    --release-date: There is no such day or month as "2026-02-31". It takes a day (YYYY-MM-DD) or a month (YYYY-MM) of the calendar.
    --open-weights: Answer yes or no.
    --source: This must be answered.
    "
  `);
});

test('a maker that is not there is told, and the file is kept', async () => {
  await using project = await projectCopy();
  const { status, errors } = await project.run('new', [
    'model',
    ...flagsOf({ ...model, provider: 'aurora-lab' }),
  ]);
  expect(status).toBe(1);
  expect(errors).toContain('Unknown provider "aurora-lab"; did you mean "aurora-labs"?');
  expect(errors).toContain('Written; mend what is told above');
});

test('a file that stands is not written over', async () => {
  await using project = await projectCopy();
  const before = await project.filesIn('content');
  const { status, errors } = await project.run('new', ['model', 'aurora-2', ...flagsOf(model)]);
  expect({ status, errors }).toEqual({
    status: 2,
    errors: 'content/models/aurora-2.yaml stands already.\n',
  });
  expect(await project.filesIn('content')).toEqual(before);
});

test.each([
  [['modle'], 'Say what is new: model, provider, benchmark, source.'],
  [['model', '--monogram', 'A'], 'A model takes no --monogram.'],
  [['model', 'Aurora_9', ...flagsOf(model)], '"Aurora_9" is no slug'],
])('%j is refused', async (args, told) => {
  await using project = await projectCopy();
  const { status, errors } = await project.run('new', args);
  expect(status).toBe(2);
  expect(errors).toContain(told);
});

test('a slug that is the alias of another model is told', async () => {
  await using project = await projectCopy();
  const { status, errors } = await project.run('new', ['model', 'aurora-one', ...flagsOf(model)]);
  expect(status).toBe(1);
  expect(errors).toContain('The alias "aurora-one" is the slug of a model of its own.');
});

test('what is not known is left out, and a page is its maker’s only where that is said', async () => {
  await using project = await projectCopy();
  const { 'release-date': _, ...undated } = model;
  const fileOf = async (answers: Readonly<Record<string, string>>) => {
    const { output } = await project.run('new', ['model', ...flagsOf(answers)]);
    expect((await project.run('check')).status).toBe(0);
    return readFile(join(project.folder, output.trim()), 'utf8');
  };
  const reported = await fileOf(undated);
  expect(reported).toContain('\n# releaseDate: ');
  expect(reported).toContain('covers: [specs], ');
  expect(reported).toContain('confidence: reported }');
  const description = 'A tenth one, whose maker wrote a page of its own about what it can do.';
  const tenth = { ...undated, name: 'Aurora 10', description, confidence: 'maker' };
  expect(await fileOf(tenth)).toContain('confidence: maker }');
});

test('a figure that does not fit is told in words', async () => {
  await using project = await projectCopy();
  const errorsOf = async (window: string, name: string) =>
    (
      await project.run('new', [
        'model',
        ...flagsOf({ ...model, name, 'context-window': window, stage: 'beta' }),
      ])
    ).errors;
  expect(await errorsOf('128k', 'Aurora 2')).toMatchInlineSnapshot(`
    "--name: content/models/aurora-2.yaml stands already.
    --stage: "beta" does not fit. It takes one of announced, preview, general.
    --context-window: "128k" does not fit. It takes a whole number (tokens, input and output together).
    "
  `);
  expect(await errorsOf('128', '???')).toMatchInlineSnapshot(`
    "--name: No slug can be made of it: name one, as in npm run new -- model SLUG.
    --stage: "beta" does not fit. It takes one of announced, preview, general.
    --context-window: "128" does not fit. It takes at least 256.
    "
  `);
});
