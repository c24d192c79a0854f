import { expect, test } from 'vitest';
import { parseText } from '../../src/catalog/notice-file.ts';
import { parseOnThreads } from '../../src/catalog/parse-threads.ts';

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

const files = Array.from({ length: 500 }, (_, index) => [
  file(`models/sound-${index}.yaml`, `name: Sound ${index}\nprices: [{ input: ${index}.5 }]\n`),
  file(`models/faulty-${index}.yaml`, `name: "Faulty ${index}\nnote: \n`),
  file(`models/empty-${index}.yaml`, `name: Empty ${index}\nnote:\n`),
  file(`news/notice-${index}.md`, `---\ntitle: Notice ${index}\n---\nIts text.\n`),
]).flat();

test('threads parse as one does, in the order of the files', async () => {
  expect(await parseOnThreads(files)).toEqual(files.map(parseText));
});

test('a few files are parsed without a thread', async () => {
  const few = files.slice(0, 5);
  expect(await parseOnThreads(few)).toEqual(few.map(parseText));
});

test('no file is no answer', async () => {
  expect(await parseOnThreads([])).toEqual([]);
});
