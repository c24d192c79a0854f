/** Tells whether this browser has a session, without asking the API. */
export const isSignedIn = (): boolean => /(?:^|; )signed-in=1/.test(document.cookie);

/** Where signing in starts; the reader comes back to a path of this site. */
export const signInAddress = (returnTo: string): string =>
  `/api/v1/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
