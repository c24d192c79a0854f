import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { Language } from '../../src/catalog/quickstarts/protocol.ts';
import type { BodyCheck } from './schemas/body-checks.ts';
import type { Failure, Snippet } from './snippet.ts';
import type { Said } from './stub/answer.ts';
import type { Certificates } from './stub/certificate.ts';
import { expectationOf } from './stub/expectation.ts';
import { playProvider, type StubProvider } from './stub/provider.ts';

/** What every run of a snippet needs; made once. */
export interface Bench {
  /** A folder with one folder for each run below it, and the authority's certificate. */
  readonly folder: string;
  readonly certificates: Certificates;
  readonly checkOf: (type: string) => BodyCheck;
  /** The interpreter with the official SDKs; absent where there is none. */
  readonly python?: string;
}

const fileNames: Readonly<Record<Language, string>> = {
  curl: 'quickstart.sh',
  python: 'quickstart.py',
  typescript: 'quickstart.ts',
};

// The slowest, a Python SDK on a busy machine, takes a few seconds; what hangs should be told.
const longestRun = 60_000;

/** Makes the folder that runs take place in. The caller removes it. */
export async function benchFolder(certificates: Certificates): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'quickstarts-'));
  await writeFile(join(folder, 'authority.pem'), certificates.authority);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  // The reader has installed the SDK; here it stands where a module looks for it.
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

/**
 * Runs a snippet as the page shows it, with nothing set but environment variables, against a provider
 * that is played. Tells all that went wrong, or nothing.
 */
export async function runSnippet(snippet: Snippet, bench: Bench): Promise<Failure | undefined> {
  const expected = expectationOf(snippet);
  const said = newSaid();
  const check = bench.checkOf(expected.bodyType);
  const provider = await playProvider(expected, {
    certificates: bench.certificates,
    said,
    check,
  });
  const folder = await mkdtemp(join(bench.folder, 'run-'));
  try {
    const file = join(folder, fileNames[snippet.language]);
    await writeFile(file, snippet.code);
    await mkdir(join(folder, 'home'));
    const done = await runProgram(snippet, file, bench, {
      ...inherited(),
      HOME: join(folder, 'home'),
      ...throughProxy(provider, bench.folder),
      ...(needsRedirection(snippet) && redirected(provider)),
      ...expected.environment,
    });
    const faults = [...provider.faults(), ...outcomeFaults(done, snippet, said)];
    if (faults.length === 0) return undefined;
    const sent = provider.sent();
    return { snippet, step: 'run', faults, ...(sent && { sent }) };
  } finally {
    provider.close();
    await rm(folder, { recursive: true });
  }
}

/** An answer that no snippet can know before. */
function newSaid(): Said {
  const nonce = Math.random().toString(36).slice(2, 10);
  return {
    pieces: [`Because of ${nonce}, `, `Rayleigh ${nonce}.`],
    city: `Paris ${nonce}`,
    vector: [0.0625, Math.floor(Math.random() * 1000) + 0.5],
  };
}

const inherited = (): NodeJS.ProcessEnv => ({
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
  LANG: 'C.UTF-8',
  // Before its first call the AWS SDK asks the machine whether it is one of Amazon's.
  AWS_EC2_METADATA_DISABLED: 'true',
  // And Hugging Face's asks its hub for the names of programs it may be run by.
  HF_HUB_DISABLE_TELEMETRY: '1',
});

function throughProxy({ proxyUrl }: StubProvider, folder: string): NodeJS.ProcessEnv {
  const authority = join(folder, 'authority.pem');
  return {
    HTTPS_PROXY: proxyUrl,
    https_proxy: proxyUrl,
    HTTP_PROXY: proxyUrl,
    http_proxy: proxyUrl,
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: authority,
    CURL_CA_BUNDLE: authority,
    SSL_CERT_FILE: authority,
    REQUESTS_CA_BUNDLE: authority,
    AWS_CA_BUNDLE: authority,
  };
}

const needsRedirection = ({ language, call }: Snippet): boolean =>
  language === 'typescript' &&
  call.protocol.sdks.typescript.package === '@aws-sdk/client-bedrock-runtime';

const redirected = ({ tlsPort }: StubProvider): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=${join(import.meta.dirname, 'stub/redirect-sockets.mjs')}`,
  QUICKSTART_STUB_PORT: String(tlsPort),
});

interface Done {
  readonly status: number | null;
  readonly output: string;
  readonly complaint: string;
}

function runProgram(
  { language }: Snippet,
  file: string,
  { python = 'python3' }: Bench,
  env: NodeJS.ProcessEnv,
): Promise<Done> {
  const programs: Readonly<Record<Language, string>> = {
    curl: 'bash',
    python,
    typescript: process.execPath,
  };
  return new Promise((done, fail) => {
    const child = spawn(programs[language], [file], {
      env,
      cwd: dirname(file),
      timeout: longestRun,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, complaint] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', fail);
    child.on('close', (status) => done({ status, output, complaint }));
  });
}

function outcomeFaults(
  { status, output, complaint }: Done,
  { variant, call }: Snippet,
  { pieces, city, vector }: Said,
): readonly string[] {
  if (status !== 0) {
    return [`It ended with status ${status}: ${complaint.trim().split('\n').slice(-6).join('\n')}`];
  }
  const wanted =
    call.protocol.task === 'embedding'
      ? vector.map(String)
      : variant === 'toolCall'
        ? ['get_weather', city]
        : pieces.map((piece) => piece.trim());
  const missing = wanted.filter((text) => !output.includes(text));
  return missing.length === 0
    ? []
    : [`It printed no "${missing.join('" and no "')}"; it printed: ${output.slice(0, 400)}`];
}
