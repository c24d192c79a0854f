import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProjectCopy, projectCopy } from './project-copy.ts';
import type { Running } from './run-command.ts';

// One copy for all: each test starts from what the one before it has built.
let project: ProjectCopy;
let first: Running;
beforeAll(async () => {
  project = await projectCopy();
  first = await project.start();
});
afterAll(() => project[Symbol.asyncDispose]());

/** Starts and stops, and tells whether the site was built on the way. */
async function buildsAtStart(): Promise<boolean> {
  const running = await project.start();
  expect(await running.stop('SIGTERM')).toBe(0);
  return running.said.output.includes('Built the pages');
}

test('the first start builds, tells the address, and answers there', async () => {
  expect(first.said.output).toMatch(/^Checked the content: .*\nBuilt the pages: /);
  expect(first.said.output).toMatch(
    /^Model Tracker answers on http:\/\/127\.0\.0\.1:\d+ \(Ctrl\+C stops it\)\.$/m,
  );
  const response = await fetch(`${first.address}/models/aurora-1`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('Aurora 1');
});

test('a request leaves one line of JSON on standard output', async () => {
  await fetch(`${first.address}/nothing?key=hidden`);
  const lastLine = () => first.said.output.trim().split('\n').at(-1) ?? '';
  await expect.poll(lastLine).toContain('/nothing');
  expect(JSON.parse(lastLine())).toMatchObject({ level: 'info', path: '/nothing', status: 404 });
  expect(lastLine()).not.toContain('hidden');
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops it with 0', async (signal) => {
  const running = await project.start();
  await fetch(running.address);
  expect(await running.stop(signal)).toBe(0);
  await expect(fetch(running.address)).rejects.toThrow('fetch failed');
});

test('a port that is taken is told in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  // Another port is another address, for which the site would be built again.
  const { status, output, errors } = await project.run('start', [], { PORT: String(port) });
  other.close();
  expect({ status, output }).toEqual({ status: 2, output: '' });
  // The local issuer says of itself that it is for one machine.
  const told = errors.replace(/^oidc-provider WARNING.*\n/gm, '');
  expect(told.replaceAll(String(port), 'PORT')).toMatchInlineSnapshot(`
    "Port PORT is taken. Stop what uses it, or choose another: PORT=4400 npm start
    "
  `);
});

describe('what is built already', () => {
  test('is served as it is when nothing changed', async () => {
    expect(await buildsAtStart()).toBe(false);
  });

  test('is built anew when content and code changed', async () => {
    await project.replace('content/models/aurora-2.yaml', 'reads images', 'sees images');
    await project.replace('src/pages/404.astro', 'There is no such page<', 'No such page<');
    expect(await buildsAtStart()).toBe(true);
  });

  test('shows what changed, without another build', async () => {
    const { address, said } = await project.start();
    expect(said.output).not.toContain('Built');
    expect(await (await fetch(`${address}/models/aurora-2`)).text()).toContain('sees images');
    expect(await (await fetch(`${address}/nothing`)).text()).toContain('>No such page<');
  });

  test('is not served in place of content with faults', async () => {
    await project.replace('content/models/aurora-2.yaml', 'aurora-labs', 'aurora-lab');
    const { status, errors } = await project.run('start', [], { PORT: '0' });
    expect(status).toBe(1);
    expect(errors).toContain('unknown-provider');
  });
});
