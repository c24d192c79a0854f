import { afterAll, describe, expect, test } from 'vitest';
import type { QuickstartDocument } from '../../../src/shapes/quickstart.ts';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

const ask = (address: string, accept?: string): Promise<Response> =>
  Promise.resolve(
    app.request(`/api/v1/models/${address}`, { headers: accept ? { Accept: accept } : {} }),
  );

async function quickstarts(address: string): Promise<readonly QuickstartDocument[]> {
  const response = await ask(address);
  expect(response.status, address).toBe(200);
  return ((await response.json()) as { data: readonly QuickstartDocument[] }).data;
}

describe('as JSON', () => {
  test('they are those of the prebuilt file and of the model’s document', async () => {
    const all = await quickstarts('aurora-2/quickstarts');
    expect(all).toHaveLength(15);
    expect(await quickstarts('aurora-2/quickstarts.json')).toEqual(all);
    const { data } = (await (await ask('aurora-2')).json()) as { data: { quickstarts: unknown } };
    expect(data.quickstarts).toEqual(all);
  });

  test('a language and a provider leave those that fit', async () => {
    const fitting = await quickstarts('aurora-2/quickstarts?language=python&provider=cloud-nine');
    expect(fitting.map(({ provider, language }) => `${provider} ${language}`)).toEqual([
      'cloud-nine python',
    ]);
    expect(await quickstarts('aurora-2/quickstarts?provider=nobody')).toEqual([]);
  });

  test('a model that nobody serves has none', async () => {
    expect(await quickstarts('borealis-next/quickstarts')).toEqual([]);
  });
});

describe('as plain text', () => {
  test.each([
    ['', 'curl', 'aurora-labs', 'sh'],
    ['?language=python', 'python', 'aurora-labs', 'py'],
    ['?language=typescript', 'typescript', 'aurora-labs', 'ts'],
  ])('%s it is the code of the first in %s', async (query, language, provider, ending) => {
    const all = await quickstarts('aurora-2/quickstarts');
    const first = all.find((one) => one.language === language && one.provider === provider);
    const response = await ask(`aurora-2/quickstarts${query}`, 'text/plain');
    expect(response.headers.get('Content-Type')).toMatch(/^text\/plain\b/);
    expect(response.headers.get('Vary')).toContain('Accept');
    expect(await response.text()).toBe(first?.code);
    const prebuilt = await ask(`aurora-2/quickstart.${ending}`);
    expect(prebuilt.headers.get('Content-Type')).toMatch(/^text\/plain\b/);
    expect(await prebuilt.text()).toBe(first?.code);
  });

  test('a browser, which takes everything, is given JSON', async () => {
    const response = await ask('aurora-2/quickstarts', 'text/html,*/*;q=0.8');
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json\b/);
  });

  test('where none fits it is 404, and says what was asked for', async () => {
    const response = await ask('borealis-next/quickstarts?language=python', 'text/plain');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      detail: 'There is no quickstart of borealis-next in python.',
    });
  });
});

test.each([
  ['aurora-one/quickstarts?language=curl', 308],
  ['nothing/quickstarts', 404],
  ['aurora-2/quickstarts?language=cobol', 400],
])('%s answers %i', async (address, status) => {
  expect((await ask(address)).status).toBe(status);
});

test('an alias has the prebuilt files of its model', async () => {
  const response = await ask('aurora-one/quickstarts.json');
  expect(response.status).toBe(200);
});
