import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtJson } from './built-files.ts';

const kinds = ['model', 'provider', 'benchmark', 'dataset', 'source'] as const;
type Kind = (typeof kinds)[number] | 'correction' | 'notice';

/** The built schema of a kind, as an editor would use it. */
function validatorOf(kind: Kind): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true });
  formats.default(ajv);
  return ajv.compile(builtJson<object>('realSite', `schema/${kind}.schema.json`));
}

interface YamlFile {
  readonly name: string;
  readonly text: string;
}

function yamlFiles(contentDir: string, kind: Kind): readonly YamlFile[] {
  const folder = join(contentDir, `${kind}s`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** What stands between the fences of each notice. */
function frontMatters(contentDir: string): readonly YamlFile[] {
  const folder = join(contentDir, 'news');
  return readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8').split(/^---$/m)[1] ?? '',
  }));
}

describe.each(kinds)('the schema of a %s', (kind) => {
  test.each(['content', 'tests/fixtures/catalog'])('accepts every file of %s', (contentDir) => {
    const isValid = validatorOf(kind);
    const files = yamlFiles(contentDir, kind);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ text }) => !isValid(parse(text))).map(({ name }) => name)).toEqual([]);
  });

  test('is what the first line of each real file points at', () => {
    const line = `# yaml-language-server: $schema=../../dist/api/v1/schema/${kind}.schema.json\n`;
    const others = yamlFiles('content', kind).filter(({ text }) => !text.startsWith(line));
    expect(others.map(({ name }) => name)).toEqual([]);
  });
});

test.each(['content', 'tests/fixtures/catalog'])(
  'the schema of a notice accepts all front matter of %s',
  (contentDir) => {
    const isValid = validatorOf('notice');
    const files = frontMatters(contentDir);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ text }) => !isValid(parse(text))).map(({ name }) => name)).toEqual([]);
  },
);

test('the schema of a correction accepts that of the fixture', () => {
  const [file] = yamlFiles('tests/fixtures/catalog', 'correction');
  expect(validatorOf('correction')(parse(file?.text ?? ''))).toBe(true);
});

test.each([
  ['kind: release', 'kind: rumour'],
  ['date: 2024-12-01', 'date: 2024-12'],
  ['models: [aurora-2]', 'models: aurora-2'],
])('the schema of a notice refuses "%s" as "%s"', (sound, broken) => {
  const text = frontMatters('tests/fixtures/catalog').find(({ text }) =>
    text.includes(sound),
  )?.text;
  expect(validatorOf('notice')(parse(text?.replace(sound, broken) ?? ''))).toBe(false);
});

test.each<[Kind, string, string, string]>([
  ['model', 'aurora-2', 'stage: general', 'stage: finished'],
  ['model', 'aurora-2', 'stage: general', ''],
  ['model', 'aurora-2', 'provider: aurora-labs', 'provider: Aurora Labs'],
  ['model', 'aurora-2', 'releaseDate: 2024-12-01', 'releaseDate: 1 December 2024'],
  ['model', 'aurora-2', 'date: 2027-12-01', 'date: 2027-02-31'],
  ['model', 'aurora-2', 'contextWindow: 1048576', 'contextWindow: 1M'],
  ['model', 'aurora-2', 'contextWindow: 1048576', 'contextWindow: null'],
  ['model', 'aurora-2', 'contextWindow: 1048576', 'context: 1048576'],
  ['model', 'aurora-2', 'input: 1.25', 'input: 0'],
  ['model', 'aurora-2', '[text, image, pdf]', '[text, smell]'],
  ['provider', 'aurora-labs', 'kinds: [maker]', 'kinds: []'],
  ['provider', 'aurora-labs', 'hue: 30', 'hue: 360'],
  ['provider', 'aurora-labs', 'website: https://aurora.example.com', 'website: aurora'],
  ['benchmark', 'star-chart', 'direction: higher', 'direction: up'],
  ['benchmark', 'star-chart', 'min: 0, ', ''],
  ['dataset', 'open-figures', 'license: MIT', ''],
  ['dataset', 'open-figures', 'read: 2026-01-15', 'read: 2026-1-15'],
  ['source', 'aurora-blog', 'reader: feed', 'reader: newspaper'],
  ['source', 'aurora-blog', 'every: 1h', 'every: hourly'],
  ['source', 'aurora-blog', 'isAboutModels: true', ''],
  ['correction', 'aurora-the-ship', 'add: [borealis-7b]', 'add: borealis-7b'],
])('the schema of a %s refuses %s with "%s" as "%s"', (kind, id, sound, broken) => {
  const text = readFileSync(join('tests/fixtures/catalog', `${kind}s`, `${id}.yaml`), 'utf8');
  expect(text).toContain(sound);
  expect(validatorOf(kind)(parse(text.replace(sound, broken)))).toBe(false);
});
