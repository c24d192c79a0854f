import { type LiveApp, publicUrl } from '../live-app.ts';
import { CookieJar } from './cookie-jar.ts';

export const callbackPath = '/api/v1/auth/callback';

/** What a page of this site asks with. */
export const fromOwnPage = { Origin: publicUrl };

/** A jar that asks the site under test in this process and every other one over the network. */
export const readerOf = ({ app, services }: LiveApp): CookieJar =>
  new CookieJar((request) =>
    request.url.startsWith(`${services.publicUrl}/`) ? app.fetch(request) : fetch(request),
  );

/** Where a sign-in begins. */
export const signInAddress = (returnTo: string, site = publicUrl): string =>
  `${site}/api/v1/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`;

/** A reader who has signed in. */
export async function signedInReader(live: LiveApp): Promise<CookieJar> {
  const reader = readerOf(live);
  await reader.follow(signInAddress('/', live.services.publicUrl));
  return reader;
}
