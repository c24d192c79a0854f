import type { BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { startServer } from '../../api/server.ts';
import { launchBrowser } from '../../scripts/browser.ts';

export interface ServedSite {
  readonly address: string;
  /** Opens a path in a window of its own, without a past; the end of the test closes it. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

/** Serves a built site on a free port of the loopback interface, with a browser to look at it. */
export async function serveSite(folder: string): Promise<ServedSite> {
  const server = await startServer({
    outDir: folder,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
  });
  const browser = await launchBrowser();
  return {
    address: server.address,
    open: async (path, options) => {
      const context = await browser.newContext({ baseURL: server.address, ...options });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
