import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { kindSchemas } from '../src/catalog/authored.ts';
import { kinds } from '../src/catalog/kinds.ts';
import { mended } from '../src/catalog/mend.ts';
import { readContent } from '../src/catalog/read.ts';

test('npm run fix finds nothing to mend in the content', async () => {
  const { raw } = await readContent('content');
  const unlike = raw.flatMap(({ path, bytes }) => {
    const kind = kinds.find((one) => one === basename(dirname(path)));
    if (!kind || !path.endsWith('.yaml')) return [];
    const text = bytes.toString('utf8');
    return mended(kindSchemas[kind], text).text === text ? [] : [path];
  });
  expect(unlike).toEqual([]);
});
