import { expect, test } from 'vitest';
import { itemsOf } from '../../../api/ingest/items.ts';
import type { Draft } from '../../../api/ingest/reader.ts';
import { aSource, now } from './local-site.ts';

const made = (drafts: readonly Draft[], source = aSource({})) =>
  itemsOf(
    drafts.map((draft) => ({ ...draft, fetchedFrom: 'https://lab.example/feed' })),
    source,
    now,
  );

const one = (draft: Draft, source = aSource({})) =>
  made([{ url: '/7', title: 'A', ...draft }], source);

test('an item without an id has its canonical address as one', () => {
  const { items } = one({ url: 'https://Lab.example/7?utm_medium=rss' });
  expect(items).toEqual([
    { externalId: 'https://lab.example/7', url: 'https://lab.example/7', title: 'A' },
  ]);
});

test('an id that is longer than ids may be is hashed, the same every time', () => {
  const [first] = one({ externalId: 'x'.repeat(501) }).items;
  const [again] = one({ externalId: 'x'.repeat(501) }).items;
  expect(first?.externalId).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(again).toEqual(first);
});

test('an item without a title is called by the beginning of its text', () => {
  const { items } = one({ title: undefined, text: `<p>${'word '.repeat(50)}</p>` });
  expect(items[0]?.title).toMatch(/^(word ){18,19}word…$/);
});

test('a text that only repeats the title is no summary', () => {
  expect(one({ text: '<b>A</b>' }).items[0]).not.toHaveProperty('summary');
});

test.each([
  ['news', 600],
  ['jobs', 2000],
] as const)('a summary of %s has at most %i characters and ends with a word', (kind, longest) => {
  const [item] = one({ text: 'word '.repeat(1000) }, aSource({ kind })).items;
  expect(item?.summary?.length).toBeGreaterThan(longest - 6);
  expect(item?.summary).toMatch(/word…$/);
});

test.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['ada@lab.example (Ada Lovelace)', 'Ada Lovelace'],
  ['Ada &amp; Grace', 'Ada & Grace'],
  ['ada@lab.example', undefined],
  ['', undefined],
])('of the author "%s" the name is kept, and no address for mail', (author, name) => {
  expect(one({ author }).items[0]).toEqual(
    expect.objectContaining(name === undefined ? {} : { author: name }),
  );
  expect(JSON.stringify(one({ author }).items)).not.toContain('@');
});

test('a date in the future is left out, and that is said', () => {
  const { items, notes, refused } = one({ publishedAt: '2027-01-01' });
  expect(items[0]).not.toHaveProperty('publishedAt');
  expect(notes).toEqual([{ entry: 'A', reason: 'its date, 2027-01-01, lies in the future' }]);
  expect(refused).toEqual([]);
});

test('a missing date is nothing to speak of', () => {
  expect(one({})).toMatchObject({ items: [{ title: 'A' }], notes: [], refused: [] });
});

test.each([
  ['no address', { url: undefined }, 'it has no address on the web'],
  ['an address that is none', { url: 'https://' }, 'it has no address on the web'],
  ['an address that runs a script', { url: 'javascript:alert(1)' }, 'it has no address on the web'],
  ['an address for mail', { url: 'mailto:a@b.example' }, 'it has no address on the web'],
  ['an endless address', { url: `/${'x'.repeat(2000)}` }, /^its url: Too big/],
  [
    'neither title nor text',
    { title: ' ', text: '<img src="x">' },
    'it has neither a title nor a text',
  ],
])('an entry with %s is refused with that reason', (_, draft, reason) => {
  const { items, refused } = one(draft);
  expect(items).toEqual([]);
  expect(refused).toEqual([{ entry: expect.any(String), reason: expect.stringMatching(reason) }]);
});

test('of two entries with one id the first counts', () => {
  const { items, refused } = made([
    { externalId: '7', url: '/7', title: 'First' },
    { externalId: '7', url: '/8', title: 'Second' },
  ]);
  expect(items.map(({ title }) => title)).toEqual(['First']);
  expect(refused).toEqual([{ entry: 'Second', reason: 'it has the id of an entry before it' }]);
});

test('a job of a board that does not say whose it is belongs to who keeps the board', () => {
  const jobs = { kind: 'jobs', name: 'Lab careers' } as const;
  expect(one({}, aSource({ ...jobs, company: 'Lab' })).items).toMatchObject([{ company: 'Lab' }]);
  expect(one({}, aSource(jobs)).items).toMatchObject([{ company: 'Lab careers' }]);
  expect(one({ company: 'Other ' }, aSource(jobs)).items).toMatchObject([{ company: 'Other' }]);
});
