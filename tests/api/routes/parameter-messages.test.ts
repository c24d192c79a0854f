import { afterAll, expect, test } from 'vitest';
import { liveApp } from '../live-app.ts';

const { app, close } = await liveApp();
afterAll(close);

/** What the API says is wrong with a query, one line a fault. */
async function faults(path: string): Promise<readonly string[]> {
  const response = await app.request(`/api/v1${path}`);
  expect(response.status, path).toBe(400);
  const { errors } = (await response.json()) as { errors: { path: string; message: string }[] };
  return errors.map((fault) => `${fault.path}: ${fault.message}`);
}

test('what each parameter takes is said in its own words', async () => {
  expect({
    maxInputPrice: await faults('/models?maxInputPrice=cheap'),
    releasedAfter: await faults('/models?releasedAfter=2026-02-31'),
    releasedBefore: await faults('/models?releasedBefore=May'),
    modality: await faults('/models?modality=smell'),
    capability: await faults('/models?capability=magic'),
    sortBy: await faults('/models?sortBy=beauty'),
    benchmark: await faults('/models?sortBy=benchmark:nothing'),
    sortOrder: await faults('/models?sortOrder=up'),
    search: await faults(`/models?search=${'a'.repeat(201)}`).then(([fault]) =>
      fault?.slice(0, 50),
    ),
    blank: await faults('/models?search=%20'),
    provider: await faults('/models?provider=,'),
    window: await faults('/models/popular?window=year'),
    slugs: await faults('/models/compare?slugs=aurora-1'),
    noSlugs: await faults('/models/compare'),
    on: await faults('/models/aurora-1?on=yesterday'),
    model: await faults('/price'),
    cached: await faults('/price?model=aurora-1&input=1&cached=2'),
  }).toMatchInlineSnapshot(`
    {
      "benchmark": [
        "query.sortBy: sortBy takes the id of a benchmark in the catalog, not "nothing".",
      ],
      "blank": [
        "query.search: search takes 1 to 200 characters, not "".",
      ],
      "cached": [
        "query.cached: cached takes at most 1, which is all of input, not 2.",
      ],
      "capability": [
        "query.capability: capability takes one of reasoning, toolCalling, structuredOutput, temperature, fineTuning, promptCaching, batch, not "magic".",
      ],
      "maxInputPrice": [
        "query.maxInputPrice: maxInputPrice takes an amount of US dollars such as 0.25, not "cheap".",
      ],
      "modality": [
        "query.modality: modality takes one of text, image, audio, video, pdf, embedding, not "smell".",
      ],
      "model": [
        "query.model: model is missing. It takes the slug or an alias of a model.",
      ],
      "noSlugs": [
        "query.slugs: slugs is missing. It takes 2 to 6 slugs or aliases, separated by commas.",
      ],
      "on": [
        "query.on: on takes a day of the calendar, written YYYY-MM-DD, not "yesterday".",
      ],
      "provider": [
        "query.provider: provider takes ids separated by commas, and names none.",
      ],
      "releasedAfter": [
        "query.releasedAfter: releasedAfter takes a day of the calendar, written YYYY-MM-DD, not "2026-02-31".",
      ],
      "releasedBefore": [
        "query.releasedBefore: releasedBefore takes a day of the calendar, written YYYY-MM-DD, not "May".",
      ],
      "search": "query.search: search takes 1 to 200 characters, no",
      "slugs": [
        "query.slugs: slugs takes 2 to 6 slugs or aliases, separated by commas, not "aurora-1".",
      ],
      "sortBy": [
        "query.sortBy: sortBy takes one of name, provider, releaseDate, contextWindow, inputPrice, outputPrice, viewCount, followCount or benchmark:<id>, not "beauty".",
      ],
      "sortOrder": [
        "query.sortOrder: sortOrder takes one of asc, desc, not "up".",
      ],
      "window": [
        "query.window: window takes one of day, week, month, all, not "year".",
      ],
    }
  `);
});
