import { expect, test } from 'vitest';
import { aModel, faultsIn, faultsOf } from '../content-folder.ts';

const succeeded = (name: string, replacement: string): string =>
  aModel({ name, lifecycle: `{ replacement: ${replacement} }` });

test('a model that replaces itself is refused', async () => {
  expect(await faultsOf(succeeded('Sirius 1', 'sirius-1'))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:27  circle
      The replacements lead in a circle: sirius-1 → sirius-1.
        7 | lifecycle: { replacement: sirius-1 }
          |                           ^^^^^^^^
      expected: a chain of successors that ends
      to do: Remove the replacement that the maker did not announce."
  `);
});

test('two models that replace each other are refused', async () => {
  const files = {
    'models/sirius-1.yaml': succeeded('Sirius 1', 'sirius-2'),
    'models/sirius-2.yaml': succeeded('Sirius 2', 'sirius-1'),
  };
  expect(await faultsIn(files)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:27  circle
      The replacements lead in a circle: sirius-1 → sirius-2 → sirius-1.
        7 | lifecycle: { replacement: sirius-2 }
          |                           ^^^^^^^^
      expected: a chain of successors that ends
      to do: Remove the replacement that the maker did not announce.

    content/models/sirius-2.yaml:7:27  circle
      The replacements lead in a circle: sirius-2 → sirius-1 → sirius-2.
        7 | lifecycle: { replacement: sirius-1 }
          |                           ^^^^^^^^
      expected: a chain of successors that ends
      to do: Remove the replacement that the maker did not announce."
  `);
});

test('three models that replace one another are refused, but not one that leads to them', async () => {
  const files = {
    'models/sirius-0.yaml': succeeded('Sirius 0', 'sirius-1'),
    'models/sirius-1.yaml': succeeded('Sirius 1', 'sirius-2'),
    'models/sirius-2.yaml': succeeded('Sirius 2', 'sirius-3'),
    'models/sirius-3.yaml': succeeded('Sirius 3', 'sirius-1'),
  };
  expect(await faultsIn(files)).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:27  circle
      The replacements lead in a circle: sirius-1 → sirius-2 → sirius-3 → sirius-1.
        7 | lifecycle: { replacement: sirius-2 }
          |                           ^^^^^^^^
      expected: a chain of successors that ends
      to do: Remove the replacement that the maker did not announce.

    content/models/sirius-2.yaml:7:27  circle
      The replacements lead in a circle: sirius-2 → sirius-3 → sirius-1 → sirius-2.
        7 | lifecycle: { replacement: sirius-3 }
          |                           ^^^^^^^^
      expected: a chain of successors that ends
      to do: Remove the replacement that the maker did not announce.

    content/models/sirius-3.yaml:7:27  circle
      The replacements lead in a circle: sirius-3 → sirius-1 → sirius-2 → sirius-3.
        7 | lifecycle: { replacement: sirius-1 }
          |                           ^^^^^^^^
      expected: a chain of successors that ends
      to do: Remove the replacement that the maker did not announce."
  `);
});

test('a chain that ends is accepted', async () => {
  const files = {
    'models/sirius-1.yaml': succeeded('Sirius 1', 'sirius-2'),
    'models/sirius-2.yaml': succeeded('Sirius 2', 'sirius-3'),
    'models/sirius-3.yaml': aModel({ name: 'Sirius 3' }),
  };
  expect(await faultsIn(files)).toBe('');
});
