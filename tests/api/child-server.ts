import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';
import { fixtureDay } from '../global-setup.ts';
import { authSecret, publicUrl } from './live-app.ts';

/** `npm start` over the fixture's site, in a process of its own. */
export interface ChildServer {
  readonly address: string;
  /** Everything that it printed. */
  output(): string;
  /** Sends a signal and resolves with the exit code when the process is gone; null when it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export async function startChild(env: Readonly<Record<string, string>>): Promise<ChildServer> {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, ...fixtureSettings(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const parts: Buffer[] = [];
  const output = () => Buffer.concat(parts).toString();
  const address = await addressOf(child, parts);
  return {
    address,
    output,
    async end(signal) {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** Settings under which the fixture's site counts as built, on any free port. */
const fixtureSettings = () => ({
  OUT_DIR: inject('fixtureSite'),
  CONTENT_DIR: 'tests/fixtures/catalog',
  CATALOG_DATE: fixtureDay,
  PUBLIC_URL: publicUrl,
  PORT: '0',
  AUTH_SECRET: authSecret,
  RATE_LIMITS: 'off',
  INGEST: 'off',
});

function addressOf(child: ChildProcess, parts: Buffer[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.stdout?.on('data', (part: Buffer) => {
    parts.push(part);
    const address = /answers on (http:\S+)/.exec(Buffer.concat(parts.slice(0, 20)).toString())?.[1];
    if (address !== undefined) resolve(address);
  });
  child.once('exit', (code) =>
    reject(new Error(`The server ended with ${code} before it answered.`)),
  );
  return promise;
}
