import { expect, test } from 'vitest';
import { projectCopy } from './project-copy.ts';

test('--report tells how well the facts are covered, by field and maker', async () => {
  await using project = await projectCopy();
  const { status, output } = await project.run('check', ['--report']);
  expect(status).toBe(0);
  expect(output).toMatchInlineSnapshot(`
    "Facts by field, of 5 models
      releaseDate           80 % of models; maker  75 %, agreed  25 %, reported   0 %
      knowledgeCutoff       20 % of models; maker 100 %, agreed   0 %, reported   0 %
      lifecycle             40 % of models; maker  50 %, agreed   0 %, reported  50 %
      specs.contextWindow   60 % of models; maker 100 %, agreed   0 %, reported   0 %
      specs.maxInput        20 % of models; maker 100 %, agreed   0 %, reported   0 %
      specs.maxOutput       40 % of models; maker 100 %, agreed   0 %, reported   0 %
      specs.modalities      80 % of models; maker  75 %, agreed  25 %, reported   0 %
      specs.size            20 % of models; maker   0 %, agreed   0 %, reported 100 %
      specs.trainingTokens  20 % of models; maker 100 %, agreed   0 %, reported   0 %
      specs.openWeights    100 % of models; maker  80 %, agreed  20 %, reported   0 %
      specs.license         60 % of models; maker 100 %, agreed   0 %, reported   0 %
      specs.weights         20 % of models; maker 100 %, agreed   0 %, reported   0 %
      capabilities          40 % of models; maker  50 %, agreed   0 %, reported  50 %
      api                   40 % of models; maker 100 %, agreed   0 %, reported   0 %
      price                 40 % of models; maker  50 %, agreed   0 %, reported  50 %

    Sources by kind
          14 a page of its own
           4 open-figures

    Facts of models since 2024, or of no known day, by maker
      Aurora Labs             25 facts; maker  76 %, agreed  12 %, reported  12 %
      Borealis                 9 facts; maker  89 %, agreed   0 %, reported  11 %
      all                     34 facts; maker  79 %, agreed   9 %, reported  12 %

    Models that are served by their maker, and have no list price
      none

    Oldest checks
      2026-01-15 aurora-1 https://github.com/example/open-figures/blob/abc/aurora.json
      2026-01-15 borealis-7b https://github.com/example/open-figures/blob/abc/borealis.json
      2026-02-01 aurora-1 https://aurora.example.com/launch
      2026-02-01 aurora-2 https://aurora.example.com/two
      2026-02-01 aurora-3-preview https://aurora.example.com/three
      2026-02-01 borealis-7b https://huggingface.co/borealis/Borealis-7B
      2026-02-01 borealis-next https://borealis.example.com/next

    "
  `);
});

test('a price that loses its maker’s word counts as reported', async () => {
  await using project = await projectCopy();
  const priceLine = async () => {
    const { output } = await project.run('check', ['--report']);
    return output.split('\n').find((line) => line.startsWith('  price '));
  };
  expect(await priceLine()).toContain('maker  50 %');
  await project.replace(
    'content/models/aurora-2.yaml',
    'confidence: maker',
    'confidence: reported',
  );
  expect(await priceLine()).toContain('reported 100 %');
});

test('content with faults is told its faults, not how well it is covered', async () => {
  await using project = await projectCopy();
  await project.replace('content/models/aurora-2.yaml', 'aurora-labs', 'aurora-lab');
  const { status, output } = await project.run('check', ['--report']);
  expect(status).toBe(1);
  expect(output).toContain('unknown-provider');
  expect(output).not.toContain('Facts by field');
});
