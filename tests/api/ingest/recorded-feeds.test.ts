import { expect, test } from 'vitest';
import { decoded } from '../../../api/ingest/charset.ts';
import { plainTitle } from '../../../api/ingest/plain-text.ts';
import { readSource } from '../../../api/ingest/read-source.ts';
import { feedDrafts } from '../../../api/ingest/readers/feed.ts';
import { type Recorded, recorded, recordedBytes } from './corpora.ts';
import { aSource, localParts, localSite, now, withoutRobots } from './local-site.ts';

const feeds = recorded('feeds');

/** What is no feed of the formats that are read, and what is said of it. */
const noFeeds: Readonly<Record<string, string>> = {
  'rssparser__unrecognized.rss': 'it answered an HTML page, not a feed',
  'gofeed__universal_empty_feed.xml': 'it answered nothing',
  'gofeed__universal_unknown_feed.xml': 'it answered another kind of XML, not a feed',
  'gofeed__universal_invalid.json': 'it answered broken JSON, not the JSON that it documents',
  'rsparser__allthis-partial.json': 'it answered broken JSON, not the JSON that it documents',
  // RSS written as JSON, which one site alone does.
  'rsparser__ScriptingNews.json': 'it answered JSON that is not a feed',
  'miniflux__testdata_iso88591_utf8_mismatch.xml': 'it answered another kind of XML, not a feed',
  'feedparser__illformed_rss_empty_document.xml': 'it answered another kind of XML, not a feed',
  // Microsoft's Channel Definition Format of 1997.
  'feedparser__cdf_item_title.xml': 'it answered another kind of XML, not a feed',
  'feedparser__cdf_item_href_map_link.xml': 'it answered another kind of XML, not a feed',
};

// An entry with no field that is read is not there for us.
const emptyEntries = new Set([
  'rssparser__incomplete-fields.atom',
  'feedparser__rss_item_fullitem.xml',
  'feedparser__rss_item_expirationDate.xml',
]);

// Titles that the second opinion gives with their markup, or with the xml:base of their links worked in, and
// one in base64, as Atom 0.3 allowed and nobody did.
const otherTitles = new Set([
  'feedparser__base_relative_xml_base_2.xml',
  'feedparser__base_malformed_base.xml',
  'feedparser__atom_entry_title_base64.xml',
]);

const textOf = ({ file, upstream }: Recorded): string =>
  decoded(
    recordedBytes('feeds', file),
    upstream?.http_headers?.find((header) => /^content-type/i.test(header))?.slice(13),
  );

const expectedCount = ({ upstream, computed }: Recorded) => upstream?.count ?? computed?.count;

const read = feeds.filter(({ file }) => !(file in noFeeds));
const refused = feeds.filter(({ file }) => file in noFeeds);

test.skipIf(feeds.length === 0)('all recorded feeds are looked at', () => {
  expect(feeds).toHaveLength(197);
  expect(refused).toHaveLength(Object.keys(noFeeds).length);
});

test.skipIf(feeds.length === 0).for(read)('$file has as many entries as are expected', (one) => {
  const drafts = feedDrafts({ url: 'https://lab.example/feed', text: textOf(one) });
  expect(drafts).toHaveLength(emptyEntries.has(one.file) ? 0 : (expectedCount(one) ?? Number.NaN));
});

test
  .skipIf(feeds.length === 0)
  .for(
    read.filter(
      ({ file, computed }) =>
        computed?.first_title && !otherTitles.has(file) && !emptyEntries.has(file),
    ),
  )('$file begins with the title that is expected', (one) => {
  const [first] = feedDrafts({ url: 'https://lab.example/feed', text: textOf(one) });
  expect(plainTitle(first?.title ?? '', 1000)).toBe(
    plainTitle(one.computed?.first_title ?? '', 1000),
  );
});

test.skipIf(feeds.length === 0).for(refused)('$file is no feed, and is said to be none', (one) => {
  expect(() => feedDrafts({ url: 'https://lab.example/feed', text: textOf(one) })).toThrow(
    noFeeds[one.file],
  );
});

test.skipIf(feeds.length === 0)(
  'every recorded feed of a lab is read over HTTP into items that can be stored',
  async () => {
    const ofLabs = feeds.filter(({ file }) => /^(?:turing|olshansk|mibu)__/.test(file));
    const site = await localSite(
      withoutRobots(({ url }, response) =>
        response
          .setHeader('Content-Type', 'application/xml')
          .end(recordedBytes('feeds', (url ?? '').slice(1))),
      ),
    );
    const parts = localParts();
    for (const one of ofLabs) {
      const source = aSource({ address: `${site.origin}/${one.file}` });
      const { reading } = await readSource(source, { now, since: undefined }, {}, parts);
      expect(reading?.items, one.file).toHaveLength(expectedCount(one) ?? Number.NaN);
    }
    expect(ofLabs.length).toBeGreaterThan(10);
  },
);
