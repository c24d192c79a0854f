import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

export interface BuiltPage {
  /** Where it is served: `/models/gpt-4o`. */
  readonly path: string;
  readonly html: string;
  /** All of them, in the order of the text. */
  readonly elements: readonly Element[];
  /** Stands only where a host cannot redirect an alias. */
  readonly isMoved: boolean;
}

/** Every path of a built site's files, with a leading slash, compressed copies left out. */
export const builtFiles = (site: string): readonly string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.(br|gz|zst)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length));

const parsed = new Map<string, readonly BuiltPage[]>();

/** Every page of a built site, parsed as a browser parses it; once for all who ask. */
export function builtPages(site: string): readonly BuiltPage[] {
  const pages = parsed.get(site) ?? parsedPages(site);
  parsed.set(site, pages);
  return pages;
}

const parsedPages = (site: string): readonly BuiltPage[] =>
  builtFiles(site)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(site, file), 'utf8');
      const elements = [...elementsBelow(parse(html))];
      const isMoved = elements.some((element) => attribute(element, 'http-equiv') === 'refresh');
      return { path: file.replace(/(^\/index)?\.html$/, '') || '/', html, elements, isMoved };
    });

function* elementsBelow(node: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* elementsBelow(child);
  }
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** The elements of a tag that have these attributes with these values. */
export const elementsOf = (
  { elements }: BuiltPage,
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
): readonly Element[] =>
  elements.filter(
    (element) =>
      element.tagName === tag &&
      Object.entries(attributes).every(([name, value]) => attribute(element, name) === value),
  );

export const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** What the page says is its own address. */
export const canonicalOf = (page: BuiltPage): string =>
  elementsOf(page, 'link', { rel: 'canonical' })
    .map((link) => attribute(link, 'href') ?? '')
    .join();

/** The scheme and host that a site was built for. */
export function originOf(pages: readonly BuiltPage[]): string {
  const home = pages.find(({ path }) => path === '/');
  if (!home) throw new Error('The site has no home page.');
  return new URL(canonicalOf(home)).origin;
}

/** The content of a meta element by its name or property. */
export function metaOf(page: BuiltPage, name: string): string | undefined {
  const [meta] = [
    ...elementsOf(page, 'meta', { name }),
    ...elementsOf(page, 'meta', { property: name }),
  ];
  return meta && attribute(meta, 'content');
}
