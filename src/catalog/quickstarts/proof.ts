import { createHash } from 'node:crypto';
import type { Call } from './call.ts';
import type { Language, Protocol, Variant } from './protocol.ts';
import { anyModel, rendered } from './render.ts';

/** What a snippet was checked against, and when. */
export interface Verified {
  /** The day of the run, `YYYY-MM-DD`. */
  readonly on: string;
  /** Whose types the request body fitted: a package of the provider's, or its documentation. */
  readonly schema: string;
}

/**
 * The name of one case to prove, in 12 hexadecimal digits: what a provider's snippet says whatever the
 * model, and all that the proof checks it by. Another SDK, schema, address or line of code is another case.
 */
export function caseHash(call: Call, language: Language, variant: Variant): string {
  const { protocol, baseUrl, provider } = call;
  const { body, path, streamingPath, authentication, headers } = protocol.request;
  return createHash('sha256')
    .update(
      JSON.stringify([
        provider,
        rendered(call, language, variant, anyModel),
        sdkOf(protocol, language),
        [baseUrl, path, streamingPath, authentication, headers],
        body,
      ]),
    )
    .digest('hex')
    .slice(0, 12);
}

/** The SDK that a snippet uses; none for curl, whose request is the provider's own. */
export const sdkOf = (
  { sdks }: Protocol,
  language: Language,
): Protocol['sdks'][Exclude<Language, 'curl'>] | undefined =>
  language === 'curl' ? undefined : sdks[language];

/** What was proven of a snippet, if its case was. */
export function verifiedBy(call: Call, language: Language, variant: Variant): Verified | undefined {
  const { proven, request } = call.protocol;
  const proof = proven?.[language];
  if (!proof?.cases.includes(caseHash(call, language, variant))) return undefined;
  const { body } = request;
  const schema = body.package ? `${body.package} ${body.version} (npm)` : 'its documentation';
  return { on: proof.on, schema };
}
