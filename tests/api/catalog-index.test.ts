import { expect, test } from 'vitest';
import { catalogIndex } from '../../api/catalog-index.ts';
import { fixtureFiles } from './built-app.ts';

const { sources, news, corrections } = catalogIndex(fixtureFiles);

test('a source is known by its id, with all that reading it takes', () => {
  expect([...sources.keys()]).toEqual(['aurora-blog', 'borealis-jobs', 'night-owls']);
  expect(sources.get('borealis-jobs')).toMatchObject({
    name: 'Borealis jobs',
    kind: 'jobs',
    reader: 'greenhouse',
    address: 'borealis',
    company: 'Borealis',
    every: '1d',
    provider: 'borealis',
    isAboutModels: false,
  });
  expect(sources.get('night-owls')?.off).toContain('nobody has asked');
});

test('the news of the catalog itself is there, newest first, as plain text and as HTML', () => {
  expect(news.map(({ id }) => id)).toEqual(['2025-01-10-aurora-1-ends', '2024-12-01-aurora-2']);
  expect(news.at(-1)).toMatchObject({
    title: 'Aurora Labs opens Aurora 2 to everybody',
    date: '2024-12-01',
    models: ['aurora-2'],
    provider: 'aurora-labs',
    kind: 'release',
    source: 'https://aurora.example.com/two',
    text: 'Aurora 2 reads images and keeps a whole book in view. In requests it is called aurora-2.\n\nWhat it costs stands on the price list & below 10 < 20 dollars.',
    html: '<p>Aurora 2 reads images and keeps <strong>a whole book</strong> in view. In requests it is called <code>aurora-2</code>.</p>\n<p>What it costs stands on <a href="https://aurora.example.com/pricing">the price list</a> &amp; below 10 &lt; 20 dollars.</p>',
  });
});

test('a correction is known by the address of its item', () => {
  const address = 'https://night-owls.example.com/t/the-aurora-leaves-port/12';
  expect([...corrections.keys()]).toEqual([address]);
  expect(corrections.get(address)).toMatchObject({ add: ['borealis-7b'], remove: ['aurora-1'] });
});
