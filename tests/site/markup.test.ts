import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { attribute, type BuiltPage, builtPages, elementsOf } from './built-pages.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    elements: ['html5'],
    rules: {
      // The filters act as they are set: there is nothing to submit.
      'wcag/h32': 'off',
      // A title is as long as its maker made the model's name.
      'long-title': 'off',
      // Boxes of one name are one field with several values, as radio buttons are one with one.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
    },
  }),
);

// What a browser fetches by itself; what a link leads to is the reader's choice.
const loading: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  image: ['href', 'xlink:href'],
  img: ['src', 'srcset'],
  input: ['src'],
  link: ['href'],
  object: ['data'],
  script: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  use: ['href', 'xlink:href'],
  video: ['src', 'poster'],
};
const namingRelations = ['canonical', 'alternate', 'sitemap'];

function loadedAddresses(page: BuiltPage): readonly string[] {
  return page.elements
    .filter((element) => !namingRelations.includes(attribute(element, 'rel') ?? ''))
    .flatMap((element) =>
      (loading[element.tagName] ?? []).map((name) => attribute(element, name) ?? ''),
    )
    .filter(Boolean);
}

describe.each(['fixtureSite', 'realSite'] as const)('in the %s', (name) => {
  const pages = builtPages(inject(name));

  test('every page is valid HTML', () => {
    const faults = pages.flatMap(({ path, html }) =>
      validator
        .validateStringSync(html)
        .results.flatMap(({ messages }) => messages)
        .map(({ ruleId, message, selector }) => ({
          path,
          told: `${ruleId}: ${message} (${selector})`,
        })),
    );
    // A fault of the frame is on every page: it is told once.
    const told = [...Map.groupBy(faults, (fault) => fault.told)].map(
      ([fault, [first]]) => `${fault}, first on ${first?.path}`,
    );
    expect(told).toEqual([]);
  });

  test('no page has a style or a script in its text but structured data', () => {
    const inline = pages.flatMap((page) =>
      page.elements
        .filter(
          (element) =>
            element.tagName === 'style' ||
            attribute(element, 'style') !== undefined ||
            element.attrs.some((one) => one.name.startsWith('on')) ||
            (element.tagName === 'script' &&
              attribute(element, 'src') === undefined &&
              attribute(element, 'type') !== 'application/ld+json'),
        )
        .map(({ tagName }) => `${page.path}: ${tagName}`),
    );
    expect(inline).toEqual([]);
  });

  test('no page loads anything from elsewhere', () => {
    const elsewhere = pages.flatMap((page) =>
      loadedAddresses(page)
        .filter((address) => !/^\/(?!\/)/.test(address))
        .map((address) => `${page.path}: ${address}`),
    );
    expect(elsewhere).toEqual([]);
  });

  test('one stylesheet is all that a page waits for before it shows', () => {
    const blocking = pages
      .filter(({ isMoved }) => !isMoved)
      .map((page) => [
        ...elementsOf(page, 'link', { rel: 'stylesheet' }).map((link) => attribute(link, 'href')),
        ...elementsOf(page, 'script')
          .filter(
            (script) =>
              !['module', 'application/ld+json'].includes(attribute(script, 'type') ?? ''),
          )
          .map((script) => attribute(script, 'src')),
      ]);
    expect(new Set(blocking.map((files) => files.length))).toEqual(new Set([1]));
    expect(new Set(blocking.flat()).size).toBe(1);
  });
});
