import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { startServer } from '../../api/server.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { readSettings } from '../../src/settings.ts';

export interface ServedSite {
  readonly address: string;
  /** Opens a path in a window of its own, without a past; the end of the test closes it. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

// What a quiet machine shows at once takes a busy one a minute.
const patience = 120_000;

/**
 * Serves a built site on a free port of the loopback interface, with a browser to look at it.
 *
 * @param env settings that differ from those of a plain start
 */
export async function serveSite(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServedSite> {
  const database = await mkdtemp(join(tmpdir(), 'served-site-'));
  const server = await startServer(
    readSettings({
      // The local issuer must know its address before it answers there.
      PORT: String(await freePort()),
      OUT_DIR: folder,
      LIBSQL_URL: `file:${join(database, 'tracker.db')}`,
      RATE_LIMITS: 'off',
      INGEST: 'off',
      LOG_LEVEL: 'silent',
      ...env,
    }),
  );
  const browser = await launchBrowser();
  return {
    address: server.address,
    open: async (path, options) => {
      const context = await browser.newContext({ baseURL: server.address, ...options });
      context.setDefaultTimeout(patience);
      onTestFinished(() => context.close());
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    stop: async () => {
      await browser.close();
      await server.stop();
      await rm(database, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
