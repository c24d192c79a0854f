import { expect, test } from 'vitest';
import { readAnswers } from '../../../api/ingest/answers.ts';
import { decoded } from '../../../api/ingest/charset.ts';
import { plainTitle } from '../../../api/ingest/plain-text.ts';
import { readSource } from '../../../api/ingest/read-source.ts';
import { readerOf } from '../../../api/ingest/reader-of.ts';
import type { ReaderName } from '../../../api/ingest/source.ts';
import { incomingItems } from '../../../src/shapes/incoming-item.ts';
import { type Recorded, recorded, recordedBytes } from './corpora.ts';
import { aSource, localParts, localSite, now, withoutRobots } from './local-site.ts';

const samples = recorded('samples');

/** The reader of a recorded answer, where it is one that a source of ours gives. */
const readers: readonly (readonly [RegExp, ReaderName])[] = [
  [/^hn-algolia__(?:search|whoishiring|2013_search)/, 'hacker-news'],
  [/^discourse(?:-api-gem)?__(?:latest|top)\.json/, 'discourse'],
  [/^reddit__.*\.rss/, 'reddit'],
  [/^github__releases\.atom/, 'github-releases'],
  [/^lobsters__/, 'lobsters'],
  [/^greenhouse__/, 'greenhouse'],
  [/^lever__/, 'lever'],
  [/^ashby__(?!openai_hosted)/, 'ashby'],
  [/^jobposting__/, 'job-posting'],
  [/^jobs__teamtailor/, 'feed'],
];

const readerFor = ({ file }: Recorded) => readers.find(([names]) => names.test(file))?.[1];

const kindOf = (reader: ReaderName) => {
  if (['greenhouse', 'lever', 'ashby', 'job-posting'].includes(reader)) return 'jobs';
  return ['feed', 'github-releases'].includes(reader) ? 'news' : 'discussions';
};

/** As many as are expected, but for a position that its board does not list. */
const countOf = ({ file, expected_count }: Recorded): number =>
  file === 'ashby__ramp_small.json' ? 1 : (expected_count ?? Number.NaN);

/** Why entries of trimmed answers are refused. */
const reasonsIn: Readonly<Record<string, readonly string[]>> = {
  'discourse-api-gem__latest.json': ['it has the id of an entry before it'],
  'discourse-api-gem__top.json': ['it has the id of an entry before it'],
};

const textOf = ({ file }: Recorded): string => decoded(recordedBytes('samples', file), undefined);

const read = samples.filter(readerFor);
const others = samples.filter((sample) => !readerFor(sample));

test.skipIf(samples.length === 0)('all recorded answers are looked at', () => {
  expect(samples).toHaveLength(76);
  expect([read.length, others.length]).toEqual([43, 33]);
});

test.skipIf(samples.length === 0).for(read)('$file has as many entries as are expected', (one) => {
  const reader = readerFor(one) ?? 'feed';
  const fetched = { url: 'https://forum.example/latest.json', text: textOf(one) };
  const { drafts } = readerOf[reader].read(fetched, aSource({ reader }));
  expect(drafts).toHaveLength(countOf(one));
  if (one.expected_first == null) return;
  expect(plainTitle(drafts[0]?.title ?? '', 500)).toContain(one.expected_first.trim());
});

/** What no source of ours answers: other addresses of the same sites, other boards, broken pages. */
test.skipIf(samples.length === 0).for(others)(
  '$file is not taken for an empty list by any reader',
  (one) => {
    const url = 'https://forum.example/latest.json';
    const answers = [{ url, contentType: undefined, body: recordedBytes('samples', one.file) }];
    for (const name of Object.keys(readerOf) as ReaderName[]) {
      const source = aSource({ reader: name, kind: kindOf(name) });
      const found = () => {
        const { items, isComplete } = readAnswers(answers, source, { now, since: undefined });
        // A page of an organisation without positions is one; it closes nothing.
        if (items.length > 0 || isComplete) return 'read';
        throw new Error('nothing is read');
      };
      expect(found, name).toThrow();
    }
  },
);

test.skipIf(samples.length === 0)(
  'every recorded answer is read over HTTP into items of the shape that is stored',
  async () => {
    const site = await localSite(
      withoutRobots(({ url }, response) => {
        response.end(recordedBytes('samples', new URL(url ?? '', 'http://x').pathname.slice(1)));
      }),
    );
    const parts = localParts();
    for (const one of read) {
      const reader = readerFor(one) ?? 'feed';
      const source = aSource({
        reader,
        kind: kindOf(reader),
        address: `${site.origin}/${one.file}`,
      });
      // Hacker News is searched at the address of its interface.
      if (reader === 'hacker-news') continue;
      const { reading } = await readSource(source, { now, since: undefined }, {}, parts);
      expect(reading, one.file).toBeDefined();
      const { items = [], refused = [] } = reading ?? {};
      expect(items.length + refused.length, one.file).toBe(countOf(one));
      const reasons = refused.map(({ reason }) => reason);
      expect(new Set(reasons).difference(new Set(reasonsIn[one.file])), one.file).toEqual(
        new Set(),
      );
      for (const item of items) {
        expect(incomingItems[source.kind].safeParse(item).success, one.file).toBe(true);
        expect(`${item.title} ${item.summary}`, one.file).not.toMatch(
          /<\/?(?:p|div|a|b|br)\b|&\w+;/,
        );
      }
    }
  },
);
