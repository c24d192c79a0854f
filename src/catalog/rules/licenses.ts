import { distance } from 'fastest-levenshtein';
import spdxIds from 'spdx-license-ids/index.json' with { type: 'json' };
import type { Authored } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { type FieldPath, problemAt, type SourceFile } from '../source-file.ts';
import { usualSpellings } from './spellings.ts';

interface StatedLicense {
  readonly file: SourceFile;
  readonly path: FieldPath;
  readonly name: string;
}

const expected = 'an identifier of the SPDX list, the licence’s full name, or proprietary';

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
  const used = stated.map(({ name }) => name);
  const right = new Map([...usualSpellings(used, formOf), ...spdxByForm]);
  const established = used.filter((name, index) => used.indexOf(name) < index);
  return stated.flatMap(({ file, path, name }) => {
    const fault =
      nothingFault(name) ??
      spellingFault(name, right.get(formOf(name))) ??
      slipFault(name, established);
    return fault ? [problemAt(file, path, { code: 'license-name', ...fault })] : [];
  });
}

type Fault = Pick<Problem, 'message' | 'expected' | 'fix'>;

const saysNothing = /^(open([ -]?(source|weights?))?|free|custom|other|various)$/i;

function nothingFault(name: string): Fault | undefined {
  if (!saysNothing.test(name)) return undefined;
  return {
    message: `"${name}" names no licence.`,
    expected,
    fix: 'Write its name as its own text has it, or leave the key out.',
  };
}

function spellingFault(name: string, right = name): Fault | undefined {
  if (right === name) return undefined;
  return {
    message: `The licence "${name}" is called "${right}" ${spdxIds.includes(right) ? 'in the SPDX list' : 'in the other files'}.`,
    expected: right,
    fix: `Write "${right}".`,
  };
}

function slipFault(name: string, established: readonly string[]): Fault | undefined {
  const [first, ...others] = meantBy(name, established).map((meant) => `"${meant}"`);
  if (first === undefined) return undefined;
  return {
    message: `Unknown licence "${name}"; did you mean ${[first, ...others].join(' or ')}?`,
    expected,
    fix: `Write ${others.length > 0 ? 'the one that its text names' : first}, or the full name if it is another licence.`,
  };
}

/** What is left of a name without case, joining signs, "the" and "license". */
const formOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(the|licen[cs]e)\b/g, '')
    .replace(/[^a-z0-9]/g, '');

const spdxByForm = new Map([...spdxIds, 'proprietary'].map((id) => [formOf(id), id]));

/** The identifiers, or else the names of several files, that a name was to be: none where it is one of them. */
function meantBy(name: string, established: readonly string[]): readonly string[] {
  const form = formOf(name);
  if (spdxByForm.has(form) || established.includes(name)) return [];
  const beginning = [...spdxByForm].filter(([other]) => /\d/.test(form) && other.startsWith(form));
  const near = [...spdxByForm].filter(([other]) => isSlip(form, other));
  const identifiers = near.length > 0 ? near : beginning;
  if (identifiers.length > 0) return identifiers.slice(0, 3).map(([, id]) => id);
  // Long names of kin licences differ in few letters; a version is no slip.
  return established
    .filter((other) => distance(form, formOf(other)) <= 2 && figures(form) === figures(other))
    .slice(0, 1);
}

const figures = (text: string): string => text.replace(/\D/g, '');

/** A form with letters wrong or in another order, or figures left out: others are another version. */
const isSlip = (form: string, other: string): boolean =>
  lettersOf(form) === lettersOf(other) ||
  (distance(form, other) <= form.length / 4 && figures(other).startsWith(figures(form)));

const lettersOf = (form: string): string => [...form].toSorted().join('');
