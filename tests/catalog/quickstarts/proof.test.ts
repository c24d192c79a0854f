import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { knownModel } from '../../../src/catalog/lookup.ts';
import { aModel, aProvider, catalogOf } from '../content-folder.ts';

const path = 'tests/fixtures/catalog/protocols/openai-chat.yaml';
const text = await readFile(path, 'utf8');

const provider = (facts = 'https://api.cloud-nine.example.com/v1/'): string =>
  aProvider({
    name: 'Cloud Nine',
    kinds: '[cloud]',
    api: `{ baseUrl: ${facts}, keyVariable: CLOUD_NINE_API_KEY, protocols: [openai-chat] }`,
  });

const model = aModel({
  specs: '{ modalities: { input: [text], output: [text] }, openWeights: false }',
  offers:
    '\n  - { provider: cloud-nine, id: sirius-1, source: https://cloud-nine.example.com, checked: 2026-02-01 }',
});

async function isVerified(protocol: string, cloud = provider()): Promise<boolean> {
  const catalog = await catalogOf({
    'models/sirius-1.yaml': model,
    'providers/cloud-nine.yaml': cloud,
    'protocols/openai-chat.yaml': protocol,
  });
  const basic = knownModel(catalog, 'sirius-1').quickstarts.find(
    ({ variant, language }) => variant === 'basic' && language === 'typescript',
  );
  if (!basic) throw new Error('The model has no basic snippet in TypeScript.');
  return basic.verified !== undefined;
}

test('what was run is verified, for every model of that provider', async () => {
  expect(await isVerified(text)).toBe(true);
});

test.each([
  ['the code', text.replace('console.log(completion.choices', 'console.info(completion.choices')],
  [
    'the SDK’s version',
    text.replace(
      'typescript: { package: openai, version: 7.57.0',
      'typescript: { package: openai, version: 7.58.0',
    ),
  ],
  [
    'the schema’s version',
    text.replace(
      'OpenAiChat, package: openai, version: 7.57.0',
      'OpenAiChat, package: openai, version: 7.58.0',
    ),
  ],
  ['the path', text.replace('path: /chat/completions', 'path: /chat/answers')],
  ['the credentials', text.replace('header: authorization, scheme: Bearer', 'header: x-api-key')],
])('once %s has changed, nothing is claimed until the next run', async (_, changed) => {
  expect(changed).not.toBe(text);
  expect(await isVerified(changed)).toBe(false);
});

test('another base URL is another case', async () => {
  expect(await isVerified(text, provider('https://api.cloud-ten.example.com/v1'))).toBe(false);
});
