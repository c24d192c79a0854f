import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** The encodings that the build writes beside each file, the smallest answer first. */
const encodings = { br: '.br', zstd: '.zst', gzip: '.gz' } as const;
export type Encoding = keyof typeof encodings;

/** One file of the built site, ready to be sent. */
export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** Hash of the body; each encoding of it has a strong ETag of its own. */
  readonly hash: string;
  readonly encoded: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  // Quickstarts, to be read or piped; no script of the site itself ends so.
  '.sh': 'text/plain; charset=utf-8',
  '.py': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/**
 * Reads a built site into memory, by path from its root with a leading slash.
 *
 * Memory, because a file served from it costs a tenth of one read for each request, and the whole
 * site with its compressed copies is a few tens of megabytes.
 *
 * @throws when the folder cannot be read.
 */
export async function readSite(outDir: string): Promise<ReadonlyMap<string, StaticFile>> {
  const names = await readdir(outDir, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  const copies = new Set<string>(Object.values(encodings));
  const present = new Set(paths);
  const files = paths
    .filter((path) => !copies.has(extname(path)))
    .map(async (path) => {
      const body = await read(path);
      const encoded = Object.entries(encodings).flatMap(([encoding, ending]) =>
        present.has(path + ending) ? [[encoding as Encoding, path + ending] as const] : [],
      );
      const address = `/${relative(outDir, path).split(sep).join('/')}`;
      const file: StaticFile = {
        body,
        contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
        hash: createHash('sha256').update(body).digest('base64url').slice(0, 22),
        encoded: new Map(
          await Promise.all(
            encoded.map(async ([encoding, copy]) => [encoding, await read(copy)] as const),
          ),
        ),
      };
      return [address, file] as const;
    });
  return new Map(await Promise.all(files));
}

const read = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(path));
