import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';
import { publicUrl } from '../live-app.ts';

/** A key pair as an issuer has it. */
export interface IssuerKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

export async function issuerKey(kid: string): Promise<IssuerKey> {
  return { kid, ...(await generateKeyPair('RS256', { extractable: true })) };
}

/** An OpenID Connect provider of somebody else, on a port of its own. */
export interface OutsideIssuer {
  readonly address: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** Settings under which the site trusts it. */
  readonly env: Readonly<Record<string, string>>;
  /** Publishes these keys from here on, below a path. */
  publish(keys: readonly IssuerKey[], path?: string): Promise<void>;
  /** Cuts every connection until it is back. */
  goAway(): void;
  comeBack(): void;
  /** Lets who asks wait until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
}

/** Where a site says it is that is served over TLS. */
export const secureUrl = 'https://tracker.example';

export const audience = 'the-api';
export const client = { id: 'model-tracker', secret: 'what the client knows' } as const;

/** Starts an issuer that signs in whoever comes, as Ada. */
export async function outsideIssuer(keys: readonly IssuerKey[]): Promise<OutsideIssuer> {
  const asked: string[] = [];
  let isAway = false;
  let held: Promise<void> = Promise.resolve();
  let provider: Provider;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    await held;
    if (isAway) request.socket.destroy();
    else if (path.startsWith('/interaction/')) {
      void provider.interactionFinished(request, response, { login: { accountId: 'ada' } });
    } else void provider.callback()(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publish = async (published: readonly IssuerKey[], path = '/keys') => {
    provider = await providerOf(address, published, path);
  };
  await publish(keys);
  return {
    address,
    asked,
    env: {
      AUTH_ISSUER: address,
      AUTH_AUDIENCE: audience,
      AUTH_CLIENT_ID: client.id,
      AUTH_CLIENT_SECRET: client.secret,
      AUTH_SECRET: '',
    },
    publish,
    goAway() {
      isAway = true;
    },
    comeBack() {
      isAway = false;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function providerOf(address: string, keys: readonly IssuerKey[], jwks: string) {
  return new Provider(address, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [publicUrl, secureUrl].map((site) => `${site}/api/v1/auth/callback`),
        grant_types: ['authorization_code', 'client_credentials'],
      },
    ],
    jwks: { keys: await Promise.all(keys.map(privateJwk)) },
    routes: { jwks },
    cookies: { keys: ['signs the cookies of the issuer'] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `${publicUrl}/api`,
        getResourceServerInfo: () => ({ scope: '', audience, accessTokenFormat: 'jwt' }),
      },
    },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
}

const privateJwk = async ({ kid, privateKey }: IssuerKey): Promise<JWK> => ({
  ...(await exportJWK(privateKey)),
  alg: 'RS256',
  use: 'sig',
  kid,
});

/** What a token of Ada's that holds for an hour says. */
export const adasClaims = (issuer: string): JWTPayload => ({
  iss: issuer,
  aud: audience,
  sub: 'ada',
  exp: secondsFromNow(3600),
});

export const secondsFromNow = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

/** A token signed by hand; claims that are undefined are left out. */
export function signedBy({ kid, privateKey }: IssuerKey, claims: JWTPayload): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
}
