import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { z } from 'zod';
import { type Field, fieldAt } from './expectation.ts';
import type { Mend } from './mend.ts';
import { isCalendarDay } from './schema/primitives.ts';
import { yaml12 } from './yaml-options.ts';

/** The first list of keys or prices that is out of order, put in order; lines move with the comments above them. */
export function orderMends(schema: z.ZodType, text: string): readonly Mend[] {
  const document = parseDocument(text, yaml12);
  if (document.errors.length > 0) return [];
  return mendsBelow(document.contents, fieldAt(schema, []), { text, path: '' });
}

interface Place {
  readonly text: string;
  readonly path: string;
}

function mendsBelow(node: unknown, field: Field | undefined, place: Place): readonly Mend[] {
  if (isSeq(node)) {
    const below = node.items.flatMap((item) => mendsBelow(item, field?.items, place));
    return place.path === 'pricing' ? [...priceMend(node, place), ...below] : below;
  }
  if (!isMap(node)) return [];
  return [
    ...keyMend(node, field, place),
    ...node.items.flatMap(({ key, value }) => {
      const name = String((key as Scalar).value);
      return mendsBelow(value, field?.properties?.[name], { ...place, path: name });
    }),
  ];
}

function keyMend(map: YAMLMap, field: Field | undefined, place: Place): readonly Mend[] {
  const known = Object.keys(field?.properties ?? {});
  const starts = map.items.map(({ key }) => (key as Scalar).range?.[0] ?? 0);
  const ranks = map.items.map(({ key }) => known.indexOf(String((key as Scalar).value)));
  // What the schema does not know is told by the check, and stays where it is.
  if (map.flow || ranks.includes(-1)) return [];
  const [first = 0] = starts;
  const opensLine = /(^|\n) *$/.test(place.text.slice(0, first));
  // What stands above the head of a file is about the file, and above an item about the item.
  if (place.path && opensLine && isCommented(place.text, starts)) return [];
  return moved(starts, ranks, place, `put the keys of ${place.path || 'the file'} in order`);
}

function priceMend(list: YAMLSeq, place: Place): readonly Mend[] {
  const days = list.items.map((item) => (isMap(item) ? item.get('from', true) : undefined));
  const starts = list.items.map((item) => (isMap(item) ? (item.range?.[0] ?? 0) : 0));
  if (list.flow || !days.every((day) => isScalar(day))) return [];
  // A day that cannot be read has no place in an order.
  if (!days.every(({ value }) => isCalendarDay(String(value)))) return [];
  if (isCommented(place.text, starts)) return [];
  const ranks = days.map((day) => Number(String(day.value).replaceAll('-', '')));
  return moved(starts, ranks, place, 'put the prices in order, newest last');
}

/** Nobody but a person knows whether a comment above the first is about it or about all of them. */
const isCommented = (text: string, [first = 0]: readonly number[]): boolean =>
  blockStart(text, first, false) !== blockStart(text, first, true);

/** Moves whole lines so that ranks rise. */
function moved(
  starts: readonly number[],
  ranks: readonly number[],
  { text }: Place,
  told: string,
): readonly Mend[] {
  const isOrdered = ranks.every((rank, index) => rank >= (ranks[index - 1] ?? rank));
  if (isOrdered) return [];
  const [first = 0, ...rest] = starts.map((start, index) => blockStart(text, start, index === 0));
  const end = blockEnd(text, starts.at(-1) ?? 0);
  const edges = [first, ...rest, end];
  const blocks = starts.map((start, index) => {
    const line = text.lastIndexOf('\n', start - 1) + 1;
    return {
      comments: text.slice(edges[index], line),
      lead: text.slice(line, start),
      lines: text.slice(start, edges[index + 1]),
    };
  });
  const order = [...blocks.keys()].toSorted(
    (one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0),
  );
  // The dash of an item stands before whichever key is first; in one column, leads change places freely.
  const isOneColumn = blocks.every(({ lead }) => lead.length === blocks[0]?.lead.length);
  const written = order.map((index, position) => {
    const { comments, lead, lines } = blocks[index] as (typeof blocks)[number];
    return comments + (isOneColumn ? blocks[position]?.lead : lead) + lines;
  });
  return [{ start: first, end, text: written.join(''), told }];
}

/**
 * The start of a key's line; of all but the first, with the comments above it, which are about it: not
 * those that stand further right, at the end of what is before.
 */
function blockStart(text: string, start: number, isFirst: boolean): number {
  let line = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^ */.exec(text.slice(line))?.[0].length ?? 0;
  while (!isFirst && line > 0) {
    const above = text.lastIndexOf('\n', line - 2) + 1;
    const [, lead] = /^( *)#/.exec(text.slice(above, line)) ?? [];
    if (lead === undefined || lead.length > indent) break;
    line = above;
  }
  return line;
}

/** The end of the last block: the next line that stands further left, or the end of the text. */
function blockEnd(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^ */.exec(text.slice(line))?.[0].length ?? 0;
  let end = text.indexOf('\n', start) + 1;
  while (end > 0 && end < text.length) {
    const next = text.slice(end, text.indexOf('\n', end) + 1 || text.length);
    const lead = /^ */.exec(next)?.[0].length ?? 0;
    if (next.trim() !== '' && lead <= indent) break;
    end += next.length;
  }
  return end > 0 ? end : text.length;
}
