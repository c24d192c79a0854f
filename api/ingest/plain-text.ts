import { Parser } from 'htmlparser2';

const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const silentTags = new Set(
  'button iframe math noscript object script select style svg template title'.split(' '),
);

// Tags that people write by hand in titles and texts. Another word in angle brackets is a word.
const markup =
  /<\/?(?:a|abbr|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/i;
const entity =
  /&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{1,7}|#x[\da-f]{1,6});/i;

// Invisible: controls, soft hyphen, zero-width space, byte order mark, and what turns the direction of text.
// The joiners stay, since scripts and emoji need them.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;

// Large enough for speed, small enough to stop early in a text of megabytes.
const chunkLength = 8192;

// What was encoded more often than this is no text.
const mostPasses = 3;

/**
 * The text of HTML in one line, as a reader would see it, of at most `longest` characters.
 * Scripts, styles and pictures are left out. HTML that was escaped once more is unescaped too.
 */
export function plainText(html: string, longest: number): string {
  let text = html;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    text = textOf(text, longest * 2);
    if (!markup.test(text) && !entity.test(text)) break;
  }
  return cutAtWord(oneLine(text), longest);
}

/** The text of a title, in which `<template>` may be a word and `<b>` is markup. */
export function plainTitle(title: string, longest: number): string {
  const words = title.replace(/<[^<>]*>?/g, (tag) =>
    markup.test(tag) ? tag : tag.replace('<', '&lt;'),
  );
  return plainText(words.replaceAll('<!', '&lt;!'), longest);
}

/** A text of at most `longest` characters, cut between words where there are any, and marked where cut. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  // Text without spaces, such as Chinese, is cut between characters.
  const kept = space > longest / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}

const oneLine = (text: string): string =>
  text.toWellFormed().replace(invisible, '').replace(/\s+/g, ' ').trim();

function textOf(html: string, enough: number): string {
  let text = '';
  let silent = 0;
  const parser = new Parser({
    onopentag(name) {
      if (silentTags.has(name)) silent += 1;
      if (!inlineTags.has(name)) text += ' ';
    },
    onclosetag(name) {
      if (silentTags.has(name)) silent -= 1;
      if (!inlineTags.has(name)) text += ' ';
    },
    ontext(data) {
      if (silent === 0) text += data;
    },
  });
  // Spaces between blocks do not count: a page may begin with thousands of them.
  for (let at = 0; at < html.length; at += chunkLength) {
    parser.write(html.slice(at, at + chunkLength));
    if (text.length > enough) text = text.replace(/\s+/g, ' ');
    if (text.length > enough) return text;
  }
  parser.end();
  return text;
}
