import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each room may import from; a room may always import from itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/catalog': [],
  'src/shapes': ['src/catalog'],
  'src/format': ['src/catalog'],
  'src/linking': ['types of src/catalog', 'types of src/shapes'],
  'src/drift': ['src/catalog', 'src/format'],
  'src/client': ['src/format', 'types of src/shapes'],
  'src/settings.ts': ['src/catalog'],
  'src/today.ts': [],
  'src/repository.ts': [],
  'src/built-catalog.ts': ['src/catalog', 'src/settings.ts', 'src/today.ts'],
  'src/components': [
    'src/built-catalog.ts',
    'src/catalog',
    'src/client',
    'src/format',
    'src/layouts',
    'src/repository.ts',
    'src/shapes',
  ],
  'src/layouts': [
    'src/built-catalog.ts',
    'src/client',
    'src/components',
    'src/format',
    'src/styles',
  ],
  'src/pages': [
    'src/built-catalog.ts',
    'src/catalog',
    'src/client',
    'src/components',
    'src/format',
    'src/layouts',
    'src/repository.ts',
    'src/shapes',
  ],
  'package.json': [],
  api: [
    'package.json',
    'src/catalog',
    'src/linking',
    'src/repository.ts',
    'src/settings.ts',
    'src/shapes',
  ],
  scripts: [
    'api',
    'src/catalog',
    'src/drift',
    'src/format',
    'src/linking',
    'src/settings.ts',
    'src/shapes',
    'src/today.ts',
  ],
};

// Neither clock nor environment nor network: their inputs are parameters, so that they need no mocks.
const pureRooms = ['src/catalog', 'src/shapes', 'src/format', 'src/linking', 'src/drift'];
const impure = /\bprocess\.|\bDate\.now\b|new Date\(\)|\bfetch\(|node:(?:http|net|child_process)/;

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const codeFiles = (): readonly SourceFile[] =>
  ['src', 'api', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|astro)$/.test(name))
      .map((name) => ({
        path: join(folder, name),
        text: readFileSync(join(folder, name), 'utf8'),
      })),
  );

function roomOf(path: string): string {
  const room = Object.keys(allowed).find((name) => path === name || path.startsWith(`${name}/`));
  return room ?? dirname(path);
}

/** Every import that goes where its room may not, as a sentence. */
function forbiddenImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const imports = text.matchAll(
      /(import|export)(\s+type)?\b[^'";]*?(?:from\s+)?['"](\.[^'"]+)['"]|src="(\.[^"]+)"/g,
    );
    return [...imports].flatMap(([, , type, specifier, script]) => {
      const target = normalize(join(dirname(path), specifier ?? script ?? ''));
      const [from, to] = [roomOf(path), roomOf(target)];
      const may = allowed[from] ?? [];
      // What a package does not export is still a package's: its types alone, by their path.
      const isPackage = type !== undefined && target.startsWith('node_modules/');
      const isAllowed =
        isPackage ||
        from === to ||
        may.includes(to) ||
        (type !== undefined && may.includes(`types of ${to}`));
      return isAllowed ? [] : [`${path} imports ${target}`];
    });
  });
}

test('imports run content → catalog → shapes → pages, api, scripts, and never back', () => {
  expect(forbiddenImports(codeFiles())).toEqual([]);
});

test.each([
  ['src/catalog/load.ts', "import { modelShape } from '../shapes/model.ts';"],
  ['src/shapes/model.ts', "import { dollars } from '../format/price.ts';"],
  ['src/pages/index.astro', "import { createApp } from '../../api/app.ts';"],
  ['api/app.ts', "import { catalog } from '../src/built-catalog.ts';"],
  ['api/app.ts', "import { dollars } from '../src/format/price.ts';"],
  ['src/linking/linker.ts', "import { loadCatalog } from '../catalog/load.ts';"],
  ['src/linking/linker.ts', "import { createApp } from '../../api/app.ts';"],
  ['src/drift/compare.ts', "import { downloader } from '../../api/ingest/download.ts';"],
  ['src/catalog/load.ts', "import { driftOf } from '../drift/compare.ts';"],
  ['src/shapes/model.ts', "import { createLinker } from '../linking/linker.ts';"],
  ['src/client/compare-table.ts', "import { modelDocument } from '../shapes/model.ts';"],
  ['src/client/compare-table.ts', "import { x } from '../catalog/status.ts';"],
  ['scripts/build.ts', "import { build } from '../node_modules/astro/dist/core/build/index.js';"],
])('a planted import in %s is caught: %s', (path, text) => {
  expect(forbiddenImports([{ path, text }])).toHaveLength(1);
});

test('every folder of code has a place in the order of imports', () => {
  const rooms = new Set(codeFiles().map(({ path }) => roomOf(path)));
  expect([...rooms].filter((room) => !(room in allowed))).toEqual([]);
});

test('catalog, shapes, formats, linking and drift read no clock, environment or network', () => {
  const found = codeFiles()
    .filter(({ path }) => pureRooms.includes(roomOf(path)))
    .filter(({ text }) => impure.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
  expect(found.map(({ path }) => path)).toEqual([]);
});
