import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';

// libxml2 holds the feed against the schema of the RFC; neither knows the library that wrote it.
const atomSchema = RelaxNGValidator.fromDoc(
  XmlDocument.fromString(readFileSync('tests/fixtures/atom.rng', 'utf8')),
);

const namespaces = { atom: 'http://www.w3.org/2005/Atom' };

/** What an Atom feed says, by XPath. @throws when it does not hold by RFC 4287. */
export function readAtom(text: string): (path: string) => readonly string[] {
  const document = XmlDocument.fromString(text);
  atomSchema.validate(document);
  // White space around a text is none of it (RFC 4287, 3.1.1.1).
  const read = (path: string) =>
    document.find(path, namespaces).map(({ content }) => content.trim());
  // What the RFC says in words, and its schema cannot.
  const count = (path: string) => read(path).length;
  const entries = count('//atom:entry');
  if (count('//atom:entry[atom:link[@rel="alternate"] and atom:author]') !== entries) {
    throw new Error('An entry lacks its link or author.');
  }
  if (new Set(read('//atom:entry/atom:id')).size !== entries) throw new Error('An id comes twice.');
  if (count('/atom:feed/atom:link[@rel="self"]') !== 1)
    throw new Error('It does not say where it is.');
  for (const id of read('//atom:id')) {
    if (!/^(https?|tag):.+/.test(id)) throw new Error(`${id} is no absolute IRI.`);
  }
  return read;
}

const ajv = new Ajv2020({ allErrors: true, strict: true });
formats.default(ajv);

const author = {
  type: 'object',
  minProperties: 1,
  properties: { name: { type: 'string' }, url: { type: 'string' }, avatar: { type: 'string' } },
};

/** @see https://www.jsonfeed.org/version/1.1/, of which this is every field that we write, and no other. */
const isJsonFeed = ajv.compile({
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: { type: 'string', format: 'uri' },
    feed_url: { type: 'string', format: 'uri' },
    authors: { type: 'array', items: author },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_text'],
        additionalProperties: false,
        properties: {
          id: { type: 'string', format: 'uri' },
          url: { type: 'string', format: 'uri' },
          title: { type: 'string', minLength: 1 },
          content_text: { type: 'string', minLength: 1 },
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
          authors: { type: 'array', items: author },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
});

interface JsonFeed {
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly items: readonly { readonly id: string; readonly title: string; readonly url: string }[];
}

/** What a JSON Feed says. @throws when it does not hold by its specification. */
export function readJsonFeed(text: string): JsonFeed {
  const feed: unknown = JSON.parse(text);
  if (!isJsonFeed(feed)) throw new Error(ajv.errorsText(isJsonFeed.errors));
  const read = feed as unknown as JsonFeed;
  if (new Set(read.items.map(({ id }) => id)).size !== read.items.length) {
    throw new Error('An id comes twice.');
  }
  return read;
}
