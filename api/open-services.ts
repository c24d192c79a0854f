import type { Settings } from '../src/settings.ts';
import { identifier, scopeReader } from './auth/identify.ts';
import {
  type IssuerHandler,
  localClientId,
  localIssuer,
  localIssuerPath,
} from './auth/local-issuer.ts';
import { OpenIdClient } from './auth/open-id.ts';
import { Sessions } from './auth/sessions.ts';
import { TokenVerifier } from './auth/token-verifier.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { clientAddress } from './client-address.ts';
import { adoptAliases } from './db/counts.ts';
import { openDatabase } from './db/open.ts';
import { sharedSecret } from './db/secrets.ts';
import { WriteQueue } from './db/write-queue.ts';
import type { Linker } from './items/links.ts';
import { LiveCounts } from './live-counts.ts';
import type { Log } from './log.ts';
import { openItems } from './open-items.ts';
import type { SignInServices } from './routes/auth.ts';
import type { Services } from './services.ts';
import { ViewCounter } from './view-counter.ts';

/** The live half, open: its services, the local issuer if there is one, and how to end. */
export interface OpenServices {
  readonly services: Services & SignInServices;
  readonly issuer: IssuerHandler | undefined;
  /** Writes what is pending and closes the database. */
  close(): Promise<void>;
}

/** The issuer's key stands beside the embedded database. */
export const localKeyFile = 'data/local-issuer.json';

const loopback = ['127.0.0.1', 'localhost', '::1', '[::1]'];

/**
 * Who signs users in, by the settings: an outside issuer, a host platform's secret, or this machine;
 * nobody where strangers would reach the local issuer, which takes any name at its word.
 */
export function trustedIssuer({ auth, publicUrl }: Settings) {
  const audience = auth.audience ?? auth.clientId ?? publicUrl;
  if (auth.issuer !== undefined) return { kind: 'outside', issuer: auth.issuer, audience } as const;
  if (auth.secret !== undefined) return { kind: 'secret', issuer: publicUrl, audience } as const;
  const kind = loopback.includes(new URL(publicUrl).hostname) ? 'local' : 'none';
  return { kind, issuer: publicUrl + localIssuerPath, audience } as const;
}

/** Opens what the routes work with. @throws when the database or the settings do not allow it. */
export async function openServices(
  settings: Settings,
  catalog: CatalogIndex,
  { log, linker }: { readonly log: Log; readonly linker?: Linker },
): Promise<OpenServices> {
  const { publicUrl, auth } = settings;
  const { kind, issuer, audience } = trustedIssuer(settings);
  const callback = `${publicUrl}/api/v1/auth/callback`;
  if (kind === 'local' || kind === 'none') refuseOpenIssuer(settings);
  if (kind === 'none') {
    const reason = `PUBLIC_URL is ${publicUrl}, where the local sign-in would answer strangers. Set AUTH_ISSUER or AUTH_SECRET.`;
    log('warn', { event: 'no-sign-in', reason });
  }
  const database = await openDatabase(settings.database);
  const writes = new WriteQueue(database);
  await adoptAliases(database, writes, catalog.aliases);
  const now = () => new Date();
  const key = await sharedSecret(writes, 'sessions');
  const sessions = new Sessions({
    database,
    writes,
    key,
    isSecure: publicUrl.startsWith('https:'),
    now,
  });
  const clientId = kind === 'local' ? localClientId : auth.clientId;
  const openId =
    kind === 'secret' || kind === 'none' || clientId === undefined
      ? undefined
      : new OpenIdClient({ issuer, clientId, clientSecret: auth.clientSecret, callback, key });
  const verifier = new TokenVerifier({
    issuer,
    audience,
    secret: auth.secret,
    hasKeys: kind === 'outside' || kind === 'local',
    log,
  });
  const items = await openItems({ database, writes, catalog, linker, now, log });
  const views = new ViewCounter();
  const counts = new LiveCounts({ database, writes, views, log });
  await counts.start();
  const origins = [new URL(publicUrl).origin];
  return {
    services: {
      catalog,
      database,
      writes,
      counts,
      views,
      identify: identifier({ verifier, sessions, database, writes, origins, now }),
      scopesOf: scopeReader(verifier),
      async storeItems(...told) {
        const stored = await items.storeItems(...told);
        if (stored.created + stored.updated + stored.closed > 0) counts.renew();
        return stored;
      },
      addressOf: clientAddress(settings.isProxyTrusted),
      now,
      openId,
      sessions,
      publicUrl,
    },
    issuer:
      kind === 'local'
        ? await localIssuer({ publicUrl, callback, keyFile: localKeyFile })
        : undefined,
    async close() {
      await items.close();
      await counts.stop();
      database.close();
    },
  };
}

/** The local issuer believes any name, so it may answer nobody but this machine. */
function refuseOpenIssuer({ host }: Settings): void {
  if (loopback.includes(host)) return;
  throw new Error(
    `HOST is ${host}, and without AUTH_ISSUER or AUTH_SECRET the local sign-in would answer strangers. Set one of them, or HOST=127.0.0.1.`,
  );
}
