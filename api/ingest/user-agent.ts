import { isIP } from 'node:net';
import manifest from '../../package.json' with { type: 'json' };
import { repositoryUrl } from '../../src/repository.ts';

/**
 * Who asks: name, version, and where to complain. A catalog that has no address of its own on the internet
 * gives that of the project.
 *
 * @param publicUrl where this catalog is served
 */
export function userAgent(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  const isReachable = isIP(hostname) === 0 && hostname.includes('.');
  return `ModelTracker/${manifest.version} (+${isReachable ? publicUrl : repositoryUrl})`;
}
