import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  protocolSnippets,
  shownSnippets,
  snippetsToRun,
} from '../../../scripts/quickstarts/choose.ts';
import { proveSnippets } from '../../../scripts/quickstarts/prove.ts';
import { provenCases } from '../../../scripts/quickstarts/record.ts';
import { failureText } from '../../../scripts/quickstarts/snippet.ts';
import { checkOf, python, realCatalog } from './real-snippets.ts';

const shown = shownSnippets(realCatalog);
const runs = snippetsToRun([...shown, ...protocolSnippets(realCatalog)]);

const provedNow = async (snippets: typeof runs): Promise<readonly string[]> =>
  (await proveSnippets(snippets, { python, checkOf })).map(failureText);

describe('the snippets of the real content', () => {
  test('every one on every page was proven, and nothing is recorded that is not shown or could be', () => {
    const unproven = [...realCatalog.models.values()].flatMap(({ slug, quickstarts }) =>
      quickstarts
        .filter(({ verified }) => verified === undefined)
        .map(({ provider, language, variant }) => `${slug}: ${provider}, ${variant}, ${language}`),
    );
    expect(unproven, 'Run npm run quickstarts, and commit what it records.').toEqual([]);
    const current = provenCases(realCatalog, [...shown, ...protocolSnippets(realCatalog)]);
    const recorded = [...realCatalog.protocols].flatMap(([id, { proven }]) =>
      proven ? [[id, proven] as const] : [],
    );
    expect(Object.fromEntries(recorded)).toEqual(Object.fromEntries(current));
  });

  test('every model that an API serves has code in three languages, or says why not', () => {
    const silent = [...realCatalog.models.values()].filter(
      ({ api, status, quickstarts }) =>
        api !== undefined &&
        api.noQuickstart === undefined &&
        status !== 'retired' &&
        status !== 'announced' &&
        new Set(quickstarts.map(({ language }) => language)).size < 3,
    );
    expect(silent.map(({ slug }) => slug)).toEqual([]);
  });

  test('the versions that they name are those installed here', () => {
    const { devDependencies }: { devDependencies: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync('package.json', 'utf8'),
    );
    const named = [...realCatalog.protocols.values()].flatMap(({ sdks, request: { body } }) => [
      sdks.typescript,
      ...(body.package ? [{ package: body.package, version: body.version }] : []),
    ]);
    expect(named.filter((one) => devDependencies[one.package] !== one.version)).toEqual([]);
  });

  test('those in curl pass', async () => {
    expect(await provedNow(runs.filter(({ language }) => language === 'curl'))).toEqual([]);
  });

  test('those in TypeScript pass', async () => {
    expect(await provedNow(runs.filter(({ language }) => language === 'typescript'))).toEqual([]);
  });

  // The rest take an interpreter and a second each; npm run quickstarts runs them all.
  test.skipIf(python.parser === undefined)('one in Python of each protocol passes', async () => {
    const inPython = runs.filter(({ language }) => language === 'python');
    const byProtocol = Map.groupBy(inPython, ({ call }) => call.protocol.id);
    expect(await provedNow([...byProtocol.values()].flatMap((own) => own[0] ?? []))).toEqual([]);
  });
});

describe('which snippets are run themselves', () => {
  const [first] = shown;
  if (!first) throw new Error('No model shows a snippet.');

  test('one that is another but for its id is not run again', () => {
    const other = shown.find(
      (one) =>
        one.id !== first.id &&
        one.call.provider === first.call.provider &&
        one.call.protocol === first.call.protocol &&
        one.variant === first.variant &&
        one.language === first.language,
    );
    expect(other).toBeDefined();
    expect(snippetsToRun([first, ...(other ? [other] : [])])).toEqual([first]);
  });

  test('one whose code is not what the protocol says of any model is run', () => {
    const own = { ...first, code: `${first.code}\n# and more\n` };
    expect(snippetsToRun([first, own])).toEqual([first, own]);
  });

  test('one whose id could mean something to a shell or in a string is run', () => {
    for (const id of ["a'b", 'a"b', 'a$b', 'a\\b', 'a b']) {
      const code = first.code.replaceAll(first.id, id);
      const odd = { ...first, id, code };
      expect(snippetsToRun([first, odd]), id).toEqual([first, odd]);
    }
  });

  test('in an address, an id with a sign that none before it had is run', () => {
    const inAddress = shown.find(
      ({ call, language }) => call.protocol.id === 'google-gemini' && language === 'typescript',
    );
    if (!inAddress) throw new Error('No model is called by Gemini’s protocol.');
    const named = (id: string) => ({
      ...inAddress,
      id,
      code: inAddress.code.replaceAll(inAddress.id, id),
    });
    const [plain, signed, alike] = [named('one'), named('two:2'), named('three:3')];
    expect(snippetsToRun([plain, signed, alike])).toEqual([plain, signed]);
  });
});
