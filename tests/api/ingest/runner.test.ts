import { setTimeout as pause } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { expect, test, vi } from 'vitest';
import { measureIngest } from '../../../api/ingest/metrics.ts';
import { type RunnerParts, startIngest } from '../../../api/ingest/runner.ts';
import type { Source } from '../../../api/ingest/source.ts';
import { createLog } from '../../../api/log.ts';
import { aSource, localParts, localSite, rssOf, withoutRobots } from './local-site.ts';
import { memoryStore } from './stored-items.ts';

/** Sources that are read in the background, at once the first time. */
function started(sources: readonly Source[], replaced: Partial<RunnerParts> = {}) {
  const memory = memoryStore();
  const lines: Record<string, unknown>[] = [];
  const registry = new Registry();
  const reading = localParts();
  const ingest = startIngest(sources, {
    ...reading,
    patience: { ...reading.patience, waitsMs: [] },
    ...memory,
    now: () => new Date(),
    log: createLog('info', (line) => lines.push(JSON.parse(line))),
    random: () => 0,
    ...replaced,
  });
  measureIngest(registry, ingest.health);
  return { ...memory, ingest, lines, registry };
}

// A busy machine takes its time to start a thread.
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

const statuses = ({ ingest }: ReturnType<typeof started>) =>
  Object.fromEntries(ingest.health().map(({ source, status }) => [source, status]));

test('each source is read, and one that fails, hangs or answers rubbish hurts only itself', async () => {
  const site = await localSite(
    withoutRobots(({ url }, response) => {
      if (url === '/good' || url === '/good-too') response.end(rssOf(3));
      else if (url === '/html') response.end('<!doctype html>');
      else if (url === '/large') response.end(Buffer.alloc(10 * 1024 * 1024, ' '));
      else if (url === '/many') response.end(rssOf(10_000));
      else if (url === '/broken') response.writeHead(500).end();
      else if (url === '/cut') response.writeHead(200, { 'Content-Length': 99 }).write('<');
    }),
  );
  // Each at a host of its own, so that none waits for a turn.
  const names = ['hanging', 'cut', 'html', 'large', 'broken', 'many', 'good', 'good-too'];
  const sources = names.map((id, index) =>
    aSource({
      id,
      address: `${site.origin.replace('127.0.0.1', index % 2 ? 'localhost' : '127.0.0.1')}/${id}`,
    }),
  );
  const run = started(sources, {
    turns: (_, __, work) => work(),
  });
  await until(() =>
    expect(statuses(run)).toEqual({
      hanging: 'failing',
      cut: 'failing',
      html: 'failing',
      large: 'failing',
      broken: 'failing',
      many: 'ok',
      good: 'ok',
      'good-too': 'ok',
    }),
  );
  expect(run.items.get('good')).toHaveLength(3);
  expect(run.items.get('many')).toHaveLength(1000);
  const metrics = await run.registry.metrics();
  expect(metrics).toContain('ingest_items_total{source="good",result="created"} 3');
  expect(metrics).toContain('ingest_items_total{source="many",result="refused"} 9000');
  expect(metrics).toContain('ingest_failures{source="broken"} 1');
  expect(metrics).toContain('ingest_failures{source="good"} 0');
  expect(metrics).toMatch(/ingest_last_success_timestamp_seconds\{source="good"\} 1\d{9}/);
  expect(metrics).toContain('ingest_last_success_timestamp_seconds{source="broken"} 0');
  await run.ingest.stop();
});

test('without a network each source is told of in one line, however often it fails', async () => {
  // Nothing listens at port 1.
  const source = aSource({ address: 'http://127.0.0.1:1/feed' });
  let clock = Date.now();
  const run = started([source], {
    // Every reading is a week later: each is due at once.
    now() {
      clock += 7 * 86_400_000;
      return new Date(clock);
    },
  });
  await until(() => expect(run.known.get('lab-news')?.failures).toBeGreaterThan(3));
  await run.ingest.stop();
  expect(run.lines).toHaveLength(1);
  expect(run.lines[0]).toMatchObject({
    level: 'warn',
    source: 'lab-news',
    failures: 1,
    error: '127.0.0.1:1 takes no connections',
  });
});

test('a source that is back is told of', async () => {
  const site = await localSite(withoutRobots((_, response) => response.end(rssOf(1))));
  const source = aSource({ address: `${site.origin}/feed` });
  const memory = memoryStore();
  memory.known.set('lab-news', {
    checkedAt: '2026-01-01T00:00:00.000Z',
    failures: 4,
    error: 'it answered 500',
  });
  const run = started([source], memory);
  await until(() => expect(statuses(run)).toEqual({ 'lab-news': 'ok' }));
  await run.ingest.stop();
  expect(run.lines).toMatchObject([
    { level: 'info', source: 'lab-news', recoveredAfterFailures: 4 },
    { level: 'info', source: 'lab-news', created: 1 },
  ]);
});

test('a source that is not due yet is not asked, and its health is what is remembered', async () => {
  const site = await localSite((_, response) => response.end(rssOf(1)));
  const memory = memoryStore();
  const checkedAt = new Date().toISOString();
  memory.known.set('lab-news', { checkedAt, succeededAt: checkedAt, failures: 0 });
  const run = started([aSource({ address: `${site.origin}/feed` })], memory);
  await pause(100);
  expect(run.ingest.health()).toEqual([
    {
      source: 'lab-news',
      status: 'ok',
      checkedAt,
      succeededAt: checkedAt,
      failures: 0,
      error: undefined,
      items: { created: 0, updated: 0, unchanged: 0, closed: 0, refused: 0 },
    },
  ]);
  expect(site.requests).toEqual([]);
  await run.ingest.stop();
});

test('a database that is away is an error of ours, after which reading goes on', async () => {
  const site = await localSite(withoutRobots((_, response) => response.end(rssOf(1))));
  const store = () => Promise.reject(new Error('the database is away'));
  const run = started([aSource({ address: `${site.origin}/feed` })], { store });
  await until(() => expect(statuses(run)).toEqual({ 'lab-news': 'failing' }));
  await run.ingest.stop();
  expect(run.lines).toMatchObject([{ level: 'error', source: 'lab-news' }]);
  expect(run.lines[0]?.['error']).toMatch(/^Error: the database is away/);
});

test('a stop ends what is being read, and nothing is read after it', async () => {
  const site = await localSite(withoutRobots(() => undefined));
  const run = started([aSource({ address: `${site.origin}/hanging` })]);
  await until(() => expect(site.requests.length).toBeGreaterThan(1));
  await run.ingest.stop();
  expect(run.known.size).toBe(0);
  expect(run.lines).toEqual([]);
});
