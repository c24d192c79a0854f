import { expect, test } from 'vitest';
import { createMetrics, operationsApp } from '../../../api/operations.ts';
import { temporaryDatabase } from '../db/temporary-database.ts';

const catalog = { day: '2026-03-01', version: '0'.repeat(16), models: 5 };
const items = { created: 3, updated: 2, unchanged: 1, closed: 0, refused: 0 };
const failing = {
  source: 'lab-jobs',
  status: 'failing',
  failures: 2,
  error: 'it answered 500 (Internal Server Error)',
  items: { ...items, created: 0 },
} as const;
const well = {
  source: 'lab-news',
  status: 'ok',
  checkedAt: '2026-11-22T12:00:00.000Z',
  succeededAt: '2026-11-22T12:00:00.000Z',
  failures: 0,
  items,
} as const;

const application = async () =>
  operationsApp(await temporaryDatabase(), createMetrics(), catalog, () => [failing, well]);

test('readyz tells how each source does, and is ready whatever that is', async () => {
  const response = await (await application()).request('/readyz');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: 'ready', sources: [failing, well] });
});

test('metrics tell of each source when it was last read, its failures and its items', async () => {
  const app = await application();
  for (let asked = 0; asked < 2; asked += 1) {
    const text = await (await app.request('/metrics')).text();
    const lines = text.split('\n').filter((line) => line.startsWith('ingest_'));
    expect(lines).toMatchInlineSnapshot(`
      [
        "ingest_last_success_timestamp_seconds{source="lab-jobs"} 0",
        "ingest_last_success_timestamp_seconds{source="lab-news"} 1795348800",
        "ingest_failures{source="lab-jobs"} 2",
        "ingest_failures{source="lab-news"} 0",
        "ingest_items_total{source="lab-jobs",result="created"} 0",
        "ingest_items_total{source="lab-jobs",result="updated"} 2",
        "ingest_items_total{source="lab-jobs",result="unchanged"} 1",
        "ingest_items_total{source="lab-jobs",result="closed"} 0",
        "ingest_items_total{source="lab-jobs",result="refused"} 0",
        "ingest_items_total{source="lab-news",result="created"} 3",
        "ingest_items_total{source="lab-news",result="updated"} 2",
        "ingest_items_total{source="lab-news",result="unchanged"} 1",
        "ingest_items_total{source="lab-news",result="closed"} 0",
        "ingest_items_total{source="lab-news",result="refused"} 0",
      ]
    `);
  }
});
