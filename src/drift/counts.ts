import { counted } from '../format/labels.ts';
import { type Drift, type Finding, isMakers } from './finding.ts';

/** How much differs, and of what kind, in a few sentences. */
export function countsText({
  findings,
  newModels,
  unread,
  aside,
  compared,
  listed,
}: Drift): string {
  const isOffer = ({ field }: Finding): boolean => field.startsWith('offers.');
  const of = (kind: Finding['kind'], isOne: (finding: Finding) => boolean): number =>
    findings.filter((finding) => finding.kind === kind && isOne(finding)).length;
  const isFact = (finding: Finding): boolean => !isOffer(finding);
  const counts = [
    [of('differs', isFact), 'fact of a model', 'facts of models'],
    [of('differs', isOffer), 'figure of an offer', 'figures of offers'],
    [of('new', isOffer), 'new offer', 'new offers'],
    [of('gone', isOffer), 'offer gone', 'offers gone'],
    [of('new', isFact), 'new snapshot', 'new snapshots'],
  ] as const;
  const told = counts
    .filter(([count]) => count > 0)
    .map(([count, noun, nouns]) => counted(count, noun, nouns));
  const makers = of('differs', (finding) => isFact(finding) && isMakers(finding));
  const models = new Set(findings.map(({ model }) => model)).size;
  const noted = findings.filter(({ note }) => note !== undefined).length;
  return [
    findings.length === 0
      ? 'Nothing differs.'
      : `${counted(findings.length, 'difference')} in ${counted(models, 'model')}: ${told.join(', ')}.`,
    ...(makers > 0 ? [`Of the facts, ours was read at the maker ${counted(makers, 'time')}.`] : []),
    ...(noted > 0 ? [`Our files have a comment beside ${noted} of them.`] : []),
    ...(newModels.length > 0 ? [`${counted(newModels.length, 'new model')}.`] : []),
    ...(unread.length > 0 ? [`${counted(unread.length, 'entry', 'entries')} not read.`] : []),
    `The catalog has the models and offers of ${compared} of ${counted(listed, 'listing')}.`,
    ...(aside.length > 0 ? [asideText(aside)] : []),
  ].join('\n');
}

const mostHosts = 8;

function asideText(aside: readonly Finding[]): string {
  const hosts = [...Map.groupBy(aside, ({ provider }) => provider)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([provider, { length }]) => `${provider} ${length}`);
  const named = hosts.slice(0, mostHosts).join(', ');
  const more = hosts.length > mostHosts ? ` and ${hosts.length - mostHosts} more` : '';
  return `Left out: ${counted(aside.length, 'offer')} at hosts of which the catalog keeps few (${named}${more}); --provider lists one host’s.`;
}
