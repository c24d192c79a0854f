import { createInterface } from 'node:readline';
import { suggestion } from '../../src/catalog/suggestion.ts';
import { type Drift, type Finding, isMakers, pickName } from '../../src/drift/finding.ts';
import { findingText } from '../../src/drift/report.ts';

/** The findings of these names, `MODEL:FIELD`. @throws when one names none, or one that cannot be written. */
export function namedFindings(
  { findings, aside }: Drift,
  names: readonly string[],
): readonly Finding[] {
  const all = new Map([...aside, ...findings].map((finding) => [pickName(finding), finding]));
  return [...new Set(names)].map((name) => {
    const finding = all.get(name);
    if (!finding) {
      throw new Error(
        `Nothing that differs is called "${name}"${suggestion(name, [...all.keys()])}`,
      );
    }
    if (!finding.change) throw new Error(`${name} says too little to write it down.`);
    return finding;
  });
}

/** Asks of each finding whether theirs is to be written; not of those that we read at the maker. */
export async function askedFindings(
  { findings }: Drift,
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
): Promise<readonly Finding[]> {
  const open = findings.filter((finding) => finding.change && !isMakers(finding));
  const terminal = createInterface({ input: streams.input });
  const lines = terminal[Symbol.asyncIterator]();
  const picked: Finding[] = [];
  for (const [index, finding] of open.entries()) {
    streams.output.write(
      `\n${finding.model}\n${findingText(finding)}\n  ${finding.url}\nWrite theirs? ${index + 1} of ${open.length} [y/N/quit] `,
    );
    const { value: answer = 'quit' } = await lines.next();
    if (/^q/i.test(answer)) break;
    if (/^y/i.test(answer)) picked.push(finding);
  }
  terminal.close();
  return picked;
}
