import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './public-address.ts';
import { SourceError } from './source-error.ts';

/** How long the parts of a request may take, in milliseconds. */
export interface Timeouts {
  readonly connectMs: number;
  /** From the request to the head of its answer. */
  readonly headersMs: number;
  /** Everything, redirects included. */
  readonly wholeMs: number;
}

// A site that is well answers within a second; one on the other side of the world, and busy, within these.
const usualTimeouts: Timeouts = { connectMs: 10_000, headersMs: 15_000, wholeMs: 45_000 };

/** What a download may do; tests put a network of their own in its place. */
export interface NetworkRules {
  readonly timeouts: Timeouts;
  /** Whether an IP address may be connected to. */
  readonly isAllowed: (address: string) => boolean;
  readonly lookup: typeof systemLookup;
}

export const usualRules: NetworkRules = {
  timeouts: usualTimeouts,
  isAllowed: isPublicAddress,
  lookup: systemLookup,
};

/** Connections that are made only to allowed addresses, of whatever name: the check is on what is connected to. */
export function guardedAgent({ timeouts, isAllowed, lookup }: NetworkRules): Agent {
  return new Agent({
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.wholeMs,
    connect: {
      timeout: timeouts.connectMs,
      // The addresses that are checked here are those that are connected to: nobody resolves the name again.
      lookup(hostname, options, answer) {
        lookup(hostname, { ...options, all: true }, (error, addresses) => {
          if (error) return answer(error, []);
          const refused = addresses.find(({ address }) => !isAllowed(address));
          if (refused) return answer(refusedAddress(hostname, refused.address), []);
          const [first] = addresses as [LookupAddress];
          if (options.all) return answer(null, addresses);
          return answer(null, first.address, first.family);
        });
      },
    },
  });
}

/** Refuses what is not to be asked at all. @throws {SourceError} */
export function checkAddress(url: URL, { isAllowed }: NetworkRules): void {
  if (!/^https?:$/.test(url.protocol)) {
    throw new SourceError('address-refused', `${url.href} is not on the web`);
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  // An address in place of a name is connected to without being looked up.
  if (isIP(host) !== 0 && !isAllowed(host)) throw refusedAddress(url.hostname, host);
}

const refusedAddress = (host: string, address: string): SourceError =>
  new SourceError(
    'address-refused',
    host === address
      ? `${host} is not on the public internet`
      : `${host} leads to ${address}, which is not on the public internet`,
  );
