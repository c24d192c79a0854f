import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkContent } from '../../src/catalog/check.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { type Problem, problemText } from '../../src/catalog/problem.ts';

/** The day that it is in these tests. */
export const day = '2026-03-01';

/** The text or bytes of files by their path below the content folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Top-level keys of a file with their values as YAML text; `undefined` leaves a key out. */
type Facts = Readonly<Record<string, string | undefined>>;

const yamlOf = (facts: Facts): string =>
  Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

const coveredSections = [
  'releaseDate',
  'knowledgeCutoff',
  'lifecycle',
  'specs',
  'capabilities',
  'api',
];

/** The YAML of a model without faults, but for what a test says. Its one source covers all it states. */
export function aModel(facts: Facts = {}): string {
  const model: Facts = {
    name: 'Sirius 1',
    provider: 'sirius',
    description: 'A made-up language model that tests change one fact of at a time.',
    releaseDate: '2024-05-13',
    stage: 'general',
    specs: '{ openWeights: false }',
    ...facts,
  };
  const covers = coveredSections.filter((section) => model[section] !== undefined);
  const source = `{ url: https://sirius.example.com/one, covers: [${covers.join(', ')}], checked: 2026-02-01, confidence: maker }`;
  return yamlOf('sources' in facts ? model : { ...model, sources: `[${source}]` });
}

/** The YAML of a provider without faults, but for what a test says. */
export const aProvider = (facts: Facts = {}): string =>
  yamlOf({
    name: 'Sirius',
    kinds: '[maker]',
    description: 'A made-up maker of language models that exists in tests alone.',
    monogram: 'Si',
    hue: '210',
    website: 'https://sirius.example.com',
    sources: '[{ url: https://sirius.example.com/about, checked: 2026-02-01 }]',
    ...facts,
  });

/** The YAML of a benchmark without faults, but for what a test says. */
export const aBenchmark = (facts: Facts = {}): string =>
  yamlOf({
    name: 'Parallax',
    description: 'A made-up test of 100 questions about distances between stars.',
    unit: 'percent',
    range: '{ min: 0, max: 100 }',
    direction: 'higher',
    sources: '[{ url: https://parallax.example.com, checked: 2026-02-01 }]',
    ...facts,
  });

/** The YAML of a data set without faults, but for what a test says. */
export const aDataset = (facts: Facts = {}): string =>
  yamlOf({
    name: 'Night Sky',
    description: 'A made-up data set that scores are taken from.',
    url: 'https://night-sky.example.com',
    author: 'Example Authors',
    license: 'MIT',
    licenseUrl: 'https://night-sky.example.com/license',
    version: 'abc1234567',
    read: '2026-01-15',
    ...facts,
  });

/** The YAML of a source without faults, but for what a test says. */
export const aSource = (facts: Facts = {}): string =>
  yamlOf({
    name: 'Sirius blog',
    kind: 'news',
    reader: 'feed',
    address: 'https://sirius.example.com/feed.xml',
    description: 'A made-up blog that tests change one fact of at a time.',
    every: '6h',
    isAboutModels: 'true',
    sources: '[{ url: https://sirius.example.com/blog, checked: 2026-02-01 }]',
    ...facts,
  });

const noticeText = 'Sirius 1 can be used from today on, by whoever asks for it.';

/** A notice without faults, but for what a test says: front matter, and a body in Markdown. */
export function aNotice(facts: Facts = {}, body = noticeText): string {
  const front = yamlOf({
    title: 'Sirius opens Sirius 1 to everybody',
    date: '2024-05-13',
    models: '[sirius-1]',
    provider: 'sirius',
    kind: 'release',
    source: 'https://sirius.example.com/one',
    checked: '2026-02-01',
    ...facts,
  });
  return `---\n${front}---\n${body}\n`;
}

/** The YAML of a correction without faults, but for what a test says. */
export const aCorrection = (facts: Facts = {}): string =>
  yamlOf({
    url: 'https://forum.example.com/t/12',
    add: '[sirius-1]',
    reason: 'The thread names it in a picture.',
    ...facts,
  });

/** What a model of these tests may refer to. */
const company: Files = {
  'providers/sirius.yaml': aProvider(),
  'providers/cloud-nine.yaml': aProvider({ name: 'Cloud Nine', kinds: '[cloud]' }),
  'benchmarks/parallax.yaml': aBenchmark(),
  'datasets/night-sky.yaml': aDataset(),
};

/** Writes a content folder that is removed after the test: these files beside a provider, a cloud, a benchmark and a data set. */
export async function contentFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'model-tracker-content-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries({ ...company, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Every fault of a content folder as people read it, its paths below "content". */
export async function faultsInFolder(folder: string): Promise<string> {
  const { problems } = await checkContent(folder, day);
  return problems.map(problemText).join('\n\n').replaceAll(folder, 'content');
}

/** Every fault of these files, as people read it. */
export const faultsIn = async (files: Files): Promise<string> =>
  faultsInFolder(await contentFolder(files));

/** Every fault of one model file, as people read it. */
export const faultsOf = (model: string | Uint8Array): Promise<string> =>
  faultsIn({ 'models/sirius-1.yaml': model });

/** Every fault of these files as data, for what a program reads. */
export const problemsIn = async (files: Files): Promise<readonly Problem[]> =>
  (await checkContent(await contentFolder(files), day)).problems;

/** The catalog of these files on a day. */
export const catalogOf = async (files: Files, on = day) =>
  loadCatalog({ contentDir: await contentFolder(files), day: on });
