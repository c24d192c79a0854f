import type { Catalog } from '../src/catalog/catalog.ts';
import { loadCatalog } from '../src/catalog/load.ts';
import { createLinker, type LinkedText, type NamedCatalog } from '../src/linking/linker.ts';
import type { NamedModel } from '../src/linking/named-model.ts';
import type { Settings } from '../src/settings.ts';
import { today } from '../src/today.ts';
import type { Measured } from './bench.ts';
import { median } from './bench-check.ts';
import { labelledItems, notScored, qualityOf } from './link-quality.ts';
import type { Score } from './link-score.ts';

// One to warm up; of the others the median tells.
const runs = 6;
const dictionarySize = 1000;
const headlineCount = 5000;

/**
 * Measures the linker: precision and recall on labelled headlines where there are any, and headlines a second
 * against a dictionary of 1,000 models beside the limit, JSON.parse of the same lines.
 */
export async function benchLinking({ contentDir, day = today() }: Settings): Promise<Measured> {
  const catalog = await loadCatalog({ contentDir, day });
  const labelled = await labelledItems();
  const quality = labelled === undefined ? undefined : qualityOf(labelled, catalog);
  const speed = speedOf(labelled ?? madeHeadlines(catalog), grown(catalog));
  return { data: { quality, speed }, text: [qualityText(quality), speedText(speed)].join('\n') };
}

function qualityText(quality: ReturnType<typeof qualityOf> | undefined): string {
  if (quality === undefined) return `linking: ${notScored}`;
  const line = (name: string, score: Score) =>
    `linking, ${name}: precision ${score.precision}, recall ${score.recall}, F1 ${score.f1}; ${score.found} found, ${score.missed} missed, ${score.wrong} wrong, ${score.trapsHit} traps hit.`;
  return [
    line('with family mentions', quality.all),
    line('without', quality.versions),
    line('with, only models that the labels know', quality.knownAll),
    line('without, only models that the labels know', quality.knownVersions),
  ].join('\n');
}

/** The catalog's models and as many made-up ones as are missing. */
function grown({ day, models, providers }: Catalog): NamedCatalog {
  const real = [...models.values()].slice(0, dictionarySize);
  const made = Array.from({ length: dictionarySize - real.length }, (_, index) =>
    madeModel(real[index % real.length] as NamedModel, index),
  );
  return { day, models: [...real, ...made], providers };
}

const madeModel = (model: NamedModel, index: number): NamedModel => ({
  slug: `made-${index}`,
  name: `Aster${index} ${model.name}`,
  provider: model.provider,
  family: `aster${index}`,
  status: 'active',
  releaseDate: '2026-01-01',
});

/** Headlines of which every other names a model. */
function madeHeadlines({ models }: Catalog): readonly LinkedText[] {
  const names = [...models.values()].map(({ name }) => name);
  return Array.from({ length: headlineCount }, (_, index) => ({
    title:
      index % 2 === 0
        ? `${names[index % names.length]} is out: what it costs and how it does on our benchmarks`
        : 'How we moved a payment service of ten years to another database in one night',
    source: 'made-headlines',
  }));
}

function speedOf(items: readonly LinkedText[], catalog: NamedCatalog) {
  const link = createLinker(catalog);
  const repeats = Math.ceil(headlineCount / items.length);
  const all = Array.from({ length: repeats }, () => items).flat();
  const lines = all.map(({ title, text, source }) => JSON.stringify({ title, text, source }));
  const titles: number[] = [];
  const posts: number[] = [];
  const limit: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    limit.push(cpuMs(lines, (line) => JSON.parse(line)));
    titles.push(cpuMs(all, ({ title, source }) => link({ title, source })));
    posts.push(cpuMs(all, link));
  }
  const perSecond = (times: readonly number[]) =>
    Math.round((all.length / median(times.slice(1))) * 1000);
  return {
    models: dictionarySize,
    headlinesPerSecond: perSecond(titles),
    postsPerSecond: perSecond(posts),
    parsedPerSecond: perSecond(limit),
    ratio: Math.round((perSecond(titles) / perSecond(limit)) * 100) / 100,
  };
}

const speedText = (speed: ReturnType<typeof speedOf>): string =>
  `linking: ${speed.headlinesPerSecond} headlines a second on one core against ${speed.models} models (${speed.postsPerSecond} with their text), ${speed.ratio} of what JSON.parse alone reads (${speed.parsedPerSecond}).`;

/** Time on the processor, all threads together: other programs of a busy machine do not count. */
function cpuMs<Item>(items: readonly Item[], work: (item: Item) => unknown): number {
  const start = process.cpuUsage();
  for (const item of items) work(item);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
