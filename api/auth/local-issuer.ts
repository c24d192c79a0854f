import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { html } from 'hono/html';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
// @ts-expect-error The package types its front door only.
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';

/** The path below which the local issuer answers. */
export const localIssuerPath = '/local-issuer';

export const localClientId = 'model-tracker';

interface LocalIssuerSettings {
  /** Address of the site, on the loopback interface. */
  readonly publicUrl: string;
  readonly callback: string;
  readonly keyFile: string;
}

// Its pages hold a form and nothing else.
const guards = [
  [
    'Content-Security-Policy',
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
] as const;

/** A request that the issuer may answer; tells whether it did. */
export type IssuerHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * A real OpenID Connect provider for one machine, so that a newcomer can sign in without an account
 * anywhere: it takes any name at its word. It is therefore for the loopback interface alone.
 */
export async function localIssuer(settings: LocalIssuerSettings): Promise<IssuerHandler> {
  const { publicUrl, callback, keyFile } = settings;
  const provider = new Provider(publicUrl + localIssuerPath, {
    clients: [
      {
        client_id: localClientId,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'none',
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    // Its own default, chosen: a sign-in that a restart interrupts is begun again.
    adapter: createMemoryAdapter(),
    jwks: { keys: [await localKey(keyFile)] },
    cookies: { keys: [crypto.randomUUID()] },
    features: { devInteractions: { enabled: false } },
    renderError: (context, { error_description: why }) => {
      context.type = 'html';
      context.body = page(html`<h1>This sign-in cannot go on</h1><p>${why}</p>${wayBack}`);
    },
    interactions: { url: (_context, { uid }) => `${localIssuerPath}/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    // Signing in is all that is asked; there is nothing to consent to on one's own machine.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    // A session of its own would sign the next person in under the last one's name.
    ttl: { Interaction: 600, Session: 10, Grant: 86_400, IdToken: 600, AccessToken: 600 },
  });
  const answer = provider.callback();
  return (request, response) => {
    const path = request.url ?? '';
    if (!path.startsWith(`${localIssuerPath}/`)) return false;
    for (const [field, value] of guards) response.setHeader(field, value);
    if (path.startsWith(`${localIssuerPath}/interaction/`)) {
      void signInPage(provider, request, response);
      return true;
    }
    // The provider finds its own path from the difference between these two.
    Object.assign(request, { originalUrl: path, url: path.slice(localIssuerPath.length) });
    void answer(request, response);
    return true;
  };
}

/** The issuer's key, kept in a file so that tokens outlive a restart and `npm run token` can sign. */
export async function localKey(keyFile: string): Promise<JWK> {
  try {
    return JSON.parse(await readFile(keyFile, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = crypto.randomUUID();
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid };
  await mkdir(dirname(keyFile), { recursive: true });
  // Linked when whole, so that of two processes that start at once both take the key of the first.
  const draft = `${keyFile}.${kid}`;
  await writeFile(draft, JSON.stringify(key), { mode: 0o600 });
  await link(draft, keyFile).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return JSON.parse(await readFile(keyFile, 'utf8')) as JWK;
}

async function signInPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    // Of this browser, and not run out: else it throws.
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') return sendPage(response, 200, signInForm());
    const name = new URLSearchParams(await bodyOf(request)).get('name')?.trim() ?? '';
    if (!/^[\p{L}\p{N} ._@-]{1,64}$/u.test(name)) return sendPage(response, 400, signInForm(name));
    await provider.interactionFinished(request, response, { login: { accountId: name } });
  } catch {
    sendPage(response, 400, html`<h1>This sign-in has run out</h1>${wayBack}`);
  }
}

const wayBack = html`<p><a href="/">Back to the catalog</a></p>`;

const signInForm = (refused?: string) => html`<h1>Sign in on this machine</h1>
<p>This is the catalog’s own sign-in for trying it out: it takes any name at its word.</p>
${refused === undefined ? '' : html`<p role="alert">A name has 1 to 64 letters, digits, spaces or . _ @ -</p>`}
<form method="post">
  <label>Name <input name="name" value="${refused ?? 'reader'}" required maxlength="64" autofocus></label>
  <button>Sign in</button>
</form>`;

function sendPage(response: ServerResponse, status: number, body: ReturnType<typeof html>): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(page(body));
}

const page = (body: ReturnType<typeof html>): string =>
  String(
    html`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Sign in</title>${body}</html>`,
  );

// A name and nothing else comes in.
const longestBody = 4096;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > longestBody) throw new Error('The form is too long.');
  }
  return body;
}
