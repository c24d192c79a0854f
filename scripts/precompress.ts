import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';

const compressible = new Set(['.html', '.css', '.js', '.json', '.csv', '.xml', '.txt', '.svg']);

// Below this a compressed answer saves no packet.
const smallest = 512;

// Measured on 300 pages and documents of this catalog: brotli 9 is 12 % larger than 11 at a
// fortieth of its time. Without the two hints each call clears a table for 4 MB, and takes ten times as long.
const brotli = (body: Buffer): Buffer =>
  brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(
        22,
        Math.max(16, Math.ceil(Math.log2(body.length + 16))),
      ),
    },
  });
const zstd = (body: Buffer): Buffer =>
  zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: 12 } });
const copies = [
  ['.br', brotli],
  ['.zst', zstd],
  ['.gz', (body: Buffer) => gzipSync(body, { level: 9 })],
] as const;

/** Writes compressed copies beside every text file of a folder. Returns how many bytes brotli saved. */
export async function precompress(
  outDir: string,
): Promise<{ files: number; from: number; to: number }> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  const tally = { files: 0, from: 0, to: 0 };
  // One thread: in Node's pool each call maps and clears its memory anew, which made this fifteen times slower.
  for (const path of paths) {
    const body = await readFile(path);
    if (body.length < smallest) continue;
    tally.files += 1;
    tally.from += body.length;
    for (const [ending, compress] of copies) {
      const compressed = compress(body);
      await writeFile(path + ending, compressed);
      if (ending === '.br') tally.to += compressed.length;
    }
  }
  return tally;
}
