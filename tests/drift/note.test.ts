import { expect, test } from 'vitest';
import type { Finding } from '../../src/drift/finding.ts';
import { noteOn } from '../../src/drift/note.ts';
import { noteAt } from '../../src/drift/yaml-note.ts';

const file = `# yaml-language-server: $schema=model.schema.json
name: Sirius 1
releaseDate: 2024-05-13 # the set says 2024-05-14
specs:
  # Hosts stop earlier.
  # Some say why.
  contextWindow: 8192 # tokens
  modalities: { input: [text], output: [text] } # no pdf
  openWeights: false
# no price: nobody sells it
offers:
  - { provider: a, id: x, pricing: { input: 1 } } # in Europe
  - { provider: a, id: x.y }
`;

test.each([
  [['name'], undefined],
  [['releaseDate'], 'the set says 2024-05-14'],
  [['specs', 'contextWindow'], 'Hosts stop earlier. Some say why. tokens'],
  [['specs', 'modalities'], 'no pdf'],
  [['specs', 'openWeights'], undefined],
  [['specs', 'maxOutput'], undefined],
  [['offers', 0], 'in Europe'],
  [['offers', 1], undefined],
])('at %j the file notes: %s', (path, note) => {
  expect(noteAt(file, path)).toBe(note);
});

test.each([
  ['releaseDate', 'the set says 2024-05-14'],
  ['specs.modalities', 'no pdf'],
  ['pricing', 'no price: nobody sells it'],
  ['offers.a/x.pricing', 'in Europe'],
  ['offers.a/x.y', undefined],
  ['status', undefined],
])('on a difference of %s the file notes: %s', (field, note) => {
  const finding: Finding = { kind: 'differs', model: 'sirius-1', field, provider: 'a', url: '' };
  expect(noteOn(file, finding, '2026-03-01')).toBe(note);
});

test('on a price, the row in force on the day has its note', () => {
  const priced = `pricing:
  - { from: 2024-01-01, input: 2 } # at the launch
  - { from: 2025-01-01, input: 1 } # halved
  - { from: 2027-01-01, input: 3 } # announced
`;
  const finding: Finding = {
    kind: 'differs',
    model: 'a',
    field: 'pricing',
    provider: 'a',
    url: '',
  };
  expect(noteOn(priced, finding, '2026-03-01')).toBe('halved');
});
