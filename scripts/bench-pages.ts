import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { startServer } from '../api/server.ts';
import type { Settings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import type { Measured } from './bench.ts';
import { median } from './bench-check.ts';
import { launchBrowser } from './browser.ts';
import { inputsHash, isBuilt } from './build-inputs.ts';
import { buildSite } from './build-site.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

// Lighthouse varies by a point or two on a busy machine; the median of three holds still.
const runs = 3;

interface PageResult {
  readonly path: string;
  readonly device: 'phone' | 'desktop';
  /** Median of the runs, 0 to 100. */
  readonly scores: Readonly<Record<(typeof categories)[number], number>>;
  /** Bytes over the wire. */
  readonly bytes: Readonly<Record<'html' | 'css' | 'script' | 'all', number>>;
  /** Audits that cost points in any run. */
  readonly failed: readonly string[];
}

/** Runs Lighthouse on the built site, which is built first if its inputs changed. */
export async function benchPages(settings: Settings): Promise<Measured> {
  const day = settings.day ?? today();
  if (!(await isBuilt(settings.outDir, await inputsHash(settings, day)))) {
    await buildSite(settings, day, console.error);
  }
  const database = await mkdtemp(join(tmpdir(), 'bench-'));
  const server = await startServer({
    ...settings,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    hasRateLimits: false,
    database: { ...settings.database, url: `file:${join(database, 'tracker.db')}` },
  });
  try {
    const results: PageResult[] = [];
    for (const path of await pagePaths(settings.outDir)) {
      for (const device of ['phone', 'desktop'] as const) {
        console.error(`Measuring ${path} as a ${device} shows it …`);
        results.push(await measurePage(server.address, path, device));
      }
    }
    return { data: results, text: table(results) };
  } finally {
    await server.stop();
    await rm(database, { recursive: true });
  }
}

/** Home, and the largest page of the two kinds that grow with what is known: the hardest cases. */
async function pagePaths(outDir: string): Promise<readonly string[]> {
  const largest = async (folder: string): Promise<string> => {
    const names = await readdir(join(outDir, folder));
    const pages = names.filter((name) => extname(name) === '.html');
    const sized = await Promise.all(
      pages.map(async (name) => ({ name, ...(await stat(join(outDir, folder, name))) })),
    );
    const [first] = sized.toSorted((one, other) => other.size - one.size);
    if (!first) throw new Error(`${outDir}/${folder} holds no page.`);
    return `/${folder}/${first.name.replace('.html', '')}`;
  };
  return ['/', await largest('models'), await largest('benchmarks')];
}

async function measurePage(
  address: string,
  path: string,
  device: PageResult['device'],
): Promise<PageResult> {
  const reports: Result[] = [];
  for (let run = 0; run < runs; run += 1) {
    reports.push(await lighthouseReport(`${address}${path}`, device));
  }
  const score = (category: (typeof categories)[number]): number =>
    median(reports.map((report) => Math.round((report.categories[category]?.score ?? 0) * 100)));
  return {
    path,
    device,
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    bytes: bytesOf(reports[0]),
    failed: [...new Set(reports.flatMap(failedAudits))],
  };
}

/** One report, by a browser of its own: what an earlier page left behind would be measured too. */
async function lighthouseReport(url: string, device: PageResult['device']): Promise<Result> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const done = await lighthouse(
      url,
      { port, logLevel: 'silent', onlyCategories: [...categories] },
      device === 'desktop' ? desktopConfig : undefined,
    );
    if (!done) throw new Error(`Lighthouse gave no report on ${url}.`);
    if (done.lhr.runtimeError) throw new Error(done.lhr.runtimeError.message);
    return done.lhr;
  } finally {
    await browser.close();
  }
}

const failedAudits = ({ categories: judged, audits }: Result): readonly string[] =>
  Object.values(judged)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id);

function bytesOf(report: Result | undefined): PageResult['bytes'] {
  const details = report?.audits['network-requests']?.details;
  const requests = details?.type === 'table' ? details.items : [];
  const sum = (type?: string): number =>
    requests
      .filter(({ resourceType }) => type === undefined || resourceType === type)
      .reduce((total, { transferSize }) => total + Number(transferSize), 0);
  return { html: sum('Document'), css: sum('Stylesheet'), script: sum('Script'), all: sum() };
}

function table(results: readonly PageResult[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  return results
    .map(({ path, device, scores, bytes, failed }) => {
      const judged = categories.map((category) => `${category} ${scores[category]}`).join(', ');
      const weight = `${kilobytes(bytes.all)} (HTML ${kilobytes(bytes.html)}, CSS ${kilobytes(bytes.css)}, script ${kilobytes(bytes.script)})`;
      const lost = failed.length > 0 ? `\n  points lost by ${failed.join(', ')}` : '';
      return `pages: ${path}, ${device}: ${judged}; ${weight}${lost}`;
    })
    .join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
