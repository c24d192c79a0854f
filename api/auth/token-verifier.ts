import { createSecretKey, type KeyObject } from 'node:crypto';
import {
  createRemoteJWKSet,
  customFetch,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  jwtVerify,
} from 'jose';
import { z } from 'zod';
import { ApiError } from '../error.ts';
import type { Log } from '../log.ts';

/** Who a token names, and what it may do. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly scopes: readonly string[];
}

interface VerifierSettings {
  /** The issuer whose signature, or shared secret, is trusted. */
  readonly issuer: string;
  readonly audience: string;
  /** HS256 secret of a host platform, at least 32 bytes. */
  readonly secret?: string | undefined;
  /** Whether the issuer publishes keys; a platform that only shares a secret does not. */
  readonly hasKeys: boolean;
  readonly log: Log;
}

// Asymmetric only: a public key must never be taken for a shared secret.
const asymmetric = ['RS256', 'PS256', 'ES256', 'EdDSA'];

// Clocks of two machines that keep time differ by less.
const leewaySeconds = 5;

// Keys are looked at again this often, in the background; a provider that is away signs nobody out.
const refreshMs = 10 * 60_000;

/** Verifies bearer tokens. @see https://www.rfc-editor.org/rfc/rfc8725 for the pinned algorithms. */
export class TokenVerifier {
  readonly #settings: VerifierSettings;
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;
  // One object for all tokens: it is made ready for use once.
  readonly #secret: KeyObject | undefined;
  #refreshed = 0;

  constructor(settings: VerifierSettings) {
    this.#settings = settings;
    const { secret } = settings;
    this.#secret = secret === undefined ? undefined : createSecretKey(secret, 'utf8');
    this.#keys = createRemoteJWKSet(discoveryAddress(settings.issuer), {
      // Unknown key ids are asked for at most this often, so that forged ones cannot flood the issuer.
      cooldownDuration: 5_000,
      cacheMaxAge: Number.POSITIVE_INFINITY,
      timeoutDuration: 5_000,
      [customFetch]: (_address, { signal }) => publishedKeys(settings.issuer, signal),
    });
  }

  /** @throws {ApiError} 401 when the token does not hold, 503 when the issuer's keys cannot be had. */
  async verify(token: string): Promise<Identity> {
    try {
      const { payload } = await this.#verified(token);
      return identityFrom(payload);
    } catch (cause) {
      if (cause instanceof ApiError) throw cause;
      throw refused(cause);
    }
  }

  async #verified(token: string) {
    const { issuer, audience, hasKeys } = this.#settings;
    const claims = {
      issuer,
      audience,
      clockTolerance: leewaySeconds,
      requiredClaims: ['sub', 'exp'],
    };
    const { alg } = decodeProtectedHeader(token);
    if (alg === 'HS256' && this.#secret) {
      return jwtVerify(token, this.#secret, { ...claims, algorithms: ['HS256'] });
    }
    if (!hasKeys) throw new errors.JOSEAlgNotAllowed('Only HS256 is accepted.');
    this.#refreshNowAndThen();
    return jwtVerify(token, this.#keys, { ...claims, algorithms: asymmetric });
  }

  #refreshNowAndThen(): void {
    const now = Date.now();
    // The first keys are waited for, by the token that needs them.
    if (!this.#keys.jwks()) this.#refreshed = now;
    if (now - this.#refreshed <= refreshMs) return;
    this.#refreshed = now;
    this.#keys.reload().catch((error: Error) => {
      this.#settings.log('warn', {
        event: 'keys-not-refreshed',
        error: String(error.cause ?? error),
      });
    });
  }
}

const discoveryShape = z.object({ issuer: z.string(), jwks_uri: z.url() });

const discoveryAddress = (issuer: string): URL =>
  new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);

/**
 * The keys that an issuer publishes. Where they are is discovered each time, since an issuer may move
 * them. @see https://openid.net/specs/openid-connect-discovery-1_0.html
 */
async function publishedKeys(issuer: string, signal: AbortSignal): Promise<Response> {
  try {
    const discovery = await answerOf(discoveryAddress(issuer), signal);
    const found = discoveryShape.parse(await discovery.json());
    if (found.issuer !== issuer) throw new Error(`${issuer} calls itself ${found.issuer}`);
    return await answerOf(new URL(found.jwks_uri), signal);
  } catch (cause) {
    throw unavailable(cause);
  }
}

async function answerOf(address: URL, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response;
}

const unavailable = (cause: unknown): ApiError =>
  new ApiError(503, {
    detail: 'The sign-in service cannot be reached, so the token could not be checked.',
    headers: { 'Retry-After': '10' },
    cause,
  });

const payloadShape = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  scope: z.string().default(''),
});

function identityFrom(payload: JWTPayload): Identity {
  const { iss, sub, scope } = payloadShape.parse(payload);
  return { issuer: iss, subject: sub, scopes: scope.split(' ').filter(Boolean) };
}

// What an issuer answers in place of keys: no JSON, or JSON that holds none.
const brokenKeys = ['ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID'];

function refused(cause: unknown): ApiError {
  if (cause instanceof errors.JOSEError && brokenKeys.includes(cause.code))
    return unavailable(cause);
  const why = cause instanceof errors.JWTExpired ? 'has expired' : 'does not hold';
  return new ApiError(401, {
    detail: `The token ${why}.`,
    headers: {
      'WWW-Authenticate': `Bearer error="invalid_token", error_description="The token ${why}"`,
    },
    cause,
  });
}
