import { generate } from 'selfsigned';

/** A throw-away authority, and a certificate by it for every host that is played. */
export interface Certificates {
  readonly authority: string;
  readonly key: string;
  readonly certificate: string;
}

/** Makes certificates that live for this run alone; no key of theirs is kept. */
export async function certificatesFor(hosts: readonly string[]): Promise<Certificates> {
  const authority = await generate([{ name: 'commonName', value: 'Quickstart proof' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const host = await generate([{ name: 'commonName', value: 'quickstart.invalid' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
  return { authority: authority.cert, key: host.private, certificate: host.cert };
}
