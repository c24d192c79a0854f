import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { startServer } from '../../api/server.ts';
import { readSettings } from '../../src/settings.ts';
import { runCommand } from './run-command.ts';

const script = resolve('scripts/token.ts');
const home = process.cwd();
const site = 'http://127.0.0.1:4321';
const secret = 'a secret of tests that has thirty-two bytes or more';
const folders: string[] = [];

// The local issuer's key is kept below the folder where a command runs.
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'token-'));
  folders.push(folder);
  process.chdir(folder);
});

afterAll(async () => {
  process.chdir(home);
  for (const folder of folders) await rm(folder, { recursive: true });
});

const run = (args: readonly string[], settings: Readonly<Record<string, string>> = {}) =>
  runCommand({ folder: process.cwd(), words: [script, ...args], settings });

async function tokenOf(args: readonly string[], env?: Readonly<Record<string, string>>) {
  const { status, output, errors } = await run(args, env);
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  return output.trim();
}

test('a token of the local issuer names the user, for an hour', async () => {
  const token = await tokenOf(['--user', 'ada']);
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', kid: expect.any(String) });
  const { iat = 0, ...claims } = decodeJwt(token);
  expect(claims).toEqual({
    iss: `${site}/local-issuer`,
    aud: site,
    sub: 'ada',
    exp: iat + 3600,
  });
});

test.each([
  ['30s', 30],
  ['15m', 900],
  ['2h', 7200],
  ['7d', 604_800],
])('--expires %s holds for %d seconds', async (expires, seconds) => {
  const token = await tokenOf(['--user', 'ada', '--expires', expires]);
  const { iat = 0, exp } = decodeJwt(token);
  expect(exp).toBe(iat + seconds);
});

test('--scope is what else the token allows', async () => {
  const token = await tokenOf(['--user', 'robot', '--scope', 'items:write']);
  expect(decodeJwt(token)).toMatchObject({ sub: 'robot', scope: 'items:write' });
});

test('with AUTH_SECRET the token is signed with it, and no key is made', async () => {
  const token = await tokenOf(['--user', 'ada'], { AUTH_SECRET: secret, AUTH_AUDIENCE: 'the-api' });
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256' });
  expect(decodeJwt(token)).toMatchObject({ iss: site, aud: 'the-api', sub: 'ada' });
  expect(await readdir('.')).toEqual([]);
});

test('the local issuer’s key is readable to its owner alone', async () => {
  await tokenOf(['--user', 'ada']);
  expect(await readdir('data')).toEqual(['local-issuer.json']);
  expect((await stat('data/local-issuer.json')).mode & 0o777).toBe(0o600);
});

test('commands that start at once sign with one key', async () => {
  const users = ['ada', 'grace', 'mary', 'jean'];
  const tokens = await Promise.all(users.map((user) => tokenOf(['--user', user])));
  expect(new Set(tokens.map((token) => decodeProtectedHeader(token).kid)).size).toBe(1);
  expect(await readdir('data')).toEqual(['local-issuer.json']);
});

test('--help tells the use', async () => {
  const { status, output } = await run(['--help']);
  expect(status).toBe(0);
  expect(output).toMatchInlineSnapshot(`
    "Prints a token for the API, signed as the local issuer or with AUTH_SECRET.

    npm run --silent token -- --user NAME [--scope SCOPE] [--expires 1h]

      --user     whom the token names
      --scope    what else it allows
      --expires  how long it holds: 30s, 15m, 1h (default), 7d

    The issuer is the address of the server: run it with the HOST, PORT and PUBLIC_URL that the server has.
    "
  `);
});

async function refusal(args: readonly string[], env?: Readonly<Record<string, string>>) {
  const { status, output, errors } = await run(args, env);
  expect({ status, output }).toEqual({ status: 2, output: '' });
  return errors.trim().split('\n')[0];
}

test('a token of nobody is refused', async () => {
  expect(await refusal([])).toMatchInlineSnapshot(`"--user is missing."`);
});

test.each(['1', '1w', '-1h', '1.5h'])('--expires=%s is refused', async (expires) => {
  expect(await refusal(['--user', 'ada', `--expires=${expires}`])).toBe(
    `--expires takes a number with s, m, h or d, not "${expires}".`,
  );
});

test('an outside issuer’s tokens are not signed here', async () => {
  const env = { AUTH_ISSUER: 'https://id.example', AUTH_SECRET: secret };
  expect(await refusal(['--user', 'ada'], env)).toMatchInlineSnapshot(
    `"Tokens come from AUTH_ISSUER, https://id.example; this command signs none in its place."`,
  );
});

test('a secret that could be guessed is refused', async () => {
  expect(await refusal(['--user', 'ada'], { AUTH_SECRET: 'short' })).toMatchInlineSnapshot(
    `"AUTH_SECRET is shorter than 32 bytes, so it could be guessed"`,
  );
});

test('an option that does not exist is refused by name', async () => {
  expect(await refusal(['--name', 'ada'])).toContain("'--name'");
});

test('a token works at a server that starts after it, or was there before', async () => {
  const port = await freePort();
  const env = { PORT: String(port) };
  const settings = readSettings({ ...env, OUT_DIR: inject('fixtureSite'), LOG_LEVEL: 'silent' });
  const early = await tokenOf(['--user', 'ada'], env);
  const server = await startServer(settings);
  const late = await tokenOf(['--user', 'ada'], env);
  for (const token of [early, late]) {
    const headers = { Authorization: `Bearer ${token}` };
    const me = await fetch(`${server.address}/api/v1/me`, { headers });
    expect(await me.json()).toMatchObject({ data: { subject: 'ada' } });
  }
  await server.stop();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
