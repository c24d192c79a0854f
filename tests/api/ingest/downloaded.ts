import type { ServerResponse } from 'node:http';
import { downloader } from '../../../api/ingest/download.ts';
import type { NetworkRules } from '../../../api/ingest/network.ts';
import { localRules, localSite } from './local-site.ts';

/** The most that these downloads bring, in bytes. */
export const megabyte = 1024 * 1024;

/** What a download from a local site that answers so brings, or fails of. */
export async function downloaded(
  answer: (response: ServerResponse, path: string) => void,
  {
    rules = localRules,
    path = '/',
    headers = {},
  }: {
    readonly rules?: NetworkRules;
    readonly path?: string;
    readonly headers?: { readonly etag?: string; readonly lastModified?: string };
  } = {},
) {
  const site = await localSite(({ url }, response) => answer(response, url ?? ''));
  const { download, close } = downloader('ModelTracker/test (+https://tracker.example)', rules);
  const wanted = { url: site.origin + path, accept: 'text/xml', mostBytes: megabyte, ...headers };
  const got = await download(wanted).catch((error: unknown) => ({
    error,
    url: '',
    body: undefined,
  }));
  await close();
  return { ...got, site, text: got.body?.toString() };
}

/** What a download from a local site that answers so fails of. */
export const failureOf = async (...given: Parameters<typeof downloaded>) => {
  const { error, site } = (await downloaded(...given)) as {
    error?: Error;
    site: { origin: string };
  };
  const { code, message, isPassing, retryAfterMs } = error as unknown as Record<string, unknown>;
  const host = new URL(site.origin).host;
  return { code, message: String(message).replaceAll(host, 'HOST'), isPassing, retryAfterMs };
};
