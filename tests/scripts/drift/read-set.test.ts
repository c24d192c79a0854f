import { expect, test } from 'vitest';
import { publishedSet } from '../../../scripts/drift/read-set.ts';
import { openRouter } from '../../../src/drift/open-router.ts';
import { localRules, localSite } from '../../api/ingest/local-site.ts';
import { openRouterEntry, openRouterText } from '../../drift/outside-sets.ts';

/** What downloading a set from a local site that answers so brings, or says. */
async function published(answer: Parameters<typeof localSite>[0], rules = localRules) {
  const site = await localSite(answer);
  const source = { ...openRouter, address: `${site.origin}/models` };
  const told = await publishedSet(source, 'ModelTracker/test', rules).catch((error: Error) =>
    error.message.replaceAll(site.origin, 'SITE').replaceAll(new URL(site.origin).host, 'HOST'),
  );
  return { told, site };
}

test('a set is asked for once, by name, and read', async () => {
  const { told, site } = await published((_, response) =>
    response.end(openRouterText(openRouterEntry())),
  );
  expect(told).toMatchObject({ listings: [{ id: 'aurora-labs/aurora-1' }], unread: [] });
  expect(
    site.requests.map(({ url, headers }) => [url, headers['user-agent'], headers.accept]),
  ).toEqual([['/models', 'ModelTracker/test', 'application/json']]);
});

test('a page in the place of a set is told with its address', async () => {
  const { told } = await published((_, response) => response.end('<html>Log in</html>'));
  expect(told).toBe('SITE/models is no JSON: it begins with “<html>Log in</html>”.');
});

test('a failed download says what to do', async () => {
  const { told } = await published((_, response) => response.writeHead(503).end());
  expect(told).toBe(
    'SITE/models could not be downloaded: it answered 503 (Service Unavailable). Download it by other means and name it by --file.',
  );
});

test('an answer without an end is given up', async () => {
  const { told } = await published((_, response) => response.write('{'), {
    ...localRules,
    timeouts: { connectMs: 500, headersMs: 500, wholeMs: 300 },
  });
  expect(told).toMatch(
    /^SITE\/models could not be downloaded: HOST did not finish its answer in time/,
  );
});

test('an answer that is longer than any set is cut off', async () => {
  const megabyte = Buffer.alloc(1024 * 1024, ' ');
  const { told } = await published((_, response) => {
    for (let sent = 0; sent < 34; sent += 1) response.write(megabyte);
    response.end();
  });
  expect(told).toMatch(/could not be downloaded: it answered more than 32 MB/);
});
