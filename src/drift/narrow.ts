import type { Drift } from './finding.ts';

/** The part of a drift that is about one model, one provider's listings, or both; with a host's, what is left out of the whole. */
export function narrowed(
  drift: Drift,
  {
    model,
    provider,
  }: { readonly model?: string | undefined; readonly provider?: string | undefined },
): Drift {
  const isAsked = (finding: { readonly model: string; readonly provider: string }): boolean =>
    (model === undefined || finding.model === model) &&
    (provider === undefined || finding.provider === provider);
  const aside = drift.aside.filter(isAsked);
  return {
    ...drift,
    findings: [...drift.findings.filter(isAsked), ...(provider === undefined ? [] : aside)],
    aside: provider === undefined ? aside : [],
    // What could not be read is of nobody yet.
    unread: model === undefined && provider === undefined ? drift.unread : [],
    newModels: drift.newModels.filter(
      ({ maker }) => model === undefined && (provider === undefined || maker === provider),
    ),
  };
}
