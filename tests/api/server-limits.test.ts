import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startServer } from '../../api/server.ts';
import { readSettings } from '../../src/settings.ts';
import {
  adasClaims,
  type IssuerKey,
  issuerKey,
  type OutsideIssuer,
  outsideIssuer,
  signedBy,
} from './auth/outside-issuer.ts';

let folder: string;
let key: IssuerKey;
let issuer: OutsideIssuer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-'));
  key = await issuerKey('one');
  issuer = await outsideIssuer([key]);
});

afterAll(async () => {
  await issuer.close();
  await rm(folder, { recursive: true });
});

const start = () =>
  startServer(
    readSettings({
      ...issuer.env,
      PORT: '0',
      PUBLIC_URL: 'http://127.0.0.1:4321',
      OUT_DIR: inject('fixtureSite'),
      LIBSQL_URL: `file:${join(folder, 'tracker.db')}`,
      LOG_LEVEL: 'silent',
      INGEST: 'off',
    }),
  );

test.each([
  ['twelve kilobytes of headers', 12_000, 200],
  ['twenty kilobytes of headers', 20_000, 431],
])('%s are answered', async (_, bytes, status) => {
  const server = await start();
  const response = await fetch(`${server.address}/healthz`, {
    headers: { 'X-Long': 'a'.repeat(bytes) },
  });
  expect(response.status).toBe(status);
  await server.stop();
});

test('a request in flight is answered before the server stops, and none after', async () => {
  const server = await start();
  const release = issuer.hold();
  const agent = new Agent({ keepAlive: true });
  const inFlight = statusOf(`${server.address}/api/v1/me`, agent, {
    Authorization: `Bearer ${await signedBy(key, adasClaims(issuer.address))}`,
  });
  await expect.poll(() => issuer.asked.length).toBeGreaterThan(0);
  let isStopped = false;
  const begun = performance.now();
  const stopped = server.stop().then(() => {
    isStopped = true;
  });
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow('fetch failed');
  expect(isStopped).toBe(false);
  release();
  expect(await inFlight).toBe(200);
  await stopped;
  // Not the five seconds for which a connection is kept alive.
  expect(performance.now() - begun).toBeLessThan(4_000);
  agent.destroy();
});

function statusOf(address: string, agent: Agent, headers: Record<string, string>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  request(address, { agent, headers }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  })
    .once('error', reject)
    .end();
  return promise;
}
