import type { Authored, Entry } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { callOf } from '../quickstarts/call.ts';
import { completeProtocol } from '../quickstarts/protocol.ts';
import { taskOf } from '../quickstarts/quickstarts.ts';
import type { AuthoredModel } from '../schema/model.ts';
import { type AuthoredProtocol, placeholders, quickstartLanguages } from '../schema/protocol.ts';
import type { AuthoredProvider } from '../schema/provider.ts';
import { type FieldPath, problemAt, problemAtText } from '../source-file.ts';
import { suggestion } from '../suggestion.ts';

/** Whatever is called by a protocol can be: the protocol exists, is whole, fits, and knows the address. */
export function protocolProblems(authored: Authored): readonly Problem[] {
  const { protocols, providers, models } = authored;
  return [
    ...[...protocols.values()].flatMap((entry) => ownProblems(authored, entry)),
    ...[...providers.values()].flatMap((entry) => providerProblems(authored, entry)),
    ...[...models.values()].flatMap((entry) => modelProblems(authored, entry)),
  ];
}

function ownProblems(authored: Authored, entry: Entry<AuthoredProtocol>): readonly Problem[] {
  const { id, file, value } = entry;
  if (value.like !== undefined && !authored.names.protocols.has(value.like)) {
    return [unknownProtocol(authored, entry, ['like'], value.like)];
  }
  const lacks = missingParts(authored, id);
  const incomplete =
    lacks.length === 0
      ? []
      : [
          problemAt(file, [], {
            code: 'incomplete-protocol',
            message: `The protocol lacks ${lacks.join(', ')}.`,
            expected: 'task, request, sdks, and a basic snippet in every language',
            fix: 'State it here, or name under like a protocol that does.',
          }),
        ];
  return [...incomplete, ...placeholderProblems(entry)];
}

function missingParts({ protocols, names }: Authored, id: string): readonly string[] {
  const chain = [...protocols.values()].map(({ value }) => value.like);
  // One that does not fit its schema is told already; what it would hand on is not known.
  if (chain.some((like) => like !== undefined && names.protocols.has(like) && !protocols.has(like)))
    return [];
  const values = new Map([...protocols].map(([name, { value }]) => [name, value]));
  const complete = completeProtocol(values, id);
  if (!complete) return ['task, request or sdks'];
  return quickstartLanguages
    .filter((language) => complete.snippets.basic?.[language] === undefined)
    .map((language) => `snippets.basic.${language}`);
}

function placeholderProblems({ file, value }: Entry<AuthoredProtocol>): readonly Problem[] {
  const groups: readonly (readonly [FieldPath, Readonly<Record<string, string | undefined>>])[] = [
    [['client'], value.client ?? {}],
    [['imports'], value.imports ?? {}],
    ...Object.entries(value.snippets ?? {}).map(
      ([variant, snippets]) => [['snippets', variant], snippets] as const,
    ),
  ];
  return groups.flatMap(([path, templates]) =>
    Object.entries(templates).flatMap(([language, template = '']) =>
      [...template.matchAll(/\{\{(\w+)\}\}/g)]
        .filter(([, name]) => !placeholders.some((known) => known === name))
        .map(([whole, name = '']) =>
          problemAtText(file, [...path, language], whole, {
            code: 'unknown-placeholder',
            message: `Nothing fills "${whole}"${suggestion(name, placeholders)}`,
            expected: `one of ${placeholders.map((known) => `{{${known}}}`).join(', ')}`,
            fix: 'Correct the name.',
          }),
        ),
    ),
  );
}

function providerProblems(authored: Authored, entry: Entry<AuthoredProvider>): readonly Problem[] {
  return (entry.value.api?.protocols ?? []).flatMap((name, index) =>
    useProblems(authored, entry, ['api', 'protocols', index], name, entry),
  );
}

function modelProblems(authored: Authored, entry: Entry<AuthoredModel>): readonly Problem[] {
  const { file, value } = entry;
  const name = value.api?.protocol;
  if (name === undefined) return [];
  const path = ['api', 'protocol'];
  if (value.api?.noQuickstart !== undefined) {
    return [
      problemAt(file, ['api', 'noQuickstart'], {
        code: 'called-and-not',
        message: `It says why no code calls the model, and "${name}" would.`,
        expected: 'api.protocol, or api.noQuickstart',
        fix: 'Leave one of them out.',
      }),
    ];
  }
  const task = taskOf(value);
  const protocol = completed(authored, name);
  if (protocol && value.specs.modalities && protocol.task !== task) {
    return [
      problemAt(file, path, {
        code: 'wrong-task',
        message: `"${name}" is for ${protocol.task}, which is not what this model gives.`,
        expected: task ? `a protocol for ${task}` : 'no protocol: none here fits its modalities',
        fix: 'Name the protocol that fits, or leave it out.',
      }),
    ];
  }
  const maker = authored.providers.get(value.provider);
  return maker ? useProblems(authored, entry, path, name, maker) : [];
}

/** What stands against calling a provider by a protocol that a file names. */
function useProblems(
  authored: Authored,
  entry: Entry<unknown>,
  path: FieldPath,
  name: string,
  { id, value }: Entry<AuthoredProvider>,
): readonly Problem[] {
  if (!authored.names.protocols.has(name)) return [unknownProtocol(authored, entry, path, name)];
  const protocol = completed(authored, name);
  if (!protocol || callOf(protocol, { id, ...value })) return [];
  return [
    problemAt(entry.file, path, {
      code: 'no-address',
      message: `"${name}" needs the base URL and key variable of "${id}", and not both are known.`,
      expected: `api.baseUrl and api.keyVariable in content/providers/${id}.yaml`,
      fix: 'Add them there, with a source, or leave the protocol out.',
    }),
  ];
}

const completed = ({ protocols }: Authored, id: string) =>
  completeProtocol(new Map([...protocols].map(([name, { value }]) => [name, value])), id);

const unknownProtocol = (
  { names }: Authored,
  { file }: Entry<unknown>,
  path: FieldPath,
  name: string,
): Problem =>
  problemAt(file, path, {
    code: 'unknown-protocol',
    message: `Unknown protocol "${name}"${suggestion(name, [...names.protocols])}`,
    expected: 'the name of a file in content/protocols',
    fix: `Correct the id, or add content/protocols/${name}.yaml.`,
  });
