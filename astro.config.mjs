import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { apiFiles } from './scripts/api-files.ts';
import { loadCatalog } from './src/catalog/load.ts';
import { readSettings } from './src/settings.ts';
import { today } from './src/today.ts';

const { contentDir, outDir, publicUrl, host, port, day = today() } = readSettings(process.env);

/** What the build does beside the pages, while they are being worked on: fresh content and its JSON. */
const liveContent = {
  name: 'live-content',
  hooks: {
    'astro:server:setup': ({ server }) => {
      // Vite does not know that pages depend on the content.
      const folder = resolve(contentDir);
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return;
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use('/api/v1', async (request, response, next) => {
        try {
          const path = request.url?.split('?')[0]?.slice(1);
          const catalog = await loadCatalog({ contentDir, day });
          const file = apiFiles(catalog, publicUrl).find((one) => one.path === path);
          if (!file) return next();
          const types = { csv: 'text/csv', json: 'application/json' };
          response.setHeader('Content-Type', types[path.split('.').at(-1)] ?? 'text/plain');
          response.end(file.body);
        } catch (error) {
          next(error);
        }
      });
    },
  },
};

/** The sitemap has every built page but those that say themselves that they are not for an index. */
function isIndexed(page) {
  const { pathname } = new URL(page);
  const file = pathname === '/' ? 'index.html' : `${pathname}.html`;
  return !readFileSync(join(outDir, file), 'utf8').includes(
    '<meta name="robots" content="noindex">',
  );
}

export default defineConfig({
  site: publicUrl,
  outDir,
  publicDir: 'src/public',
  trailingSlash: 'never',
  server: { host, port },
  // Four pages at once keep two cores busy: writing files waits more than it computes.
  build: { format: 'file', concurrency: 4, assets: 'assets', inlineStylesheets: 'never' },
  integrations: [sitemap({ filter: isIndexed }), liveContent],
  vite: {
    build: {
      // One stylesheet for the whole site is fetched once and stays below 11 KB.
      cssCodeSplit: false,
      assetsInlineLimit: 0,
    },
  },
  devToolbar: { enabled: false },
});
