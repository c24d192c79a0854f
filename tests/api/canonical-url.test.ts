import { expect, test } from 'vitest';
import { canonicalUrl, itemId, urlKey } from '../../api/canonical-url.ts';

test.each([
  ['https://A.example:443/Post?utm_source=x&utm_medium=y', 'https://a.example/Post'],
  ['https://a.example/p?id=3&fbclid=abc&b=%20c', 'https://a.example/p?id=3&b=%20c'],
  ['https://a.example/p?gclid=1', 'https://a.example/p'],
  ['https://a.example/p?GCLID=1&UTM_X=2', 'https://a.example/p'],
  ['https://a.example/p?b=2&a=1', 'https://a.example/p?b=2&a=1'],
  ['https://a.example/p?utm=1&gclidx=2&ref=main', 'https://a.example/p?utm=1&gclidx=2&ref=main'],
  ['https://a.example/p?source=rss-feed--1&x', 'https://a.example/p?x'],
  ['https://a.example/p?source=home', 'https://a.example/p?source=home'],
  ['https://boards.example/jobs?gh_jid=7&gh_src=abc', 'https://boards.example/jobs?gh_jid=7'],
  ['https://jobs.example/x?lever-source[]=Feed', 'https://jobs.example/x'],
  ['https://a.example/p#utm_source=feed', 'https://a.example/p'],
  ['https://a.example/p#:~:text=GPT', 'https://a.example/p'],
  ['https://a.example/changelog#2024-05-13', 'https://a.example/changelog#2024-05-13'],
  ['https://a.example/#/jobs/12', 'https://a.example/#/jobs/12'],
  ['https://ada:secret@a.example/p', 'https://a.example/p'],
  ['https://a.example/p?%zz=1', 'https://a.example/p?%zz=1'],
  ['https://a.example', 'https://a.example/'],
])('%s is %s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical);
  expect(canonicalUrl(canonical)).toBe(canonical);
});

test.each(['', '/post', 'a.example/post'])('"%s" is no absolute address', (address) => {
  expect(() => canonicalUrl(address)).toThrow(TypeError);
});

test.each([
  ['http://www.a.example/post/', 'https://a.example/post'],
  ['https://a.example/', 'https://a.example'],
  ['https://a.example/p?b=2&a=1', 'https://a.example/p?a=1&b=2'],
  ['https://a.example/changelog#2024-05-13', 'https://a.example/changelog'],
])('%s and %s are one page', (one, other) => {
  expect(urlKey(one)).toBe(urlKey(other));
});

test.each([
  ['https://a.example/Post', 'https://a.example/post'],
  ['https://a.example/p?id=1', 'https://a.example/p?id=2'],
  ['https://a.example/p', 'https://b.example/p'],
  ['https://a.example:8443/p', 'https://a.example/p'],
  ['https://a.example/#/jobs/12', 'https://a.example/#/jobs/13'],
])('%s and %s are two', (one, other) => {
  expect(urlKey(one)).not.toBe(urlKey(other));
});

test('an item has an id by its kind and first place, the same on every machine', () => {
  expect(itemId('news', 'blog', '1')).toBe('0cf7646b8e04aa6a475d3ac1');
  const others = [
    itemId('jobs', 'blog', '1'),
    itemId('news', 'forum', '1'),
    itemId('news', 'blog', '2'),
    itemId('news', 'blo', 'g1'),
  ];
  expect(new Set(others).size).toBe(4);
});
