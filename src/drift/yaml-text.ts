import { stringify } from 'yaml';
import { yaml12 } from '../catalog/yaml-options.ts';

/** A value on one line, as content files write it: `{ from: 2026-11-22, input: 1.25 }`, `[text, image]`. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalarText(value);
  const pairs = Object.entries(value).map(([key, part]) => `${key}: ${flowText(part)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** A scalar as it may stand between brackets: in quotes where a sign of it would mean something there. */
const scalarText = (value: unknown): string =>
  stringify([value], {
    ...yaml12,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  })
    .trim()
    .slice(1, -1);

/** A map of several lines; all but the first are indented by so many spaces. */
export const blockText = (value: object, indent: number): string =>
  Object.entries(value)
    .map(([key, part]) => `${key}: ${flowText(part)}`)
    .join(`\n${' '.repeat(indent)}`);

/** A key and its value, without a line end; a list of maps takes a line for each. */
export function pairText(key: string, value: unknown, indent: number): string {
  const isRows = Array.isArray(value) && value.some((item) => typeof item === 'object');
  if (!isRows) return `${key}: ${flowText(value)}`;
  const rows = value.map((item) => `\n${' '.repeat(indent + 2)}- ${flowText(item)}`);
  return `${key}:${rows.join('')}`;
}
