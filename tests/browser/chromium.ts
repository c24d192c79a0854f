import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

// Where the usual packages put it; CHROME_PATH names any other.
const usualPaths = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Tests reach nothing but the loopback interface, so the browser has no need to look for updates;
// as root it runs only without its sandbox.
const quietArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The Chromium of this machine, or the one that a package brings together with its libraries. */
export async function browserProgram(): Promise<BrowserProgram> {
  const installed = usualPaths.find((path) => path !== undefined && existsSync(path));
  if (installed !== undefined) return { path: installed, env: {} };
  const packaged = await import('@sparticuz/chromium');
  const bin = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../bin',
  );
  await packaged.inflate(join(bin, 'al2023.tar.br'));
  return {
    path: await packaged.default.executablePath(),
    env: { LD_LIBRARY_PATH: join(tmpdir(), 'al2023/lib') },
  };
}

export const browserArgs: readonly string[] = quietArgs;

export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await browserProgram();
  return chromium.launch({
    executablePath: path,
    args: [...quietArgs],
    env: { ...process.env, ...env } as Record<string, string>,
  });
}
