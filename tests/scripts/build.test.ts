import { readdir } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectCopy } from './project-copy.ts';
import type { Ran } from './run-command.ts';

const project = await projectCopy();
afterAll(() => project[Symbol.asyncDispose]());

type Files = Readonly<Record<string, string>>;
let built: { readonly ran: Ran; readonly files: Files };
beforeAll(async () => {
  const ran = await project.run('build');
  built = { ran, files: await project.filesIn('dist') };
});

test('a build ends with 0 and says what each step made', () => {
  const { status, output, errors } = built.ran;
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(output.replace(/\d+\.\d (s|MB)\b/g, '0.0 $1').replace(/\d+/g, '9')).toMatchInlineSnapshot(`
    "Checked the content: 9 models, 9 providers, 9 benchmarks (9.9 s)
    Built the pages: 9 models with their makers and benchmarks (9.9 s)
    Wrote the JSON: 9 files (9.9 s)
    Indexed for search: 9 names (9.9 s)
    Compressed: 9 files, 9.9 MB to 9.9 MB by brotli (9.9 s)
    Built dist in 9.9 s.
    "
  `);
});

test('a second build gives the same bytes in every file', async () => {
  const { status } = await project.run('build', [], { OUT_DIR: 'dist-again' });
  expect(status).toBe(0);
  expect(Object.keys(built.files).length).toBeGreaterThan(100);
  expect(differing(await project.filesIn('dist-again'), built.files)).toEqual([]);
});

test('a build in another folder gives the same bytes in every file', async () => {
  await using other = await projectCopy(project);
  expect((await other.run('build')).status).toBe(0);
  expect(differing(await other.filesIn('dist'), built.files)).toEqual([]);
});

test('the day is an input: another one gives other statuses', async () => {
  await project.run('build', [], { OUT_DIR: 'dist-before', CATALOG_DATE: '2025-07-09' });
  const before = await project.filesIn('dist-before');
  const statusIn = (files: Files): unknown =>
    JSON.parse(Buffer.from(files['api/v1/models/aurora-1.json'] ?? '', 'base64').toString()).data
      .status;
  expect([statusIn(before), statusIn(built.files)]).toEqual(['deprecated', 'retired']);
});

test.each([
  ['.br', brotliDecompressSync],
  ['.zst', zstdDecompressSync],
  ['.gz', gunzipSync],
] as const)('every copy that ends in %s unpacks to the file beside it', (ending, unpack) => {
  const copies = Object.entries(built.files).filter(([path]) => path.endsWith(ending));
  expect(copies.length).toBeGreaterThan(30);
  for (const [path, packed] of copies) {
    const plain = unpack(Buffer.from(packed, 'base64')).toString('base64');
    expect(plain === built.files[path.slice(0, -ending.length)], path).toBe(true);
  }
});

test('faults end with 1, are told, and leave what was built before', async () => {
  await using faulty = await projectCopy();
  await faulty.run('build');
  const before = await faulty.filesIn('dist');
  await faulty.replace('content/models/aurora-2.yaml', 'aurora-labs', 'aurora-lab');
  const { status, output, errors } = await faulty.run('build');
  expect({ status, output }).toEqual({ status: 1, output: '' });
  expect(errors).toMatchInlineSnapshot(`
    "The content has 1 fault:

    content/models/aurora-2.yaml:2:11  unknown-provider
      Unknown provider "aurora-lab"; did you mean "aurora-labs"?
        2 | provider: aurora-lab
          |           ^^^^^^^^^^
      expected: the name of a file in content/providers
      to do: Correct the id, or add content/providers/aurora-lab.yaml.
    "
  `);
  expect(differing(await faulty.filesIn('dist'), before)).toEqual([]);
});

test('a page that cannot be made ends with 2, and leaves what was built before', async () => {
  await using broken = await projectCopy();
  await broken.run('build');
  const before = await broken.filesIn('dist');
  await broken.replace(
    'src/pages/about.astro',
    '// The model with',
    "throw new Error('Out of ink.');\n// The model with",
  );
  const { status, errors } = await broken.run('build');
  expect(status).toBe(2);
  expect(errors).toContain('Out of ink.');
  expect(differing(await broken.filesIn('dist'), before)).toEqual([]);
  expect((await readdir(broken.folder)).filter((name) => name.startsWith('dist'))).toEqual([
    'dist',
  ]);
});

test('of two builds at once, each is whole', async () => {
  await using twice = await projectCopy();
  const ran = await Promise.all([twice.run('build'), twice.run('build')]);
  expect(ran.map(({ status }) => status)).toEqual([0, 0]);
  expect(differing(await twice.filesIn('dist'), built.files)).toEqual([]);
});

/** The paths whose bytes differ, or that only one has. */
const differing = (one: Files, other: Files): readonly string[] =>
  Object.keys({ ...one, ...other }).filter((path) => one[path] !== other[path]);
