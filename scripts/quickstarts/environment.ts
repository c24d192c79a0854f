import { delimiter, dirname, join } from 'node:path';
import type { Snippet } from './snippet.ts';
import type { StubProvider } from './stub/provider.ts';

/** The variables that a snippet is run with, but for those that its page names; `folder` is the bench's. */
export const environmentOf = (
  snippet: Snippet,
  provider: StubProvider,
  folder: string,
): NodeJS.ProcessEnv => ({
  ...inherited(),
  ...throughProxy(provider.proxyUrl, folder),
  ...(needsRedirection(snippet) && redirected(provider)),
});

/** What an SDK sees that is read before its snippet is known: a proxy that leads nowhere. */
export const environmentBefore = (folder: string): NodeJS.ProcessEnv => ({
  ...inherited(),
  ...throughProxy('http://127.0.0.1:9', folder),
});

const inherited = (): NodeJS.ProcessEnv => ({
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
  LANG: 'C.UTF-8',
  // Before its first call the AWS SDK asks the machine whether it is one of Amazon's.
  AWS_EC2_METADATA_DISABLED: 'true',
  // And Hugging Face's asks its hub for the names of programs it may be run by.
  HF_HUB_DISABLE_TELEMETRY: '1',
});

function throughProxy(proxyUrl: string, folder: string): NodeJS.ProcessEnv {
  const authority = join(folder, 'authority.pem');
  return {
    HTTPS_PROXY: proxyUrl,
    https_proxy: proxyUrl,
    HTTP_PROXY: proxyUrl,
    http_proxy: proxyUrl,
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: authority,
    // Every snippet in TypeScript reads one of a few SDKs, which is compiled once for all.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
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
