import { distance } from 'fastest-levenshtein';
import spdxIds from 'spdx-license-ids/index.json' with { type: 'json' };
import type { Authored } from '../authored.ts';
import type { Problem } from '../problem.ts';
import { compareText } from '../ranking.ts';
import { type FieldPath, problemAt, type SourceFile } from '../source-file.ts';
import { type OtherSpelling, otherSpellings } from './spellings.ts';

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
  const otherOf = otherSpellings(used, formOf);
  const established = used.filter((name, index) => used.indexOf(name) < index);
  return stated.flatMap(({ file, path, name }) => {
    const fault =
      nothingFault(name) ??
      identifierFault(name) ??
      spellingFault(name, otherOf(name)) ??
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

function identifierFault(name: string): Fault | undefined {
  const right = licenseId(name);
  if (right === undefined || right === name) return undefined;
  return {
    message: `The licence "${name}" is called "${right}" ${right === 'proprietary' ? 'here' : 'in the SPDX list'}.`,
    expected: right,
    fix: `Write "${right}".`,
  };
}

function spellingFault(name: string, other: OtherSpelling | undefined): Fault | undefined {
  if (!other || identifiers.has(formOf(name))) return undefined;
  return {
    message: `The licence "${name}" is called "${other.name}" in other files.`,
    expected: 'one name for one licence',
    fix: other.fix,
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

/** What is left of a name without case, joining signs and the words that every licence has. */
const formOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(the|licen[cs]e( agreement)?|version)\b/g, '')
    .replace(/v(?=\d)/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, '')
    .replace(/[^\p{L}\p{N}.]/gu, '');

/** The identifier of a licence on the SPDX list, or proprietary, however its name is spelled. */
export const licenseId = (name: string): string | undefined => identifiers.get(formOf(name));

const identifiers = new Map([...spdxIds, 'proprietary'].map((id) => [formOf(id), id]));

/** The identifiers, or else a name of several files, that a name was to be: none where it is one of them. */
function meantBy(name: string, established: readonly string[]): readonly string[] {
  const form = formOf(name);
  if (identifiers.has(form) || established.includes(name)) return [];
  const unfinished = [...identifiers].filter(([other]) => isBeginning(form, other));
  const near = [...identifiers].filter(([other]) => isSlip(form, other));
  const meant = unfinished.length > 0 ? unfinished : near;
  if (meant.length > 0) return newestFirst(meant.map(([, id]) => id)).slice(0, 3);
  // Long names of kin licences differ in few letters; a version is no slip.
  return established
    .filter(
      (other) => distance(form, formOf(other)) <= 2 && figures(form) === figures(formOf(other)),
    )
    .slice(0, 1);
}

const newestFirst = (ids: readonly string[]): readonly string[] =>
  ids.toSorted((one, other) => one.length - other.length || compareText(other, one));

/** An identifier but for its version, or but for what follows it. */
const isBeginning = (form: string, other: string): boolean =>
  other.startsWith(form) && (/\d$/.test(form) || /^\d/.test(other.slice(form.length)));

/** A form with letters in another order or, in a long one, wrong; figures left out. Others are another version. */
const isSlip = (form: string, other: string): boolean =>
  sorted(form) === sorted(other) ||
  (form.length > 5 &&
    distance(letters(form), letters(other)) <= letters(form).length / 4 &&
    figures(other).startsWith(figures(form)));

const figures = (text: string): string => text.replace(/[^\d.]/g, '');
const letters = (text: string): string => text.replace(/[\d.]/g, '');
const sorted = (text: string): string => [...text].toSorted().join('');
