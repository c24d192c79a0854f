import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { knownModel } from '../../../src/catalog/lookup.ts';
import { taskOf } from '../../../src/catalog/quickstarts/quickstarts.ts';
import type { modalities } from '../../../src/catalog/schema/model.ts';
import { aModel, aProvider, catalogOf } from '../content-folder.ts';

const chat = await readFile('tests/fixtures/catalog/protocols/openai-chat.yaml', 'utf8');
const fixture = (day: string) => loadCatalog({ contentDir: 'tests/fixtures/catalog', day });
const catalog = await fixture('2026-03-01');
const ofModel = (slug: string) => knownModel(catalog, slug).quickstarts;

const told = (slug: string): readonly string[] =>
  ofModel(slug).map(({ provider, variant, language }) => `${provider} ${variant} ${language}`);

describe('which snippets a model has', () => {
  test('its maker’s come first, in all that it can do; others’ are basic', () => {
    expect(told('aurora-2')).toEqual([
      'aurora-labs basic curl',
      'aurora-labs basic python',
      'aurora-labs basic typescript',
      'aurora-labs streaming curl',
      'aurora-labs streaming python',
      'aurora-labs streaming typescript',
      'aurora-labs image curl',
      'aurora-labs image python',
      'aurora-labs image typescript',
      'aurora-labs toolCall curl',
      'aurora-labs toolCall python',
      'aurora-labs toolCall typescript',
      'cloud-nine basic curl',
      'cloud-nine basic python',
      'cloud-nine basic typescript',
    ]);
  });

  test('open weights that somebody serves can be called on one’s own machine too', () => {
    expect(told('borealis-7b')).toContain('local basic typescript');
    expect(ofModel('borealis-7b').find(({ provider }) => provider === 'local')).toMatchObject({
      variables: [],
    });
  });

  test.each([
    ['2024-01-09', 0],
    ['2024-01-10', 6],
    ['2025-01-10', 6],
    ['2025-07-10', 0],
  ])('on %s a model that was released and retired has %i', async (day, count) => {
    expect(knownModel(await fixture(day), 'aurora-1').quickstarts).toHaveLength(count);
  });
});

type Modality = (typeof modalities)[number];

describe('what a model is asked for', () => {
  test.each<[Modality[], Modality[], string | undefined]>([
    [['text'], ['text'], 'chat'],
    [['text', 'audio'], ['text', 'audio'], 'chat'],
    [['text', 'image'], ['embedding'], 'embedding'],
    [['text'], ['audio'], 'speech'],
    [['text', 'audio'], ['audio'], undefined],
    [['audio'], ['text'], 'transcription'],
    [['audio'], ['text', 'audio'], undefined],
    [['text'], ['image'], undefined],
  ])('from %j to %j: %s', (input, output, task) => {
    expect(taskOf({ specs: { modalities: { input, output }, openWeights: false } })).toBe(task);
  });
});

test('a model that says why no code calls it has none, by others neither', async () => {
  const known = 'a WebSocket session that no single request can show';
  const called = async (api: string): Promise<number> => {
    const catalog = await catalogOf({
      'models/sirius-1.yaml': aModel({
        specs: '{ modalities: { input: [text], output: [text] }, openWeights: false }',
        api,
        offers:
          '\n  - { provider: cloud-nine, id: sirius-1, source: https://cloud-nine.example.com, checked: 2026-02-01 }',
      }),
      'providers/cloud-nine.yaml': aProvider({
        name: 'Cloud Nine',
        kinds: '[cloud]',
        api: '{ baseUrl: https://api.cloud-nine.example.com/v1, keyVariable: CLOUD_NINE_API_KEY, protocols: [openai-chat] }',
      }),
      'protocols/openai-chat.yaml': chat,
    });
    return knownModel(catalog, 'sirius-1').quickstarts.length;
  };
  expect(await called('{ id: sirius-1 }')).toBeGreaterThan(0);
  expect(await called(`{ id: sirius-1, noQuickstart: It is ${known}. }`)).toBe(0);
});

test('without modalities a model is called by the protocol that it names, and by nobody else', async () => {
  const ways = async (api: string): Promise<readonly string[]> => {
    const catalog = await catalogOf({
      'models/sirius-1.yaml': aModel({
        api,
        offers:
          '\n  - { provider: cloud-nine, id: sirius-1, source: https://cloud-nine.example.com, checked: 2026-02-01 }',
      }),
      'providers/sirius.yaml': aProvider({
        api: '{ baseUrl: https://api.sirius.example.com/v1, keyVariable: SIRIUS_API_KEY }',
      }),
      'providers/cloud-nine.yaml': aProvider({
        name: 'Cloud Nine',
        kinds: '[cloud]',
        api: '{ baseUrl: https://api.cloud-nine.example.com/v1, keyVariable: CLOUD_NINE_API_KEY, protocols: [openai-chat] }',
      }),
      'protocols/openai-chat.yaml': chat,
    });
    return [
      ...new Set(knownModel(catalog, 'sirius-1').quickstarts.map(({ provider }) => provider)),
    ];
  };
  expect(await ways('{ id: sirius-1 }')).toEqual([]);
  expect(await ways('{ id: sirius-1, protocol: openai-chat }')).toEqual(['sirius']);
});

test('where its maker answers as a stream alone, other code is a host’s only', async () => {
  const catalog = await catalogOf({
    'models/sirius-1.yaml': aModel({
      specs: '{ modalities: { input: [text], output: [text] }, openWeights: false }',
      api: '{ id: sirius-1, protocol: openai-chat, streamOnly: true }',
      offers:
        '\n  - { provider: cloud-nine, id: sirius-1, source: https://cloud-nine.example.com, checked: 2026-02-01 }',
    }),
    'providers/sirius.yaml': aProvider({
      api: '{ baseUrl: https://api.sirius.example.com/v1, keyVariable: SIRIUS_API_KEY, protocols: [openai-chat] }',
    }),
    'providers/cloud-nine.yaml': aProvider({
      name: 'Cloud Nine',
      kinds: '[cloud]',
      api: '{ baseUrl: https://api.cloud-nine.example.com/v1, keyVariable: CLOUD_NINE_API_KEY, protocols: [openai-chat] }',
    }),
    'protocols/openai-chat.yaml': chat,
  });
  const { quickstarts } = knownModel(catalog, 'sirius-1');
  const variantsBy = (provider: string) => [
    ...new Set(
      quickstarts.filter((one) => one.provider === provider).map(({ variant }) => variant),
    ),
  ];
  expect(variantsBy('sirius')).toEqual(['streaming']);
  expect(variantsBy('cloud-nine')).toEqual(['basic']);
});

describe('what a snippet says', () => {
  test('it is complete, with the model’s own id and the provider’s address', () => {
    const [first] = ofModel('borealis-7b').filter(({ language }) => language === 'typescript');
    expect(first?.code).toMatchInlineSnapshot(`
      "import OpenAI from 'openai';

      const client = new OpenAI({
        baseURL: 'https://api.cloud-nine.example.com/v1',
        apiKey: process.env.CLOUD_NINE_API_KEY,
      });

      const completion = await client.chat.completions.create({
        model: 'borealis/borealis-7b',
        messages: [{ role: 'user', content: 'Why is the sky blue?' }],
      });
      console.log(completion.choices[0]?.message?.content);
      "
    `);
    expect(first).toMatchObject({
      provider: 'cloud-nine',
      protocol: 'openai-chat',
      sdk: 'openai',
      sdkVersion: '7.57.0',
      variables: ['CLOUD_NINE_API_KEY'],
      keyPage: 'https://aurora.example.com/keys',
    });
  });

  test('no placeholder is left in any', () => {
    const codes = [...catalog.models.values()].flatMap(({ quickstarts }) =>
      quickstarts.map(({ code }) => code),
    );
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => code.includes('{{'))).toEqual([]);
  });
});

describe('what is said to be proven', () => {
  test('a recorded case has its day and its schema', () => {
    expect(ofModel('aurora-2')[0]?.verified).toEqual({
      on: '2026-03-01',
      schema: 'openai 7.57.0 (npm)',
    });
  });
});
