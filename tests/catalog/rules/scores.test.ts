import { expect, test } from 'vitest';
import { aModel, faultsIn, faultsOf } from '../content-folder.ts';

const withScores = (...scores: readonly string[]): string =>
  aModel({
    benchmarks: scores
      .map((one) => `\n  - { benchmark: parallax, ${one}, source: https://sirius.example.com }`)
      .join(''),
  });

test.each(['Maker', 'the maker', 'sirius', 'Sirius'])(
  'a score that "%s" reported is one of the maker',
  async (reporter) => {
    expect(await faultsOf(withScores(`score: 88, reportedBy: ${reporter}`))).toContain(
      `"${reporter}" is the model’s maker.`,
    );
  },
);

test('conditions that differ in case or joining signs are told to be spelled alike', async () => {
  const faults = await faultsOf(
    withScores(
      'score: 88, variant: 5-shot, reportedBy: maker',
      'score: 87, variant: 5-shot, effort: high, reportedBy: maker',
      'score: 86, variant: 5 Shot, effort: low, reportedBy: maker',
    ),
  );
  expect(faults).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:10:48  other-spelling
      "5 Shot" is written "5-shot" elsewhere.
        10 | …ax, score: 86, variant: 5 Shot, effort: low, reportedBy: maker, source: https://sirius.example.com }
           |                          ^^^^^^
      expected: one spelling for one thing
      to do: Write "5-shot"."
  `);
});

test('signs that tell conditions apart are kept', async () => {
  expect(
    await faultsOf(
      withScores(
        'score: 88, dataset: <128k, reportedBy: maker',
        'score: 80, dataset: ">128k", reportedBy: maker',
      ),
    ),
  ).toBe('');
});

test('an evaluator has one spelling in all files', async () => {
  const by = (reporter: string) => withScores(`score: 88, reportedBy: ${reporter}`);
  const faults = await faultsIn({
    'models/a.yaml': by('Orion Lab'),
    'models/b.yaml': by('Orion lab').replace('Sirius 1', 'B'),
    'models/c.yaml': by('Orion Lab').replace('Sirius 1', 'C'),
  });
  expect(faults).toContain('"Orion lab" is written "Orion Lab" elsewhere.');
});
