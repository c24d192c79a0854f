import { expect, test } from 'vitest';
import { readSource } from '../../../api/ingest/read-source.ts';
import { aSource, localParts, localSite, now, rssOf } from './local-site.ts';

const span = { now, since: undefined };

const siteWith = (robots: string | number) =>
  localSite(({ url }, response) => {
    if (url !== '/robots.txt') response.end(rssOf(1));
    else if (typeof robots === 'number') response.writeHead(robots).end('<html>');
    else response.end(robots);
  });

test.each([
  ['there is none', 404],
  ['it may not be read', 403],
  ['it allows everybody', 'User-agent: *\nDisallow:'],
  ['it keeps away from other places', 'User-agent: *\nDisallow: /admin'],
  ['it keeps another program away', 'User-agent: OtherBot\nDisallow: /'],
  [
    'it names us among those that may',
    'User-agent: *\nDisallow: /\n\nUser-agent: ModelTracker\nAllow: /',
  ],
])('a site is read where %s', async (_, robots) => {
  const { origin } = await siteWith(robots);
  const { reading } = await readSource(
    aSource({ address: `${origin}/feed` }),
    span,
    {},
    localParts(),
  );
  expect(reading?.items).toHaveLength(1);
});

test.each([
  ['it keeps everybody away', 'User-agent: *\nDisallow: /'],
  ['it keeps us away', 'User-agent: ModelTracker\nDisallow: /feed'],
])('a site is not asked where %s', async (_, robots) => {
  const { origin, requests } = await siteWith(robots);
  const reading = readSource(aSource({ address: `${origin}/feed` }), span, {}, localParts());
  await expect(reading).rejects.toMatchObject({
    code: 'robots',
    message: 'its robots.txt keeps programs away from /feed',
  });
  expect(requests.map(({ url }) => url)).toEqual(['/robots.txt']);
});

test('a site whose robots.txt cannot be read is not asked', async () => {
  const { origin, requests } = await siteWith(503);
  const reading = readSource(aSource({ address: `${origin}/feed` }), span, {}, localParts());
  await expect(reading).rejects.toMatchObject({
    code: 'robots',
    message: 'its robots.txt cannot be read: it answered 503 (Service Unavailable)',
  });
  expect(requests.some(({ url }) => url === '/feed')).toBe(false);
});

test('the robots.txt of a site that a redirect leads to counts too', async () => {
  const closed = await siteWith('User-agent: *\nDisallow: /');
  const { origin } = await localSite(({ url }, response) => {
    if (url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(302, { Location: `${closed.origin}/feed` }).end();
  });
  const reading = readSource(aSource({ address: `${origin}/feed` }), span, {}, localParts());
  await expect(reading).rejects.toMatchObject({ code: 'robots' });
});

test('robots.txt is asked for once, for all that is read of a site', async () => {
  const { origin, requests } = await siteWith('User-agent: *\nDisallow:');
  const parts = localParts();
  for (const path of ['/a', '/b', '/c']) {
    await readSource(aSource({ address: origin + path }), span, {}, parts);
  }
  expect(requests.map(({ url }) => url)).toEqual(['/robots.txt', '/a', '/b', '/c']);
});

test('an interface that is documented for programs is not asked for its robots.txt', async () => {
  const { origin, requests } = await localSite((_, response) => response.end('{"hits":[]}'));
  const source = aSource({ reader: 'hacker-news', kind: 'discussions', address: origin });
  await readSource(source, span, {}, localParts());
  expect(requests.map(({ url }) => url?.split('?')[0])).toEqual(['/search_by_date']);
});

test('a site that asks for a pause between requests gets it', async () => {
  const { origin } = await siteWith('User-agent: *\nCrawl-delay: 1');
  const parts = localParts();
  const start = performance.now();
  for (const path of ['/a', '/b']) {
    await readSource(aSource({ address: origin + path }), span, {}, parts);
  }
  expect(performance.now() - start).toBeGreaterThan(900);
});
