import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

/** Runs the command on some lines, over the catalog of the fixtures. */
async function link(input: string) {
  const env = {
    ...process.env,
    CONTENT_DIR: 'tests/fixtures/catalog',
    CATALOG_DATE: '2026-03-01',
  };
  const child = spawn(process.execPath, ['scripts/link.ts'], { env });
  child.stdin.end(input);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { output, errors, status: await ended };
}

const lineOf = (item: object): string => `${JSON.stringify(item)}\n`;

test('each line is answered in order with the models that it names', async () => {
  const input = [
    lineOf({ id: 'a', title: 'Aurora 2 is out' }),
    lineOf({ id: 2, title: 'Nothing', text: 'of note', source: 'a-blog', kind: 'news' }),
    '\n',
    lineOf({ id: 'c', title: 'Borealis 7B beats Aurora 1', text: null }),
  ].join('');
  expect(await link(input)).toEqual({
    status: 0,
    errors: '',
    output: [
      lineOf({ id: 'a', models: ['aurora-2'] }),
      lineOf({ id: 2, models: [] }),
      lineOf({ id: 'c', models: ['aurora-1', 'borealis-7b'] }),
    ].join(''),
  });
});

test('no line gives no output', async () => {
  expect(await link('')).toEqual({ status: 0, errors: '', output: '' });
});

test('a thousand lines keep their order', async () => {
  const ids = Array.from({ length: 1000 }, (_, index) => index);
  const { output } = await link(ids.map((id) => lineOf({ id, title: 'Aurora 2' })).join(''));
  const answered = output.trim().split('\n');
  expect(answered.map((line) => (JSON.parse(line) as { readonly id: number }).id)).toEqual(ids);
});

test.each([
  ['Aurora 2\n', 'it is no JSON object'],
  ['"Aurora 2"\n', 'it is no JSON object'],
  [lineOf({ id: 'b' }), 'it has no "title"'],
  [
    lineOf({ title: 'Aurora 2', text: 3, publishedAt: 'today' }),
    'it has no "id", a string or number; its "text" is no string; its "publishedAt" starts with no day, YYYY-MM-DD',
  ],
])('the wrong line %j ends it with its number, after what came before', async (line, fault) => {
  const { output, errors, status } = await link(`${lineOf({ id: 'a', title: 'Aurora 2' })}${line}`);
  expect({ output, status }).toEqual({
    output: lineOf({ id: 'a', models: ['aurora-2'] }),
    status: 2,
  });
  expect(errors).toBe(
    `Line 2 of standard input is wrong: ${fault}.\nExpected { "id", "title", "text"?, "source"?, "publishedAt"? }, found ${line.trim()}\n`,
  );
});
