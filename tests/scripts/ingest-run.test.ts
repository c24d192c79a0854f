import { expect, test } from 'vitest';
import { itemStore } from '../../api/db/items.ts';
import { sourceStates } from '../../api/db/source-states.ts';
import { WriteQueue } from '../../api/db/write-queue.ts';
import { itemLinks } from '../../api/items/links.ts';
import { runIngest } from '../../scripts/ingest-run.ts';
import { itemCatalog, linkerByName } from '../api/db/item-store.ts';
import { temporaryDatabase } from '../api/db/temporary-database.ts';
import { aSource, localParts, localSite, now, withoutRobots } from '../api/ingest/local-site.ts';

const feed = (titles: readonly string[]): string =>
  `<rss version="2.0"><channel>${titles.map((title) => `<item><title>${title}</title><link>/${title}</link></item>`).join('')}</channel></rss>`;

/** A site with a feed, a board and a page that is gone, read into a new database as often as asked. */
async function ingesting() {
  const answers = { news: feed(['Aurora 1']), jobs: [1, 2] as readonly number[] };
  const site = await localSite(
    withoutRobots(({ url }, response) => {
      const job = (id: number) => ({ id, title: `Job ${id}`, absolute_url: `/jobs/${id}` });
      if (url === '/news') response.end(answers.news);
      else if (url === '/jobs') response.end(JSON.stringify({ jobs: answers.jobs.map(job) }));
      else response.writeHead(410).end();
    }),
  );
  const database = await temporaryDatabase();
  const writes = new WriteQueue(database);
  const catalog = itemCatalog();
  const store = itemStore({
    database,
    writes,
    catalog,
    linksOf: itemLinks(catalog, linkerByName),
    now: () => now,
  });
  const parts = { ...localParts(), store, states: sourceStates(database, writes), now: () => now };
  const sources = [
    aSource({ id: 'lab-news', address: `${site.origin}/news` }),
    aSource({ id: 'lab-jobs', kind: 'jobs', reader: 'greenhouse', address: `${site.origin}/jobs` }),
    aSource({ id: 'lab-gone', address: `${site.origin}/gone` }),
  ];
  const run = async (ids: readonly string[]) => {
    const lines: string[] = [];
    const status = await runIngest(
      {
        sources: sources.filter(({ id }) => ids.includes(id)),
        since: undefined,
        isDryRun: false,
        isWatched: false,
      },
      parts,
      (line) => lines.push(line),
    );
    return { status, lines: lines.toSorted() };
  };
  return { run, answers, states: parts.states };
}

test('what sources bring is stored, told apart from what was there, and a job that left is closed', async () => {
  const { run, answers } = await ingesting();
  const ids = ['lab-news', 'lab-jobs'];
  expect(await run(ids)).toMatchInlineSnapshot(`
    {
      "lines": [
        "2 sources of 2 answered: 3 items new or changed.",
        "lab-jobs: 2 new",
        "lab-news: 1 new",
      ],
      "status": 0,
    }
  `);
  answers.news = feed(['Aurora 2', 'Aurora 1']);
  answers.jobs = [2];
  expect(await run(ids)).toMatchInlineSnapshot(`
    {
      "lines": [
        "2 sources of 2 answered: 1 item new or changed.",
        "lab-jobs: 1 closed, 1 as before",
        "lab-news: 1 new, 1 as before",
      ],
      "status": 0,
    }
  `);
});

test('a source that fails is named with the reason, with exit status 3, and the others are stored', async () => {
  const { run, states } = await ingesting();
  expect(await run(['lab-news', 'lab-gone'])).toMatchInlineSnapshot(`
    {
      "lines": [
        "  lab-gone: it answered 410 (Gone)",
        "1 source failed:",
        "1 source of 2 answered: 1 item new or changed.",
        "lab-gone: failed, it answered 410 (Gone)",
        "lab-news: 1 new",
      ],
      "status": 3,
    }
  `);
  expect(await states.read('lab-gone')).toMatchObject({
    failures: 1,
    error: 'it answered 410 (Gone)',
  });
  expect(await states.read('lab-news')).toMatchObject({ failures: 0 });
});
