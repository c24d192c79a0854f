import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { aModel, aProvider, type Files, faultsIn } from '../content-folder.ts';

const chat = await readFile('tests/fixtures/catalog/protocols/openai-chat.yaml', 'utf8');
const withChat = (files: Files): Files => ({ 'protocols/openai-chat.yaml': chat, ...files });

const calledBy = (protocol: string, output = 'text'): string =>
  aModel({
    specs: `{ modalities: { input: [text], output: [${output}] }, openWeights: false }`,
    api: `{ id: sirius-1, protocol: ${protocol} }`,
  });

const addressed = aProvider({
  api: '{ baseUrl: https://api.sirius.example.com/v1, keyVariable: SIRIUS_API_KEY }',
});

test('a model is called by a protocol whose address its maker tells', async () => {
  const files = {
    'models/sirius-1.yaml': calledBy('openai-chat'),
    'providers/sirius.yaml': addressed,
  };
  expect(await faultsIn(withChat(files))).toBe('');
});

test('a protocol that is misspelt is told with the one that was meant', async () => {
  const files = {
    'models/sirius-1.yaml': calledBy('openai-chta'),
    'providers/sirius.yaml': addressed,
  };
  expect(await faultsIn(withChat(files))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:32  unknown-protocol
      Unknown protocol "openai-chta"; did you mean "openai-chat"?
        7 | api: { id: sirius-1, protocol: openai-chta }
          |                                ^^^^^^^^^^^
      expected: the name of a file in content/protocols
      to do: Correct the id, or add content/protocols/openai-chta.yaml."
  `);
});

test('a protocol of a provider has to exist', async () => {
  const provider = aProvider({ api: '{ protocols: [smoke-signals] }' });
  expect(await faultsIn(withChat({ 'providers/sirius.yaml': provider }))).toMatchInlineSnapshot(`
    "content/providers/sirius.yaml:8:20  unknown-protocol
      Unknown protocol "smoke-signals".
        8 | api: { protocols: [smoke-signals] }
          |                    ^^^^^^^^^^^^^
      expected: the name of a file in content/protocols
      to do: Correct the id, or add content/protocols/smoke-signals.yaml."
  `);
});

test('a chat protocol is refused for a model that gives vectors', async () => {
  const files = {
    'models/sirius-1.yaml': calledBy('openai-chat', 'embedding'),
    'providers/sirius.yaml': addressed,
  };
  expect(await faultsIn(withChat(files))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:32  wrong-task
      "openai-chat" is for chat, which is not what this model gives.
        7 | api: { id: sirius-1, protocol: openai-chat }
          |                                ^^^^^^^^^^^
      expected: a protocol for embedding
      to do: Name the protocol that fits, or leave it out."
  `);
});

test('a protocol without an address of its own needs the provider’s', async () => {
  expect(
    await faultsIn(withChat({ 'models/sirius-1.yaml': calledBy('openai-chat') })),
  ).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:7:32  no-address
      "openai-chat" needs the base URL and key variable of "sirius", and not both are known.
        7 | api: { id: sirius-1, protocol: openai-chat }
          |                                ^^^^^^^^^^^
      expected: api.baseUrl and api.keyVariable in content/providers/sirius.yaml
      to do: Add them there, with a source, or leave the protocol out."
  `);
});

test('a protocol that lacks a part is told which', async () => {
  const halved = chat.replace(/^ {4}python: \|\n(?: {6}.*\n|\n)+/m, '');
  expect(await faultsIn({ 'protocols/openai-chat.yaml': halved })).toMatchInlineSnapshot(`
    "content/protocols/openai-chat.yaml:1:1  incomplete-protocol
      The protocol lacks snippets.basic.python.
        1 | name: Chat, as everywhere
          | ^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: task, request, sdks, and a basic snippet in every language
      to do: State it here, or name under like a protocol that does."
  `);
});

test('a protocol takes what it does not state from the one that it is like', async () => {
  const like = (name: string): string =>
    `name: Alike\ndescription: A protocol that is like another in all its parts.\nlike: ${name}\nsources: [{ url: https://sirius.example.com, checked: 2026-02-01 }]\n`;
  expect(await faultsIn(withChat({ 'protocols/alike.yaml': like('openai-chat') }))).toBe('');
  expect(
    await faultsIn(withChat({ 'protocols/alike.yaml': like('openai-chap') })),
  ).toMatchInlineSnapshot(`
    "content/protocols/alike.yaml:3:7  unknown-protocol
      Unknown protocol "openai-chap"; did you mean "openai-chat"?
        3 | like: openai-chap
          |       ^^^^^^^^^^^
      expected: the name of a file in content/protocols
      to do: Correct the id, or add content/protocols/openai-chap.yaml."
  `);
  const circle = {
    'protocols/alike.yaml': like('alike-2'),
    'protocols/alike-2.yaml': like('alike').replace('Alike', 'Alike 2'),
  };
  expect(await faultsIn(circle)).toContain('The protocol lacks task, request or sdks.');
});

test('a placeholder that nothing fills is refused, at its place', async () => {
  const misspelt = chat.replace('"model": "{{model}}"', '"model": "{{modle}}"');
  expect(await faultsIn({ 'protocols/openai-chat.yaml': misspelt })).toMatchInlineSnapshot(`
    "content/protocols/openai-chat.yaml:32:21  unknown-placeholder
      Nothing fills "{{modle}}"; did you mean "model"?
        32 |           "model": "{{modle}}",
           |                     ^^^^^^^^^
      expected: one of {{model}}, {{modelInPath}}, {{baseUrl}}, {{keyVariable}}, {{client}}, {{imports}}, {{image}}, {{audio}}
      to do: Correct the name."
  `);
});

test('code keeps its lines and spaces; other texts of a protocol have none', async () => {
  const spaced = chat.replace(
    /^description: .*$/m,
    'description: |\n  Two lines of text that\n  are not code.',
  );
  expect(await faultsIn({ 'protocols/openai-chat.yaml': spaced })).toMatchInlineSnapshot(`
    "content/protocols/openai-chat.yaml:2:14  stray-space
      The text holds a line break.
        2 | description: |
          |              ^
      expected: one line; several lines below ">-" are read as one
      to do: Write ">-" in place of "|", or join the lines."
  `);
});

test('a model is called by a protocol, or says why no code calls it', async () => {
  const files = {
    'models/sirius-1.yaml': aModel({
      specs: '{ modalities: { input: [text], output: [text] }, openWeights: false }',
      api: '\n  id: sirius-1\n  protocol: openai-chat\n  noQuickstart: It is spoken with over a connection that stays open.',
    }),
    'providers/sirius.yaml': addressed,
  };
  expect(await faultsIn(withChat(files))).toMatchInlineSnapshot(`
    "content/models/sirius-1.yaml:10:17  called-and-not
      It says why no code calls the model, and "openai-chat" would.
        10 |   noQuickstart: It is spoken with over a connection that stays open.
           |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      expected: api.protocol, or api.noQuickstart
      to do: Leave one of them out."
  `);
});
