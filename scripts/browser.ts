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

// Our pages reach nothing but the loopback interface, so the browser has no need to look for
// updates; as root it runs only without its sandbox.
const quietArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launches the Chromium of this machine, or the one that a package brings together with its libraries. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const { path, libraries } = await browserProgram();
  return chromium.launch({
    executablePath: path,
    args: [...quietArgs, ...args],
    env: libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env,
  });
}

interface BrowserProgram {
  readonly path: string;
  /** Folder of the shared libraries that it needs and the machine may lack. */
  readonly libraries?: string;
}

async function browserProgram(): Promise<BrowserProgram> {
  const installed = usualPaths.find((path) => path !== undefined && existsSync(path));
  if (installed !== undefined) return { path: installed };
  const packaged = await import('@sparticuz/chromium');
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  await packaged.inflate(join(dirname(entry), '../bin/al2023.tar.br'));
  return {
    path: await packaged.default.executablePath(),
    libraries: join(tmpdir(), 'al2023/lib'),
  };
}
