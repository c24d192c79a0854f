import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import autocannon, { type Request } from 'autocannon';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { Settings } from '../src/settings.ts';
import { modelSummaryShape } from '../src/shapes/model-summary.ts';
import type { Measured } from './bench.ts';

const secondsARun = 3;
const connections = 32;
const users = 64;
const secret = 'a secret of this benchmark alone';
const issuer = 'http://127.0.0.1:4321';

/**
 * Measures reads and durable follows a second, beside their limits in the same run: a server that only
 * answers a ready buffer, and a database that only commits a row a transaction.
 */
export async function benchLive({ outDir, contentDir }: Settings): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const server = await startedServer('scripts/start.ts', {
    PORT: '0',
    PUBLIC_URL: issuer,
    OUT_DIR: outDir,
    CONTENT_DIR: contentDir,
    LIBSQL_URL: `file:${join(folder, 'tracker.db')}`,
    AUTH_SECRET: secret,
    RATE_LIMITS: 'off',
  });
  const limit = await startedServer('scripts/bench-limit.ts', {});
  try {
    const slugs = await publishedSlugs(outDir);
    const reads = await perSecond(server.address, readRequests(slugs));
    const readLimit = await perSecond(limit.address, [{ path: '/' }]);
    const follows = await perSecond(server.address, await followRequests(slugs));
    const commitLimit = await commitsPerSecond(join(folder, 'limit.db'));
    const ratio = (one: number, other: number) => Math.round((one / other) * 100) / 100;
    const data = {
      reads,
      readLimit,
      readRatio: ratio(reads, readLimit),
      follows,
      commitLimit,
      followRatio: ratio(follows, commitLimit),
    };
    return {
      data,
      text: `live: ${reads} reads a second with live counts, ${data.readRatio} of a ready buffer (${readLimit}); ${follows} durable follows a second, ${data.followRatio} of lone commits (${commitLimit}).`,
    };
  } finally {
    await Promise.all([server.end(), limit.end()]);
    await rm(folder, { recursive: true });
  }
}

/** Lists, models and their counts, as readers and clients ask for them. */
function readRequests(slugs: readonly string[]): Request[] {
  const lists = ['?limit=20', '?page=3', '?provider=openai', '?sortBy=followCount&sortOrder=desc'];
  return slugs.flatMap((slug, index) => [
    { path: `/api/v1/models${lists[index % lists.length]}` },
    { path: `/api/v1/models/${slug}` },
    { path: `/api/v1/models/${slug}/stats` },
  ]);
}

async function followRequests(slugs: readonly string[]): Promise<Request[]> {
  const tokens = await Promise.all(
    Array.from({ length: users }, (_, user) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(`user-${user}`)
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(secret)),
    ),
  );
  return slugs.map((slug, index) => ({
    method: index % 4 === 3 ? 'DELETE' : 'PUT',
    path: `/api/v1/models/${slug}/follow`,
    headers: { Authorization: `Bearer ${tokens[index % users]}` },
  }));
}

/** @throws when an answer is no success: what is not done is done fast. */
async function perSecond(address: string, requests: Request[]): Promise<number> {
  const result = await autocannon({ url: address, connections, duration: secondsARun, requests });
  if (result.errors + result.non2xx > 0) {
    throw new Error(`${result.errors + result.non2xx} requests to ${address} failed.`);
  }
  return Math.round(result.requests.average);
}

/** Rows a second, each in a transaction of its own that is flushed to disk. */
async function commitsPerSecond(file: string): Promise<number> {
  const database = createClient({ url: `file:${file}` });
  await database.execute('PRAGMA journal_mode = WAL');
  await database.execute('CREATE TABLE lines (id INTEGER PRIMARY KEY) STRICT');
  const end = performance.now() + secondsARun * 1000;
  let rows = 0;
  while (performance.now() < end) {
    await database.execute('INSERT INTO lines DEFAULT VALUES');
    rows += 1;
  }
  database.close();
  return Math.round(rows / secondsARun);
}

async function publishedSlugs(outDir: string): Promise<readonly string[]> {
  const shape = z.object({ data: z.array(modelSummaryShape.pick({ slug: true }).loose()) });
  const models = shape.parse(
    JSON.parse(await readFile(join(outDir, 'api/v1/models.json'), 'utf8')),
  );
  return models.data.map(({ slug }) => slug);
}

/** A server in a process of its own, so that it does not share a core with who asks. */
async function startedServer(script: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}.`)));
    child.stdout.on('data', (part: Buffer) => {
      // Past the address it is the log, a line a request.
      if (output.length < 10_000) output += part.toString();
      const found = /answers on (http:\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    address,
    async end() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
