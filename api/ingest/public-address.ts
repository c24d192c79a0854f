import ipaddr from 'ipaddr.js';

// Azure answers questions about the machine at an address that is otherwise public.
const metadata = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one that anybody on the internet can reach: neither this machine, nor a
 * network around it, nor a group, nor where clouds tell a machine about itself. IPv4 within IPv6 is taken for
 * what it is.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  return plain.range() === 'unicast' && !metadata.has(plain.toString());
}
