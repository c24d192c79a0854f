import type { AuthoredProvider } from '../schema/provider.ts';
import type { Protocol } from './protocol.ts';

/** A protocol as one provider is called by it. */
export interface Call {
  /** Id of the provider; `local` for a program on the reader's own machine. */
  readonly provider: string;
  readonly protocol: Protocol;
  /** Without a slash at its end; may hold a variable as `$NAME`. */
  readonly baseUrl: string;
  /** The variable with the key, where one is asked for. */
  readonly keyVariable?: string;
  /** Where a key is to be had. */
  readonly keyPage?: string;
}

/** How a provider is called by a protocol; undefined where base URL or key variable are stated nowhere. */
export function callOf(
  protocol: Protocol,
  provider: { readonly id: string } & Pick<AuthoredProvider, 'api' | 'docs'>,
): Call | undefined {
  const baseUrl = protocol.baseUrl ?? provider.api?.baseUrl?.replace(/\/$/, '');
  const keyVariable = protocol.keyVariable ?? provider.api?.keyVariable;
  const keyPage = protocol.keyPage ?? provider.docs;
  if (baseUrl === undefined) return undefined;
  if (!protocol.request.authentication) return { provider: provider.id, protocol, baseUrl };
  if (keyVariable === undefined) return undefined;
  return { provider: provider.id, protocol, baseUrl, keyVariable, ...(keyPage && { keyPage }) };
}

/** Every variable that must be set before a snippet runs, the key's last. */
export function variablesOf({ baseUrl, keyVariable }: Call): readonly string[] {
  const inAddress = [...baseUrl.matchAll(/\$([A-Z_]+)/g)].map(([, name]) => name as string);
  return keyVariable === undefined ? inAddress : [...inAddress, keyVariable];
}
