import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startServer } from '../../api/server.ts';
import { readSettings } from '../../src/settings.ts';
import { authSecret } from './live-app.ts';

const folder = await mkdtemp(join(tmpdir(), 'server-'));
const serverSettings = {
  ...readSettings({
    OUT_DIR: inject('fixtureSite'),
    LIBSQL_URL: `file:${join(folder, 'tracker.db')}`,
    AUTH_SECRET: authSecret,
    INGEST: 'off',
    LOG_LEVEL: 'silent',
  }),
  port: 0,
};

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(serverSettings);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** The head of the answer to a request line as it is, which no client has put in order. */
const answerTo = (requestLine: string, host = 'tracker.test'): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer.split('\r\n\r\n')[0] ?? ''));
    socket.on('error', reject);
    socket.write(`${requestLine} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });

test('the server answers on the address that it tells', async () => {
  const response = await fetch(`${server.address}/api/v1/models.json`);
  expect(await response.json()).toMatchObject({ schemaVersion: 1 });
});

test.each([
  ['GET /../../../etc/passwd', 404],
  ['GET /models/../../package.json', 404],
  ['GET //evil.example/', 404],
  ['GET /\\evil.example', 400],
  ['GET /%00', 404],
  ['GET /%zz', 404],
  ['GET *', 400],
  ['GET models', 400],
  [`GET /${'a'.repeat(20_000)}`, 431],
  ['TRACE /', 405],
  ['GET http://evil.example/nothing', 404],
])('%s is %i on the wire', async (line, status) => {
  expect(await answerTo(line)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test.each(['a b', 'evil.example/x', 'a@b', '[::1', 'tracker.test:99999'])(
  'a request with "%s" as its host is 400',
  async (host) => {
    expect(await answerTo('GET /', host)).toMatch(/^HTTP\/1\.1 400 /);
  },
);

test('a move names no host, so that no caller can choose where it leads', async () => {
  expect(await answerTo('GET /models/aurora-one', 'evil.example')).toMatch(
    /^location: \/models\/aurora-1$/im,
  );
});

test('a connection that is kept open does not hold the server up when it stops', async () => {
  const other = await startServer(serverSettings);
  const agent = new Agent({ keepAlive: true });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${other.address}/`, { agent }, resolve).on('error', reject).end();
  });
  for await (const _ of response);
  await other.stop();
  await expect(fetch(other.address)).rejects.toThrow('fetch failed');
  agent.destroy();
});

test('a port that is taken is told by its code', async () => {
  const port = Number(new URL(server.address).port);
  await expect(startServer({ ...serverSettings, port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('a folder that is not there is told by its code', async () => {
  await expect(startServer({ ...serverSettings, outDir: '/nowhere' })).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
