import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Database } from '../db/open.ts';
import { addSession, revokeSession, sessionUser } from '../db/sessions.ts';
import type { WriteQueue } from '../db/write-queue.ts';

const cookieName = 'session';

// Says to a page's script only that there is a session, so that it asks the API about the reader or
// saves itself the question.
const hintName = 'signed-in';

// The cookie is good for this long and renewed while it is used; the session ends a month after sign-in.
const cookieMinutes = 15;
const sessionDays = 30;

interface SessionStore {
  readonly database: Database;
  readonly writes: WriteQueue;
  /** Signs the cookies; shared by every process on the database. */
  readonly key: Uint8Array;
  /** Whether the site is served over TLS. */
  readonly isSecure: boolean;
  readonly now: () => Date;
}

/** Browser sessions: a short-lived signed cookie that names a row, which sign-out deletes. */
export class Sessions {
  readonly #store: SessionStore;

  constructor(store: SessionStore) {
    this.#store = store;
  }

  async begin(context: Context, userId: bigint): Promise<void> {
    const { writes, now } = this.#store;
    const id = randomBytes(18).toString('base64url');
    const expiresAt = new Date(now().getTime() + sessionDays * 86_400_000);
    await addSession(writes, { id, userId, expiresAt, now: now() });
    await this.#setCookie(context, id);
  }

  /** The user of the request's session; renews a cookie that has run out while its session has not. */
  async user(context: Context): Promise<bigint | undefined> {
    const { database, now } = this.#store;
    const read = await this.#read(context);
    if (!read) return undefined;
    const userId = await sessionUser(database, read.id, now());
    if (userId !== undefined && read.isStale) await this.#setCookie(context, read.id);
    return userId;
  }

  async end(context: Context): Promise<void> {
    const read = await this.#read(context);
    if (read) await revokeSession(this.#store.writes, read.id);
    deleteCookie(context, cookieName, { path: '/' });
    deleteCookie(context, hintName, { path: '/' });
  }

  async #setCookie(context: Context, id: string): Promise<void> {
    const { key, isSecure, now } = this.#store;
    const issued = Math.floor(now().getTime() / 1000);
    const value = await new SignJWT({ sid: id })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(issued + cookieMinutes * 60)
      .sign(key);
    const attributes = {
      sameSite: 'Lax',
      secure: isSecure,
      path: '/',
      maxAge: sessionDays * 86_400,
    } as const;
    setCookie(context, cookieName, value, { ...attributes, httpOnly: true });
    setCookie(context, hintName, '1', attributes);
  }

  async #read(
    context: Context,
  ): Promise<{ readonly id: string; readonly isStale: boolean } | undefined> {
    const { key, now } = this.#store;
    const value = getCookie(context, cookieName);
    if (value === undefined) return undefined;
    try {
      const { payload } = await jwtVerify(value, key, {
        algorithms: ['HS256'],
        currentDate: now(),
      });
      return { id: String(payload['sid']), isStale: false };
    } catch (error) {
      // Only its time has run out; the signature held, or jose would have said so first.
      if (error instanceof errors.JWTExpired) {
        return { id: String(error.payload['sid']), isStale: true };
      }
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
