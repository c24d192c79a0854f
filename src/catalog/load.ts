import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { type Authored, authoredContent } from './authored.ts';
import type { Catalog } from './catalog.ts';
import { derived } from './derive.ts';
import { ContentError, type Problem } from './problem.ts';
import { compareText } from './ranking.ts';
import { type ParseAll, type ReadContent, readContent } from './read.ts';
import { correctionProblems } from './rules/corrections.ts';
import { coverageProblems } from './rules/coverage.ts';
import { dateProblems } from './rules/dates.ts';
import { drawingProblems } from './rules/drawings.ts';
import { figureProblems } from './rules/figures.ts';
import { identifierProblems } from './rules/identifiers.ts';
import { licenseProblems } from './rules/licenses.ts';
import { nameProblems } from './rules/names.ts';
import { newsProblems } from './rules/news.ts';
import { noticeTextProblems } from './rules/notice-text.ts';
import { priceProblems } from './rules/prices.ts';
import { protocolProblems } from './rules/protocols.ts';
import { referenceProblems } from './rules/references.ts';
import { repeatProblems } from './rules/repeats.ts';
import { scoreProblems } from './rules/scores.ts';
import { sourceProblems } from './rules/sources.ts';

/** A content folder that was read and checked. */
export interface CheckedContent {
  readonly read: ReadContent;
  readonly authored: Authored;
  /** Every fault of every file, by file and line. */
  readonly problems: readonly Problem[];
}

/** All that can be said of a content folder without knowing what day it is. */
export async function consistentContent(
  contentDir: string,
  parseAll?: ParseAll,
): Promise<CheckedContent> {
  const read = await readContent(contentDir, parseAll);
  const { authored, problems } = authoredContent(read);
  const all = [
    ...read.problems,
    ...problems,
    ...drawingProblems(read),
    ...nameProblems(authored),
    ...identifierProblems(authored),
    ...referenceProblems(authored),
    ...protocolProblems(authored),
    ...dateProblems(authored),
    ...figureProblems(authored),
    ...priceProblems(authored),
    ...licenseProblems(authored),
    ...scoreProblems(authored),
    ...repeatProblems(authored),
    ...coverageProblems(authored),
    ...sourceProblems(authored),
    ...newsProblems(authored),
    ...noticeTextProblems(authored),
    ...correctionProblems(authored),
  ];
  return { read, authored, problems: sorted(all) };
}

/** Problems by file, then by place. */
export const sorted = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted(
    (one, other) =>
      compareText(one.file, other.file) || one.line - other.line || one.column - other.column,
  );

/**
 * Loads a content folder as one catalog, frozen throughout.
 *
 * The day may lie before the newest fact: a catalog of an earlier day is no fault of the content.
 *
 * @param day `YYYY-MM-DD`; statuses and current prices are those of this day.
 * @throws {ContentError} with every fault, when the content is not consistent.
 */
export async function loadCatalog({
  contentDir,
  day,
}: {
  readonly contentDir: string;
  readonly day: string;
}): Promise<Catalog> {
  return joinedCatalog(await consistentContent(contentDir), { contentDir, day });
}

/**
 * Joins content that was checked into one catalog, frozen throughout.
 *
 * @param place its folder, and the day (`YYYY-MM-DD`) of its statuses and current prices.
 * @throws {ContentError} with every fault, when the content is not consistent.
 */
export function joinedCatalog(
  { read, authored, problems }: CheckedContent,
  { contentDir, day }: { readonly contentDir: string; readonly day: string },
): Catalog {
  if (problems.length > 0) throw new ContentError(problems);
  return deepFreeze({
    ...derived(authored, read.drawings, day),
    version: versionOf(contentDir, read),
  });
}

/** The first 16 hexadecimal digits of SHA-256 over names and bytes: no two contents in a lifetime collide. */
function versionOf(contentDir: string, { raw }: ReadContent): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of raw) {
    hash
      .update(`${relative(contentDir, path).split(sep).join('/')}\0${bytes.length}\0`)
      .update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const parts = value instanceof Map ? value.values() : Object.values(value);
  for (const part of parts) deepFreeze(part);
  return value;
}
