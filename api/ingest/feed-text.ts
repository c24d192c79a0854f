import { type AnyFeed, DetectError, MalformedError, ParseError, parseFeed } from 'feedsmith';
import { DomUtils, parseDocument } from 'htmlparser2';
import { z } from 'zod';
import { UnreadableError } from './reader.ts';

const jsonObject = z.record(z.string(), z.unknown());

/** A feed of any format as its library tells of it, or nothing when it is a feed without entries. */
export function parsedFeed(text: string): AnyFeed | undefined {
  const found = text.trimStart();
  if (found === '') throw new UnreadableError('it answered nothing');
  if (found.startsWith('{')) return parsedJsonFeed(found);
  const parsed = attempt(text);
  if (parsed) return parsed;
  const mended = mendedFeed(text);
  if (mended === undefined) throw new UnreadableError(`it answered ${whatIs(found)}, not a feed`);
  return attempt(mended);
}

function parsedJsonFeed(text: string): AnyFeed {
  const object = jsonObject.safeParse(parsedJson(text));
  // Some write "1.0" for the address that names the version; the library then takes it for another format.
  const { version, ...rest } = object.data ?? {};
  const isNamed = typeof version === 'string' && version.includes('jsonfeed.org');
  const parsed = attempt(isNamed ? { ...rest, version } : rest);
  if (!parsed) throw new UnreadableError('it answered JSON that is not a feed');
  return parsed;
}

/** JSON. @throws {UnreadableError} when it is something else. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const found = whatIs(text.trimStart());
    throw new UnreadableError(`it answered ${found}, not the JSON that it documents`, { cause });
  }
}

function attempt(feed: unknown): AnyFeed | undefined {
  try {
    return parseFeed(feed);
  } catch (error) {
    // Malformed, unknown, or without anything in it: what is to be done is the caller's.
    if ([DetectError, MalformedError, ParseError].some((kind) => error instanceof kind)) return;
    throw error;
  }
}

/**
 * A feed that is not well-formed XML, or stands within something else, as well-formed XML: ampersands and
 * tags as a browser would take them. Nothing where no feed begins.
 */
function mendedFeed(text: string): string | undefined {
  const document = parseDocument(text, { xmlMode: true, decodeEntities: true });
  const root = DomUtils.findOne(
    ({ name }) => /^(?:rss|(?:\w+:)?feed|\w+:rdf)$/i.test(name),
    document.children,
  );
  return root ? DomUtils.getOuterHTML(root, { xmlMode: true, decodeEntities: true }) : undefined;
}

/** What a text is, in the words of a message. */
function whatIs(text: string): string {
  if (text === '') return 'nothing';
  if (/^(?:<!doctype html|<html|<head|<body)/i.test(text)) return 'an HTML page';
  if (text.startsWith('<')) return 'another kind of XML';
  return /^[[{]/.test(text) ? 'broken JSON' : 'text';
}
