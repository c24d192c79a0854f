import { expect, test } from 'vitest';
import { type IngestParts, ingestSource } from '../../../api/ingest/ingest-source.ts';
import { aSource, localParts, localSite, now, rssOf, withoutRobots } from './local-site.ts';
import { memoryStore } from './stored-items.ts';

function parts() {
  const memory = memoryStore();
  const all: IngestParts = { ...localParts(), ...memory, now: () => now };
  return { ...memory, all };
}

test('what a source has is stored, and its state remembered', async () => {
  const site = await localSite(
    withoutRobots((_, response) => response.setHeader('ETag', '"7"').end(rssOf(2))),
  );
  const { all, items, complete, known } = parts();
  const outcome = await ingestSource(aSource({ address: `${site.origin}/feed` }), all);
  expect(outcome).toMatchObject({ kind: 'stored', stored: { created: 2 } });
  expect(items.get('lab-news')).toHaveLength(2);
  expect(complete.get('lab-news')).toBe(false);
  expect(known.get('lab-news')).toEqual({
    checkedAt: '2026-11-22T12:00:00.000Z',
    succeededAt: '2026-11-22T12:00:00.000Z',
    failures: 0,
    etag: '"7"',
    lastModified: undefined,
  });
});

test('a source that has not changed stores nothing and is remembered as it was', async () => {
  const site = await localSite(withoutRobots((_, response) => response.writeHead(304).end()));
  const { all, items, known } = parts();
  known.set('lab-news', { etag: '"7"', failures: 2, error: 'it answered 500' });
  const outcome = await ingestSource(aSource({ address: `${site.origin}/feed` }), all);
  expect(outcome.kind).toBe('unchanged');
  expect(items.size).toBe(0);
  expect(known.get('lab-news')).toMatchObject({ etag: '"7"', failures: 0 });
  expect(known.get('lab-news')).not.toHaveProperty('error');
});

test('a source that fails stores nothing, and what was known of it stays', async () => {
  const site = await localSite(withoutRobots((_, response) => response.writeHead(404).end()));
  const { all, items, known } = parts();
  known.set('lab-news', { etag: '"7"', succeededAt: '2026-11-20T00:00:00.000Z', failures: 1 });
  const outcome = await ingestSource(aSource({ address: `${site.origin}/feed` }), all);
  expect(outcome).toMatchObject({
    kind: 'failed',
    error: { message: 'it answered 404 (Not Found)' },
  });
  expect(items.size).toBe(0);
  expect(known.get('lab-news')).toEqual({
    etag: '"7"',
    succeededAt: '2026-11-20T00:00:00.000Z',
    checkedAt: '2026-11-22T12:00:00.000Z',
    failures: 2,
    error: 'it answered 404 (Not Found)',
  });
});

test('a state is written only once its items are stored', async () => {
  const site = await localSite(
    withoutRobots((_, response) => response.setHeader('ETag', '"7"').end(rssOf(2))),
  );
  const { all, known } = parts();
  const store = () => Promise.reject(new Error('the database is away'));
  const ingested = ingestSource(aSource({ address: `${site.origin}/feed` }), { ...all, store });
  await expect(ingested).rejects.toThrow('the database is away');
  expect(known.size).toBe(0);
});

test('since a day, only what was published then or after is stored, and a known answer is read again', async () => {
  const item = (date: string) =>
    `<item><link>/${date}</link><title>${date}</title><pubDate>${date}</pubDate></item>`;
  const feed = `<rss version="2.0"><channel>${['2026-11-01', '2026-11-02', '2026-11-03'].map(item).join('')}<item><link>/x</link><title>undated</title></item></channel></rss>`;
  const site = await localSite(
    withoutRobots(({ headers }, response) =>
      response.writeHead('if-none-match' in headers ? 304 : 200).end(feed),
    ),
  );
  const { all, items, known } = parts();
  known.set('lab-news', { etag: '"7"', failures: 0 });
  const since = new Date('2026-11-02');
  await ingestSource(aSource({ address: `${site.origin}/feed` }), all, { since });
  const titles = items.get('lab-news')?.map(({ title }) => title);
  expect(titles).toEqual(['2026-11-02', '2026-11-03', 'undated']);
});

test('a complete board is stored as such, whatever the day that is asked for', async () => {
  const job = (id: number) => ({
    id,
    title: `Job ${id}`,
    absolute_url: `/jobs/${id}`,
    first_published: '2025-01-01',
  });
  const site = await localSite((_, response) =>
    response.end(JSON.stringify({ jobs: [job(1), job(2)], meta: { total: 2 } })),
  );
  const { all, items, complete } = parts();
  const source = aSource({ kind: 'jobs', reader: 'greenhouse', address: `${site.origin}/jobs` });
  await ingestSource(source, all, { since: now });
  expect(items.get('lab-news')).toHaveLength(2);
  expect(complete.get('lab-news')).toBe(true);
});

test('an answer that takes too long to read ends with its thread, and the next one is read', async () => {
  const { readApart } = await import('../../../api/ingest/read-apart.ts');
  const apart = readApart(1);
  const body = Buffer.from(rssOf(2000));
  const answers = [{ url: 'https://lab.example/feed', contentType: undefined, body }];
  const task = { answers, source: aSource({}), span: { now, since: undefined } };
  await expect(apart.read(task)).rejects.toMatchObject({
    code: 'unreadable',
    message: 'its answer is too much to read',
  });
  await apart.close();
  const patient = readApart();
  expect((await patient.read(task)).items).toHaveLength(1000);
  await patient.close();
});
