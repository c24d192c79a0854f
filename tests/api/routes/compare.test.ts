import { afterAll, expect, test } from 'vitest';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

const compare = async (slugs: string): Promise<Response> =>
  app.request(`/api/v1/models/compare?slugs=${slugs}`);

test.each([
  ['borealis-7b,aurora-1', ['borealis-7b', 'aurora-1']],
  ['aurora-2,aurora-1,borealis-next', ['aurora-2', 'aurora-1', 'borealis-next']],
  ['aurora-one,aurora-2', ['aurora-1', 'aurora-2']],
  [
    'borealis-next,borealis-7b,aurora-3-preview,aurora-2,aurora-1',
    ['borealis-next', 'borealis-7b', 'aurora-3-preview', 'aurora-2', 'aurora-1'],
  ],
])('%s are answered in the order asked for', async (asked, slugs) => {
  const response = await compare(asked);
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as { data: { slug: string }[] };
  expect(data.map(({ slug }) => slug)).toEqual(slugs);
});

test.each(['aurora-1,aurora-1', 'aurora-1,aurora-2,aurora-one', 'aurora-one,aurora-1-classic'])(
  'a model that is named twice, be it by an alias, is refused: %s',
  async (slugs) => {
    const response = await compare(slugs);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          path: 'query.slugs',
          message: 'slugs takes each model once, and names aurora-1 again by its slug or an alias.',
        },
      ],
    });
  },
);

test.each([1, 7, 8])('%i models are too few or too many', async (count) => {
  const response = await compare(Array.from({ length: count }, (_, at) => `model-${at}`).join());
  expect(response.status).toBe(400);
});

test.each([2, 6])('%i models are few enough to be looked for', async (count) => {
  const response = await compare(Array.from({ length: count }, (_, at) => `model-${at}`).join());
  expect(response.status).toBe(404);
});

test('a model that there is not is 404 with the nearest', async () => {
  const response = await compare('aurora-1,aurora-22');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    detail: 'There is no model "aurora-22".',
    suggestions: ['aurora-2', 'aurora-1'],
  });
});
