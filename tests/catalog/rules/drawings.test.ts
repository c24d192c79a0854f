import { describe, expect, test } from 'vitest';
import { catalogOf, faultsIn } from '../content-folder.ts';

const drawn = (shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n  ${shapes}\n</svg>\n`;
const faultsOfDrawing = (svg: string): Promise<string> => faultsIn({ 'providers/sirius.svg': svg });

describe('what runs, links, loads or says something', () => {
  test('a script is refused', async () => {
    expect(await faultsOfDrawing(drawn('<script>alert(1)</script>'))).toMatchInlineSnapshot(`
      "content/providers/sirius.svg:2:3  script-in-drawing
        The drawing holds a script.
          2 |   <script>alert(1)</script>
            |   ^^^^^^^^
        expected: an SVG of svg, g, path, circle, ellipse, rect, line, polyline, polygon with drawing attributes only
        to do: Draw it again with shapes alone: no script, style, text, link or image."
    `);
  });

  test('an event attribute is refused', async () => {
    const svg = drawn('<path d="M0 0h24" onclick="alert(1)"/>');
    expect(await faultsOfDrawing(svg)).toMatchInlineSnapshot(`
      "content/providers/sirius.svg:2:3  script-in-drawing
        The drawing holds a script.
          2 |   <path d="M0 0h24" onclick="alert(1)"/>
            |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        expected: an SVG of svg, g, path, circle, ellipse, rect, line, polyline, polygon with drawing attributes only
        to do: Draw it again with shapes alone: no script, style, text, link or image."
    `);
  });

  test('a link is refused', async () => {
    const svg = drawn('<a href="https://sirius.example.com"><path d="M0 0h24"/></a>');
    expect(await faultsOfDrawing(svg)).toMatchInlineSnapshot(`
      "content/providers/sirius.svg:2:3  unsafe-drawing
        The drawing holds something other than plain shapes.
          2 |   <a href="https://sirius.example.com"><path d="M0 0h24"/></a>
            |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        expected: an SVG of svg, g, path, circle, ellipse, rect, line, polyline, polygon with drawing attributes only
        to do: Draw it again with shapes alone: no script, style, text, link or image."
    `);
  });

  test('a text is refused', async () => {
    expect(await faultsOfDrawing(drawn('<g>Sirius</g>'))).toMatchInlineSnapshot(`
      "content/providers/sirius.svg:2:6  unsafe-drawing
        The drawing holds something other than plain shapes.
          2 |   <g>Sirius</g>
            |      ^^^^^^
        expected: an SVG of svg, g, path, circle, ellipse, rect, line, polyline, polygon with drawing attributes only
        to do: Draw it again with shapes alone: no script, style, text, link or image."
    `);
  });

  test.each([
    ['an element for text', '<text>S</text>'],
    ['a style', '<style>* { display: none }</style>'],
    ['an attribute of style', '<path style="position:fixed" d="M0 0"/>'],
    ['a picture', '<image href="https://sirius.example.com/pixel.gif"/>'],
    ['a use of another file', '<use href="x.svg#x"/>'],
    ['HTML', '<foreignObject><p>x</p></foreignObject>'],
    ['an animation', '<animate attributeName="d" to="M1 1"/>'],
    ['a paint from elsewhere', '<path fill="url(https://sirius.example.com/a.svg#a)" d="M0 0"/>'],
    ['a paint from beside it', '<path fill="URL(a.svg#a)" d="M0 0"/>'],
    ['an entity', '<path d="&#106;"/>'],
    ['an attribute without quotes', '<path d=M0/>'],
    ['a comment', '<!-- Sirius -->'],
    ['CDATA', '<![CDATA[<script>alert(1)</script>]]>'],
    ['an id', '<path id="login" d="M0 0"/>'],
    ['a class', '<path class="hero" d="M0 0"/>'],
    ['a tag that never ends', '<path d="M0 0"'],
    ['capital letters of a script', '<SCRIPT>alert(1)</SCRIPT>'],
    ['a script by address', '<path d="javascript:alert(1)"/>'],
  ])('%s is refused', async (_, shapes) => {
    expect(await faultsOfDrawing(drawn(shapes))).toMatch(/unsafe-drawing|script-in-drawing/);
  });
});

describe('what is not one whole drawing', () => {
  test('an element that is left open is refused', async () => {
    expect(await faultsOfDrawing(drawn('<g><path d="M0 0h24"/>'))).toMatchInlineSnapshot(`
      "content/providers/sirius.svg:1:1  broken-drawing
        The drawing is not one whole svg element.
          1 | <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        expected: one <svg> that encloses the rest, each element closed
        to do: Close what is open; open what is closed."
    `);
  });

  test.each([
    ['nothing', ''],
    ['a shape without svg', '<path d="M0 0h24"/>'],
    ['two drawings', drawn('<g/>') + drawn('<g/>')],
    ['a drawing that is left open', '<svg viewBox="0 0 24 24"><svg></svg>'],
    ['a drawing that is closed twice', `${drawn('<g/>')}</svg>`],
    ['elements that overlap', drawn('<g><svg></g></svg>')],
    ['an empty element', '<svg viewBox="0 0 24 24"/>'],
  ])('%s is refused', async (_, svg) => {
    expect(await faultsOfDrawing(svg)).toContain('broken-drawing');
  });

  test('a drawing above 4 KB is refused', async () => {
    expect(await faultsOfDrawing(drawn(' '.repeat(4096)))).toMatchInlineSnapshot(`
      "content/providers/sirius.svg:1:1  too-long
        The drawing has 4167 bytes.
        expected: at most 4096 bytes
        to do: Simplify its shapes."
    `);
  });

  test('a drawing of 4 KB is accepted', async () => {
    expect(await faultsOfDrawing(drawn(' '.repeat(4096 - drawn('').length)))).toBe('');
  });

  test('a drawing that belongs to no provider is refused', async () => {
    expect(await faultsIn({ 'providers/vega.svg': drawn('<g/>') })).toMatchInlineSnapshot(`
      "content/providers/vega.svg:1:1  no-such-provider
        There is no provider "vega" that this drawing could belong to.
        expected: a file vega.yaml beside it
        to do: Rename the drawing after its provider, or remove it."
    `);
  });

  test('a drawing that is not UTF-8 is refused', async () => {
    const bytes = Buffer.from(drawn('<path d="é"/>'), 'latin1');
    expect(await faultsIn({ 'providers/sirius.svg': bytes })).toContain('unsafe-drawing');
  });
});

test('plain shapes are drawn as they are', async () => {
  const svg = drawn(
    '<g transform="rotate(45 12 12)" fill="none" stroke="currentColor"><circle cx="12" cy="12" r="9.5"/>\r\n<rect x="10%" y="0" width="4" height="4" fill="rgb(0, 0, 0)"/></g>',
  );
  const { providers } = await catalogOf({ 'providers/sirius.svg': svg });
  expect(providers.get('sirius')?.drawing).toBe(svg.trim());
});
