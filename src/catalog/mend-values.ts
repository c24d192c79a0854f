import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import type { z } from 'zod';
import { type Field, fieldAt, isDate, isSlugField } from './expectation.ts';
import type { Mend } from './mend.ts';
import { licenseId } from './rules/licenses.ts';
import { isCalendarDay, slugOf } from './schema/primitives.ts';
import { yaml12 } from './yaml-options.ts';

/** What single keys and values spell wrongly, where there is one right spelling. */
export function valueMends(schema: z.ZodType, text: string): readonly Mend[] {
  const document = parseDocument(text, yaml12);
  // A file that cannot be read is mended by a person: nobody else knows what it was to say.
  return document.errors.length > 0 ? [] : mendsBelow(document.contents, fieldAt(schema, []), '');
}

function mendsBelow(node: unknown, field: Field | undefined, path: string): readonly Mend[] {
  if (isSeq(node)) {
    return node.items.flatMap((item, index) => mendsBelow(item, field?.items, `${path}[${index}]`));
  }
  if (isMap(node)) {
    const present = new Set(node.items.map(({ key }) => String((key as Scalar).value)));
    return node.items.flatMap(({ key, value }) => {
      const found = String((key as Scalar).value);
      const known = Object.keys(field?.properties ?? {});
      const right = known.includes(found) ? found : (sameWord(found, known) ?? found);
      const name = present.has(right) ? found : right;
      return [
        ...replaced(key as Scalar, name, `key ${path && `${path}.`}${found}`),
        ...mendsBelow(value, field?.properties?.[name], path ? `${path}.${name}` : name),
      ];
    });
  }
  if (!isScalar(node) || node.value === null) return [];
  const found = String(node.value);
  const right = rightValue(found, field) ?? (isLicense(path) ? licenseId(found) : undefined);
  return right === undefined ? [] : replaced(node, right, path);
}

function replaced(node: Scalar, right: string, where: string): readonly Mend[] {
  if (!node.range || right === String(node.value)) return [];
  const [start, end] = node.range;
  return [{ start, end, text: right, told: `${where}: ${String(node.value)} → ${right}` }];
}

function rightValue(found: string, field: Field | undefined): string | undefined {
  if (field?.enum) return field.enum.includes(found) ? found : sameWord(found, field.enum);
  if (field && isDate(field)) return rightDate(found, field.format !== 'date');
  if (field && isSlugField(field)) return slugOf(found.replace(dashes, '-')) || undefined;
  return undefined;
}

const isLicense = (path: string): boolean => path === 'license' || path === 'specs.license';

/** The one name that differs in case and joining signs only. */
function sameWord(found: string, names: readonly string[]): string | undefined {
  const bare = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');
  return names.find((known) => bare(known) === bare(found));
}

const dashes = /[\u2010-\u2015\u2212]/g;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A date as ISO 8601, if it can be read in one way: never 05/06/2024. */
function rightDate(found: string, canBeMonth: boolean): string | undefined {
  const plain = found.replace(dashes, '-').trim();
  const figures =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:T[\d:.]+Z)?$/.exec(plain)?.slice(1) ??
    inWords(plain);
  if (!figures) return undefined;
  const [year = '', month = '', day] = figures;
  const two = (figure: string) => figure.padStart(2, '0');
  if (day !== undefined) {
    const date = `${year}-${two(month)}-${two(day)}`;
    return isCalendarDay(date) ? date : undefined;
  }
  return canBeMonth && Number(month) >= 1 && Number(month) <= 12
    ? `${year}-${two(month)}`
    : undefined;
}

/** Year, month and, where it is given, day of "13 May 2024", "May 13, 2024" or "May 2024". */
function inWords(text: string): readonly (string | undefined)[] | undefined {
  const [, before, month = '', after, year] =
    /^(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.?(?: (\d{1,2}),?)? (\d{4})$/.exec(text) ?? [];
  const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (number === 0 || (before && after)) return undefined;
  return [year, String(number), before ?? after];
}
