import { closest, distance } from 'fastest-levenshtein';
import spdxIds from 'spdx-license-ids/index.json' with { type: 'json' };
import type { Authored } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { type FieldPath, problemAt, type SourceFile } from '../source-file.ts';

interface StatedLicense {
  readonly file: SourceFile;
  readonly path: FieldPath;
  readonly name: string;
}

/** One licence has one name: that of the SPDX list where it is on it, else the one that most files use. */
export function licenseProblems({ models, datasets }: Authored): readonly Problem[] {
  const stated: readonly StatedLicense[] = [
    ...[...models.values()].flatMap(({ file, value }) =>
      value.specs.license === undefined
        ? []
        : [{ file, path: ['specs', 'license'], name: value.specs.license }],
    ),
    ...[...datasets.values()].map(({ file, value }) => ({
      file,
      path: ['license'],
      name: value.license,
    })),
  ];
  const names = namesByForm(stated.map(({ name }) => name));
  return stated.flatMap(({ file, path, name }) => {
    const right = names.get(formOf(name));
    if (right !== undefined && right !== name) {
      return [
        problemAt(file, path, {
          code: 'license-name',
          message: `The licence "${name}" is called "${right}" ${spdxIds.includes(right) ? 'in the SPDX list' : 'in the other files'}.`,
          expected: right,
          fix: `Write "${right}".`,
        }),
      ];
    }
    const meant = slipOf(name);
    if (meant === undefined) return [];
    return [
      problemAt(file, path, {
        code: 'license-name',
        message: `Unknown licence "${name}"; did you mean "${meant}"?`,
        expected: 'an identifier of the SPDX list, the licence’s full name, or proprietary',
        fix: `Write "${meant}", or the full name if it is another licence.`,
      }),
    ];
  });
}

/** What is left of a name without case, joining signs, "the" and "license". */
const formOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(the|licen[cs]e)\b/g, '')
    .replace(/[^a-z0-9]/g, '');

const spdxByForm = new Map(spdxIds.map((id) => [formOf(id), id]));

function namesByForm(names: readonly string[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  const seldomFirst = [...uses].sort(([, a], [, b]) => a - b);
  return new Map([...seldomFirst.map(([name]) => [formOf(name), name] as const), ...spdxByForm]);
}

/** The identifier that was meant, where letters of it are wrong or figures left out: others are another version. */
function slipOf(name: string): string | undefined {
  const form = formOf(name);
  if (spdxByForm.has(form)) return undefined;
  const meant = closest(form, [...spdxByForm.keys()]);
  const figures = (text: string) => text.replace(/\D/g, '');
  const isNear =
    distance(form, meant) <= form.length / 4 && figures(meant).startsWith(figures(form));
  return isNear ? spdxByForm.get(meant) : undefined;
}
