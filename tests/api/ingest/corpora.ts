import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

// Recorded answers of real sites, which are not ours to publish.
const folder = resolve('../shared/corpora');

const manifest = z.array(
  z.object({
    file: z.string(),
    kind: z.string().optional(),
    expected_count: z.int().nullish(),
    expected_first: z.string().nullish(),
    upstream: z
      .object({
        count: z.int().nullish(),
        http_headers: z.array(z.string()).optional(),
      })
      .nullish(),
    computed: z.object({ count: z.int().nullish(), first_title: z.string().nullish() }).nullish(),
  }),
);

/** A recorded answer. */
export type Recorded = z.infer<typeof manifest>[number];

/** The recorded answers of a folder; none, and a line that says so, where the folder is absent. */
export function recorded(name: 'feeds' | 'samples'): readonly Recorded[] {
  const path = join(folder, name, 'manifest.json');
  if (existsSync(path)) return manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  console.log(`Skipped: there are no recorded answers in ${join(folder, name)}.`);
  return [];
}

/** The bytes of a recorded answer. */
export const recordedBytes = (name: 'feeds' | 'samples', file: string): Buffer =>
  readFileSync(join(folder, name, file));
