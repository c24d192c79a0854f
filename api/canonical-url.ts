import { createHash } from 'node:crypto';

/**
 * Parameters that tell a site where a reader came from and nothing about the page, by the campaign
 * tools that add them: Google, Meta, Microsoft, X, TikTok, Yandex, Mailchimp, HubSpot, Marketo,
 * Vero, Matomo, Olytics, Substack and the job boards.
 */
const trackers =
  /^(?:utm_.+|mtm_.+|pk_(?:campaign|kwd|source|medium|content)|matomo_.+|piwik_.+|hsa_.+|oly_.+|vero_.+|gclid|gclsrc|dclid|gbraid|wbraid|_ga|_gl|srsltid|fbclid|fb_(?:action_ids|action_types|source|ref)|igshid|igsh|msclkid|twclid|ttclid|li_fat_id|yclid|_openstat|mc_[ce]id|_hsenc|_hsmi|__hs(?:tc|sc|fp)|hsctatracking|mkt_tok|ref_(?:src|url)|rss|gh_src|lever-(?:source|origin|via).*|publication_id|isfreemail|triedredirect)$/i;

/**
 * The address of a page without what only tracks its readers: tracking parameters, a fragment that
 * leads to a place on the page, and a user name. Everything else stays, so that the address opens
 * the same page.
 *
 * @throws {TypeError} when it is no absolute address.
 */
export function canonicalUrl(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  // A fragment that begins so is the address within an application that has only one page.
  if (!/^#[!/]/.test(url.hash)) url.hash = '';
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !trackers.test(parameterName(part)));
  // By its parts, not by URLSearchParams, which would write the others anew: %20 as +.
  url.search = kept.join('&');
  return url.href;
}

function parameterName(part: string): string {
  const [name = ''] = part.split('=');
  try {
    return decodeURIComponent(name);
  } catch {
    // Not percent-encoding after all, so that it stands for itself.
    return name;
  }
}

/**
 * What the addresses of one page have in common, whatever the way they are written: no scheme, no
 * `www.`, no slash at the end, parameters in order. For comparing; it leads nowhere.
 */
export function urlKey(canonical: string): string {
  const { host, pathname, search, hash } = new URL(canonical);
  const parameters = search.slice(1).split('&').toSorted().join('&');
  const path = pathname.replace(/\/$/, '');
  return [host.replace(/^www\./, ''), path, parameters && `?${parameters}`, hash].join('');
}

/** The id of an item by its kind and the key of the address where it was first seen. */
export const itemId = (kind: string, key: string): string =>
  createHash('sha256').update(`${kind} ${key}`).digest('hex').slice(0, 24);
