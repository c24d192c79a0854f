import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLinker } from '../../src/linking/linker.ts';
import { namedCatalog } from './named-catalog.ts';

const link = createLinker(namedCatalog);
const slugsOf = (links: ReturnType<typeof link>): readonly string[] =>
  links.map(({ slug }) => slug);

const nameless = fc
  .array(
    fc.constantFrom(
      'the',
      'price',
      'of',
      'bread',
      'rose',
      'again',
      'in',
      '2026',
      ',',
      'and',
      'nobody',
      'knows',
      'why',
      '42',
      '(',
      ')',
      'Berlin',
      'é',
      '—',
      '🚀',
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));

const naming = fc.constantFrom(
  'GPT-4.1, Mini and Nano are cheaper',
  'Claude 4 Sonnet',
  'Opus 4 and Sonnet 4',
  'Claude writes tests',
  'Qwen3 4B and 8B',
  'DeepSeek-R1/V3',
  'Gemini by Google',
  'Command A by Cohere',
  'gpt-4o’s price',
);

test('unrelated text around a name never removes a link', () => {
  fc.assert(
    fc.property(naming, nameless, nameless, (title, before, after) => {
      const alone = slugsOf(link({ title }));
      const among = slugsOf(link({ title: `${before}. ${title}. ${after}`, text: after }));
      expect(among).toEqual(expect.arrayContaining([...alone]));
    }),
  );
});

test('the order of the dictionary changes nothing', () => {
  const { models, providers } = namedCatalog;
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...models], { minLength: models.length }),
      fc.shuffledSubarray([...providers], { minLength: providers.length }),
      fc.array(naming, { minLength: 1, maxLength: 4 }),
      (shuffledModels, shuffledProviders, titles) => {
        const other = createLinker({
          ...namedCatalog,
          models: shuffledModels,
          providers: shuffledProviders,
        });
        const item = { title: titles.join('. ') };
        expect(other(item)).toEqual(link(item));
      },
    ),
    // Each run makes a linker.
    { numRuns: 20 },
  );
});

test('every model is linked by its own name behind its maker’s', () => {
  const makers = new Map(namedCatalog.providers.map(({ id, name }) => [id, name]));
  const unlinked = namedCatalog.models.filter(
    ({ name, slug, provider }) =>
      !slugsOf(link({ title: `${makers.get(provider)}’s ${name}, an LLM` })).includes(slug),
  );
  expect(unlinked.map(({ name }) => name)).toEqual([]);
});

test('words and confidence of a link fit the text that it was made from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), naming, (noise, title) => {
      const text = `${noise} ${title}`;
      for (const { words, confidence } of link({ title: text })) {
        expect(text).toContain(words);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
  );
});
