import { afterEach, expect, test, vi } from 'vitest';
import { codePieces } from '../../src/format/code.ts';

afterEach(() => vi.restoreAllMocks());

test('code is taken apart by kind, and the id put back', () => {
  const pieces = codePieces({
    code: "import json\nmodel = 'aurora-2'  # the id",
    id: 'aurora-2',
    language: 'python',
  });
  expect(pieces).toEqual([
    { text: 'import', kind: 'word' },
    { text: ' json\nmodel ' },
    { text: '= ', kind: 'word' },
    { text: "'aurora-2'  ", kind: 'text' },
    { text: '# the id', kind: 'note' },
  ]);
});

test('a slow machine takes code apart as a fast one does', () => {
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
  const { length } = codePieces({ code: "const a = 'b';", id: 'b', language: 'typescript' });
  expect(length).toBeGreaterThan(2);
});
