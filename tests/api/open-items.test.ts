import { afterEach, expect, test } from 'vitest';
import type { Notice } from '../../api/items/item-catalog.ts';
import { linkerByName } from './db/item-store.ts';
import { type LiveApp, liveApp } from './live-app.ts';
import { articles, page, pushed } from './routes/pushing.ts';

const opened: LiveApp[] = [];
afterEach(async () => {
  for (const live of opened.splice(0).toReversed()) await live.close();
});

const notice = (fields: Partial<Notice> = {}): Notice => ({
  id: '2025-02-01-aurora-2',
  title: 'Aurora Labs releases Aurora 2',
  date: '2025-02-01',
  models: ['aurora-2'],
  source: 'https://aurora.example/aurora-2',
  text: 'It takes images.\n\nIt costs less.',
  ...fields,
});

interface Start {
  readonly news?: readonly Notice[];
  readonly version?: string;
  readonly url?: string;
}

/** A start of the application, on a new database or one that is there. */
async function start({ news = [notice()], version = 'v1', url }: Start = {}): Promise<LiveApp> {
  const live = await liveApp({
    content: { news, version },
    linker: linkerByName,
    ...(url !== undefined && { env: { LIBSQL_URL: url } }),
  });
  opened.push(live);
  return live;
}

test('the catalog’s own news are there from the first start on, without network', async () => {
  const live = await start();
  const expected = {
    title: 'Aurora Labs releases Aurora 2',
    url: 'https://aurora.example/aurora-2',
    summary: 'It takes images.\n\nIt costs less.',
    publishedAt: '2025-02-01T00:00:00.000Z',
    places: [
      {
        source: 'model-tracker',
        name: 'Model Tracker',
        url: 'https://aurora.example/aurora-2',
      },
    ],
    models: [{ slug: 'aurora-2', name: 'Aurora 2', level: 'model', confidence: 1 }],
  };
  expect((await page(live, '/models/aurora-2/news')).items).toMatchObject([expected]);
  expect((await page(live, '/news?source=model-tracker')).items).toMatchObject([expected]);
});

test('a second start changes nothing, and says nothing', async () => {
  const first = await start();
  const before = (await page(first, '/news')).items;
  await first.stop();
  const second = await start({ url: first.databaseUrl });
  expect((await page(second, '/news')).items).toEqual(before);
  expect(first.lines.join()).toContain('news-taken-in');
  expect(second.lines.join()).not.toContain('news-taken-in');
});

test('a notice that was mended is updated, one that was taken back is gone', async () => {
  const first = await start({
    news: [notice(), notice({ id: '2025-03-01-other', source: 'https://aurora.example/other' })],
  });
  await first.stop();
  const second = await start({ news: [notice({ title: 'Mended' })], url: first.databaseUrl });
  expect((await page(second, '/news')).titles).toEqual(['Mended']);
  expect((await page(second, '/news?search=releases')).titles).toEqual([]);
});

test('a notice that was taken back stays where another source told of it, as that one’s', async () => {
  const first = await start();
  await pushed(first, 'news', articles([1], { url: notice().source, models: ['aurora-1'] }));
  expect((await page(first, '/news')).items[0]?.models.map(({ slug }) => slug)).toEqual([
    'aurora-1',
    'aurora-2',
  ]);
  await first.stop();
  const second = await start({ news: [], url: first.databaseUrl });
  await expect
    .poll(async () => {
      const { items } = await page(second, '/news?source=my-platform');
      return items[0]?.models.map(({ slug }) => slug);
    })
    .toEqual(['aurora-1']);
  expect((await page(second, '/news?source=model-tracker')).items).toEqual([]);
});

test('a notice that is of the future is refused, and the log says so', async () => {
  const live = await start({ news: [notice({ date: '2099-01-01' }), notice({ id: 'other' })] });
  expect((await page(live, '/news')).pagination.total).toBe(1);
  expect(live.lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ level: 'warn', event: 'notice-refused', notice: notice().id }),
  );
});

test('a start with another version of the catalog links items anew, in the background', async () => {
  const first = await start();
  await pushed(first, 'news', articles([1], { title: 'Aurora 1', models: undefined }));
  await first.services.database.execute("UPDATE item_models SET words = 'old'");
  await first.stop();
  const second = await start({ version: 'v2', url: first.databaseUrl });
  await expect.poll(() => second.lines.join()).toContain('"items-linked-anew","items":2');
  expect((await page(second, '/models/aurora-1/news')).items[0]?.models[0]?.words).toBe('Aurora 1');
});
