import { expect, test } from 'vitest';
import { type Ingested, ingestAll } from '../../../api/ingest/ingest-all.ts';
import { outcomeLine, remarkLines, summaryLines } from '../../../scripts/ingest-report.ts';
import { aSource, localParts, localSite, now, rssOf, withoutRobots } from './local-site.ts';
import { memoryStore } from './stored-items.ts';

const feed = `<rss version="2.0"><channel>
  <item><title>One</title><link>/1</link></item>
  <item><title>Two</title><link>/2</link><pubDate>2030-01-01</pubDate></item>
  ${'<item><title>Lost</title></item>'.repeat(4)}
</channel></rss>`;

async function ingested(ids: readonly string[]) {
  const site = await localSite(
    withoutRobots(({ url }, response) => {
      if (url === '/odd') response.end(feed);
      else if (url === '/gone') response.writeHead(410).end();
      else if (url === '/same') response.writeHead(304).end();
      else response.end(rssOf(2));
    }),
  );
  const memory = memoryStore();
  const told: Ingested[] = [];
  const sources = ids.map((id) => aSource({ id, address: `${site.origin}/${id}` }));
  const parts = { ...localParts(), ...memory, now: () => now };
  const all = await ingestAll(sources, parts, { onIngested: (one) => told.push(one) });
  return { all, told, memory };
}

test('each source is read once, told of when it is done, and listed in the order given', async () => {
  const ids = ['gone', 'odd', 'same', 'good', 'other', 'last'];
  const { all, told, memory } = await ingested(ids);
  expect(all.map(({ source }) => source.id)).toEqual(ids);
  expect(told.map(({ source }) => source.id).toSorted()).toEqual(ids.toSorted());
  expect([...memory.items.keys()].toSorted()).toEqual(['good', 'last', 'odd', 'other']);
});

test('what became of each source is told in a line', async () => {
  const { all } = await ingested(['gone', 'odd', 'same', 'good']);
  expect(
    all.flatMap((one) => [outcomeLine(one, false), ...remarkLines(one)]),
  ).toMatchInlineSnapshot(`
    [
      "gone: failed, it answered 410 (Gone)",
      "odd: 2 new; 4 refused, 1 without their date",
      "  "Lost": it has no address on the web",
      "  "Lost": it has no address on the web",
      "  "Lost": it has no address on the web",
      "  and 2 more",
      "same: nothing has changed",
      "good: 2 new",
    ]
  `);
  expect(all.map((one) => outcomeLine(one, true))).toMatchInlineSnapshot(`
    [
      "gone: failed, it answered 410 (Gone)",
      "odd: 2 items read; 4 refused, 1 without their date",
      "same: nothing has changed",
      "good: 2 items read",
    ]
  `);
});

test('what became of all is told at the end, with the reason of each that failed', async () => {
  const { all } = await ingested(['gone', 'odd', 'same', 'good']);
  expect(summaryLines(all, false)).toMatchInlineSnapshot(`
    [
      "3 sources of 4 answered: 4 items new or changed.",
      "1 source failed:",
      "  gone: it answered 410 (Gone)",
    ]
  `);
  expect(summaryLines(all, true)[0]).toMatchInlineSnapshot(
    `"3 sources of 4 answered: 4 items read, and nothing stored."`,
  );
  const well = all.filter(({ source }) => source.id === 'good');
  expect(summaryLines(well, false)).toMatchInlineSnapshot(`
    [
      "1 source of 1 answered: 2 items new or changed.",
    ]
  `);
});

test('a fault of ours ends all readings', async () => {
  const site = await localSite(
    withoutRobots(({ url }, response) => {
      if (url === '/good') response.end(rssOf(1));
    }),
  );
  const sources = ['hanging', 'good'].map((id) => aSource({ id, address: `${site.origin}/${id}` }));
  const store = () => Promise.reject(new Error('the database is away'));
  const parts = {
    ...localParts(),
    ...memoryStore(),
    store,
    turns: <Answer>(_: string, __: () => number, work: () => Promise<Answer>) => work(),
    now: () => now,
  };
  const ingesting = ingestAll(sources, parts, { onIngested: () => undefined });
  await expect(ingesting).rejects.toThrow('the database is away');
});
