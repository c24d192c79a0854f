import { describe, expect, test } from 'vitest';
import { aModel, aNotice, faultsIn, problemsIn } from '../content-folder.ts';

const announced = aModel({ name: 'Sirius 2', releaseDate: undefined, stage: 'announced' });
const models = {
  'models/sirius-1.yaml': aModel({ aliases: '[sirius-one]' }),
  'models/sirius-2.yaml': announced,
};
const faultsOfNotice = (notice: string, name = '2024-05-13-sirius-1') =>
  faultsIn({ ...models, [`news/${name}.md`]: notice });

test('a file name that tells another day is refused', async () => {
  expect(await faultsOfNotice(aNotice(), '2024-05-14-sirius-1')).toMatchInlineSnapshot(`
    "content/news/2024-05-14-sirius-1.md:1:1  wrong-file-name
      The file name does not start with the date 2024-05-13.
      expected: the date, a hyphen, and a slug that says what happened
      to do: Rename it to 2024-05-13-sirius-1.md, or correct the date."
  `);
});

test.each(['sirius-1', '2024-05-13'])('the file name %s is refused', async (name) => {
  expect(await faultsOfNotice(aNotice(), name)).toContain('wrong-file-name');
});

describe('the models of a notice', () => {
  test('one that does not exist is refused, with the nearest name', async () => {
    expect(
      await faultsOfNotice(aNotice({ models: '[sirius-1, sirius-11]' })),
    ).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:4:20  unknown-model
        Unknown model "sirius-11"; did you mean "sirius-1"?
          4 | models: [sirius-1, sirius-11]
            |                    ^^^^^^^^^
        expected: the name of a file in content/models
        to do: Correct the slug, or leave the model out."
    `);
  });

  test('an alias is refused, and told what it stands for', async () => {
    expect(await faultsOfNotice(aNotice({ models: '[sirius-one]' }))).toMatchInlineSnapshot(`
      "content/news/2024-05-13-sirius-1.md:4:10  unknown-model
        The model "sirius-one" is an alias of "sirius-1".
          4 | models: [sirius-one]
            |          ^^^^^^^^^^
        expected: the name of a file in content/models
        to do: Write "sirius-1"."
    `);
  });

  test('one that is named twice is refused', async () => {
    expect(await faultsOfNotice(aNotice({ models: '[sirius-1, sirius-1]' }))).toContain(
      'The model "sirius-1" is given twice.',
    );
  });

  test('a notice of none is refused', async () => {
    expect(await faultsOfNotice(aNotice({ models: '[]' }))).toContain('empty-value');
  });

  test('a broken model file is no second fault', async () => {
    const problems = await problemsIn({
      'models/sirius-1.yaml': 'name: x',
      'news/2024-05-13-sirius-1.md': aNotice(),
    });
    expect(problems.filter(({ file }) => file.includes('news'))).toEqual([]);
  });
});

test('a provider that does not exist is refused', async () => {
  expect(await faultsOfNotice(aNotice({ provider: 'siriu' }))).toContain(
    'Unknown provider "siriu"; did you mean "sirius"?',
  );
});

describe('the day of a notice', () => {
  test('a release before the model was there is refused', async () => {
    const notice = aNotice({ date: '2024-05-12' });
    expect(await faultsOfNotice(notice, '2024-05-12-sirius-1')).toMatchInlineSnapshot(`
      "content/news/2024-05-12-sirius-1.md:4:10  news-before-release
        The release of 2024-05-12 is before the release of sirius-1, 2024-05-13.
          4 | models: [sirius-1]
            |          ^^^^^^^^
        expected: models that were released by then
        found: sirius-1
        to do: Check both dates at their sources; what was said ahead of a release is kind: note."
    `);
  });

  test('a release of a model that is only announced is refused', async () => {
    expect(await faultsOfNotice(aNotice({ models: '[sirius-2]' }))).toContain(
      'which is only announced',
    );
  });

  test.each(['release', 'price', 'deprecation', 'retirement'])(
    'a %s may be of the day of the release, and no earlier',
    async (kind) => {
      expect(await faultsOfNotice(aNotice({ kind }))).toBe('');
      const early = aNotice({ kind, date: '2024-05-12' });
      expect(await faultsOfNotice(early, '2024-05-12-a')).toContain('news-before-release');
    },
  );

  test('a note may be earlier, and of a model that is only announced', async () => {
    const note = aNotice({ kind: 'note', date: '2024-05-12', models: '[sirius-1, sirius-2]' });
    expect(await faultsOfNotice(note, '2024-05-12-sirius')).toBe('');
  });
});

test('a title that stands in two files is refused', async () => {
  const files = {
    ...models,
    'news/2024-05-13-a.md': aNotice(),
    'news/2024-05-13-b.md': aNotice({ title: 'SIRIUS opens Sirius 1 to everybody' }),
  };
  expect(await faultsIn(files)).toMatchInlineSnapshot(`
    "content/news/2024-05-13-b.md:2:8  duplicate-name
      This is the title of content/news/2024-05-13-a.md too.
        2 | title: SIRIUS opens Sirius 1 to everybody
          |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: a title that tells the two apart
      found: SIRIUS opens Sirius 1 to everybody
      to do: Merge the files if they are one thing; else write what sets this one apart."
  `);
});
