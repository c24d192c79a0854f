import { EncryptJWT, jwtDecrypt } from 'jose';
import * as openId from 'openid-client';
import { z } from 'zod';
import { ApiError } from '../error.ts';
import type { Identity } from './token-verifier.ts';

interface ClientSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** Where the issuer sends the browser back to. */
  readonly callback: string;
  /** Seals what must survive the way to the issuer and back; 32 bytes. */
  readonly key: Uint8Array;
}

/** What a sign-in must remember until the browser comes back. */
const flowShape = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  returnTo: z.string(),
});

// Long enough to find a password, short enough that a forgotten tab does not sign in next day.
const flowMinutes = 10;

/** Signs users in by the OpenID Connect code flow with PKCE, state and nonce. */
export class OpenIdClient {
  readonly #settings: ClientSettings;
  #configuration: Promise<openId.Configuration> | undefined;

  constructor(settings: ClientSettings) {
    this.#settings = settings;
  }

  /** Where to send the browser, and what it must bring back in a cookie. */
  async begin(returnTo: string): Promise<{ readonly address: string; readonly flow: string }> {
    const configuration = await this.#discovered();
    const flow = {
      verifier: openId.randomPKCECodeVerifier(),
      state: openId.randomState(),
      nonce: openId.randomNonce(),
      returnTo,
    };
    const address = openId.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#settings.callback,
      scope: 'openid',
      code_challenge: await openId.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
      state: flow.state,
      nonce: flow.nonce,
    });
    return { address: address.href, flow: await this.#seal(flow) };
  }

  /** Who came back, and where they were going. @throws {ApiError} 400 when the answer is not to this flow. */
  async finish(
    query: string,
    flow: string | undefined,
  ): Promise<{ readonly identity: Identity; readonly returnTo: string }> {
    const { verifier, state, nonce, returnTo } = await this.#unseal(flow);
    const configuration = await this.#discovered();
    const answer = new URL(this.#settings.callback);
    answer.search = query;
    try {
      const tokens = await openId.authorizationCodeGrant(configuration, answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('The answer holds no ID token.');
      return { identity: { issuer: claims.iss, subject: claims.sub, scopes: [] }, returnTo };
    } catch (cause) {
      throw new ApiError(400, {
        detail: 'The sign-in could not be finished. Start it again.',
        cause,
      });
    }
  }

  #discovered(): Promise<openId.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const address = new URL(issuer);
    // Plain HTTP is for the local issuer alone.
    const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname);
    const execute = isLoopback ? [openId.allowInsecureRequests] : [];
    this.#configuration ??= openId
      .discovery(address, clientId, clientSecret, clientSecret ? undefined : openId.None(), {
        execute,
      })
      .catch((cause: unknown) => {
        this.#configuration = undefined;
        throw new ApiError(503, {
          detail: 'The sign-in service cannot be reached. Try again in a moment.',
          headers: { 'Retry-After': '10' },
          cause,
        });
      });
    return this.#configuration;
  }

  #seal(flow: z.infer<typeof flowShape>): Promise<string> {
    return new EncryptJWT(flow)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(`${flowMinutes}m`)
      .encrypt(this.#settings.key);
  }

  async #unseal(flow: string | undefined): Promise<z.infer<typeof flowShape>> {
    try {
      const { payload } = await jwtDecrypt(flow ?? '', this.#settings.key);
      return flowShape.parse(payload);
    } catch (cause) {
      throw new ApiError(400, {
        detail:
          'No sign-in was begun in this browser, or it took longer than ten minutes. Start it again.',
        cause,
      });
    }
  }
}
