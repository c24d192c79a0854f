import { readFile } from 'node:fs/promises';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { knownModel } from '../../src/catalog/lookup.ts';
import type { Drift, Finding } from '../../src/drift/finding.ts';
import { noteOn } from '../../src/drift/note.ts';

/** Adds to each finding what the model's file notes on it. */
export async function withNotes(catalog: Catalog, drift: Drift): Promise<Drift> {
  const findings: Finding[] = [];
  for (const [slug, own] of Map.groupBy(drift.findings, ({ model }) => model)) {
    const text = await readFile(knownModel(catalog, slug).path, 'utf8');
    findings.push(
      ...own.map((finding) => {
        const note = noteOn(text, finding, catalog.day);
        return { ...finding, ...(note !== undefined && { note }) };
      }),
    );
  }
  return { ...drift, findings };
}
