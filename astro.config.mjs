import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readSettings } from './src/settings.ts';

const { contentDir, outDir, publicUrl } = readSettings(process.env);

/** Vite does not know that pages depend on the content; a changed file there restarts the server. */
const watchContent = {
  name: 'watch-content',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.watcher.add(contentDir);
      server.watcher.on('all', (_event, path) => {
        if (path.startsWith(contentDir)) server.restart();
      });
    },
  },
};

export default defineConfig({
  site: publicUrl,
  outDir,
  publicDir: 'src/public',
  trailingSlash: 'never',
  // Four pages at once keep two cores busy: writing files waits more than it computes.
  build: { format: 'file', concurrency: 4, assets: 'assets', inlineStylesheets: 'never' },
  integrations: [sitemap({ filter: (page) => !page.endsWith('/404') }), watchContent],
  vite: {
    build: {
      // One stylesheet for the whole site is fetched once and stays below 10 KB.
      cssCodeSplit: false,
      assetsInlineLimit: 0,
    },
  },
  devToolbar: { enabled: false },
});
