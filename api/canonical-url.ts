import { createHash } from 'node:crypto';

/**
 * Parameters that tell a site where a reader came from and nothing about the page, by the campaign
 * tools that add them: Google, Meta, Microsoft, X, TikTok, Yandex, Mailchimp, HubSpot, Marketo,
 * Vero, Matomo, Olytics, Medium, Substack and the job boards.
 */
const trackers =
  /^(?:(?:utm|mtm|matomo|piwik|hsa|oly|vero)_\w+|pk_(?:campaign|kwd|source|medium|content)|gclid|gclsrc|dclid|gbraid|wbraid|_ga|_gl|srsltid|fbclid|fb_(?:action_ids|action_types|source|ref)|igshid|igsh|msclkid|twclid|ttclid|li_fat_id|yclid|_openstat|mc_[ce]id|_hsenc|_hsmi|__hs(?:tc|sc|fp)|hsctatracking|mkt_tok|ref_(?:src|url)|gh_src|lever-(?:source|origin|via)(?:\[\])?|publication_id|isfreemail|triedredirect)(?:=|$)|^source=rss-/i;

// Campaign tools that write behind the number sign, and a browser's mark of the words that were shared.
const trackingFragment = /^#(?:utm_|xtor=|Echobox=|:~:)/i;

/**
 * The address of a page without what only tracks its readers, and without a user name. Everything
 * else stays, so that it opens the same page at the same place.
 *
 * @throws {TypeError} when it is no absolute address.
 */
export function canonicalUrl(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  if (trackingFragment.test(url.hash)) url.hash = '';
  // By its parts, not by URLSearchParams, which would write the others anew: %20 as +.
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !trackers.test(part))
    .join('&');
  return url.href;
}

/**
 * What the addresses of one page have in common, whatever the way they are written: no scheme, no
 * `www.`, no slash at the end, parameters in order, no place on the page. For comparing; it leads
 * nowhere.
 */
export function urlKey(canonical: string): string {
  const { host, pathname, search, hash } = new URL(canonical);
  const parameters = search.slice(1).split('&').toSorted().join('&');
  const path = pathname.replace(/\/$/, '');
  // A fragment that begins so is the address within an application that has only one page.
  const route = /^#[!/]/.test(hash) ? hash : '';
  return [host.replace(/^www\./, ''), path, parameters && `?${parameters}`, route].join('');
}

/** The id of an item, for ever, by its kind and the place where it was first seen. */
export const itemId = (kind: string, source: string, externalId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, source, externalId]))
    .digest('hex')
    // Of 96 bits no two among billions are equal.
    .slice(0, 24);
