import { expect, test } from 'vitest';
import { cutAtWord, plainText, plainTitle } from '../../../api/ingest/plain-text.ts';

test.each([
  ['paragraphs', '<p>One.</p><p>Two <b>bold</b>er.</p>', 'One. Two bolder.'],
  ['lists and cells', '<ul><li>a<li>b</ul><table><tr><td>1</td><td>2</td></tr></table>', 'a b 1 2'],
  ['line breaks', 'one<br>two<br/>three', 'one two three'],
  ['entities', 'AT&amp;T &lt;3 caf&eacute; &#8217;s &#x1F600;&nbsp;!', 'AT&T <3 café ’s 😀 !'],
  [
    'HTML that was escaped once more',
    '&lt;p&gt;Hello &amp;amp; welcome&lt;/p&gt;',
    'Hello & welcome',
  ],
  [
    'scripts, styles and pictures',
    '<style>p{}</style><script>x("<p>")</script><img alt="cat" src=x>text',
    'text',
  ],
  ['comments', 'a<!-- <p>hidden</p> -->b', 'ab'],
  ['markup that is not closed', '<p>one <a href="x">two <b>three', 'one two three'],
  ['a bare ampersand and a sign', 'R&D: 5 < 6', 'R&D: 5 < 6'],
  ['invisible signs', 'a\u200bb\u00adc\u202ed\u0000e', 'abcde'],
  ['joiners, which letters need', 'می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
  ['half a sign', 'a\ud83d', 'a\ufffd'],
  ['nothing', '<p> </p>', ''],
])('of %s the text is left', (_, html, text) => {
  expect(plainText(html, 1000)).toBe(text);
});

test.each([
  ['Using the &lt;template&gt; tag', 'Using the <template> tag'],
  ['Using the <template> tag', 'Using the <template> tag'],
  ['<b>Bold</b> &amp; <i>new</i>', 'Bold & new'],
  ['a < b and c > d', 'a < b and c > d'],
  ['GPT-4 &lt;b&gt;beats&lt;/b&gt; it', 'GPT-4 beats it'],
  ['<!doctype html> is dead', '<!doctype html> is dead'],
])('the title %s reads "%s"', (title, text) => {
  expect(plainTitle(title, 1000)).toBe(text);
});

test.each([
  ['what fits', 'one two', 7, 'one two'],
  ['between words', 'one two three', 10, 'one two…'],
  ['without the comma that stood there', 'one two, three', 12, 'one two…'],
  ['between signs where there are no words', '一二三四五六七八', 5, '一二三四…'],
  ['not within a sign', '一二三😀😀😀', 5, '一二三…'],
])('a long text is cut %s', (_, text, longest, cut) => {
  expect(cutAtWord(text, longest)).toBe(cut);
  expect(cut.length).toBeLessThanOrEqual(longest);
});

test('of megabytes only the beginning is read', () => {
  const html = '<p>word <b>word</b></p>\n'.repeat(400_000);
  const timeFor = (longest: number): number => {
    const start = performance.now();
    expect(plainText(html, longest).length).toBeGreaterThan(longest - 10);
    return performance.now() - start;
  };
  // The quickest of three: a busy machine pauses what it likes.
  const quickest = Math.min(timeFor(600), timeFor(600), timeFor(600));
  expect(quickest).toBeLessThan(timeFor(600_000) / 10);
});
