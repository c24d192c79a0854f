import { hasNextPage, isNode, jsonLdNodes } from '../json-ld.ts';
import { payInWords } from '../pay.ts';
import { boardBytes, type Draft, type Reader, UnreadableError } from '../reader.ts';

type Node = Readonly<Record<string, unknown>>;

/** The positions that a page describes by JSON-LD (https://schema.org/JobPosting). */
export const jobPosting: Reader = {
  accept: 'text/html, application/ld+json;q=0.9, */*;q=0.1',
  mostBytes: boardBytes,
  isDocumentedApi: false,
  requests: ({ address }) => [address],
  read({ text, url }) {
    const nodes = jsonLdNodes(text);
    if (nodes.length === 0) throw new UnreadableError('it answered a page without any JSON-LD');
    const postings = nodes.filter(isPosting);
    const drafts = postings.map((posting) =>
      draftOf(posting, postings.length === 1 ? url : undefined),
    );
    return { drafts, isComplete: postings.length > 0 && !hasNextPage(text) };
  },
};

const isPosting = (node: Node): boolean => listOf(node['@type']).includes('JobPosting');

function draftOf(posting: Node, pageUrl: string | undefined): Draft {
  const salary = posting['baseSalary'];
  return {
    externalId: wordsOf(posting['identifier'], 'value') ?? wordsOf(posting['@id']),
    url: wordsOf(posting['url']) ?? wordsOf(posting['mainEntityOfPage'], '@id') ?? pageUrl,
    title: wordsOf(posting['title']) ?? wordsOf(posting['name']),
    text: wordsOf(posting['description']),
    publishedAt: wordsOf(posting['datePosted']),
    company: wordsOf(posting['hiringOrganization'], 'name'),
    place: placeOf(posting),
    isRemote: listOf(posting['jobLocationType']).includes('TELECOMMUTE') || undefined,
    employmentType: listOf(posting['employmentType']).map(inWords).join(', ') || undefined,
    salary: isNode(salary)
      ? amountOf(salary)
      : payInWords({
          currency: wordsOf(posting['salaryCurrency']),
          min: numberOf(salary),
        }),
  };
}

function amountOf(salary: Node): string | undefined {
  const value = isNode(salary['value']) ? salary['value'] : salary;
  return payInWords({
    currency: wordsOf(salary['currency']),
    min: numberOf(value['minValue'] ?? value['value']),
    max: numberOf(value['maxValue']),
    interval: wordsOf(value['unitText']),
  });
}

/** Where it is, or from where it can be done. */
function placeOf(posting: Node): string | undefined {
  const places = listOf(posting['jobLocation']).map((location) => {
    const address = isNode(location) ? (location['address'] ?? location['name']) : location;
    if (!isNode(address)) return wordsOf(address);
    const parts = ['addressLocality', 'addressRegion', 'addressCountry'];
    return parts
      .map((part) => wordsOf(address[part], 'name'))
      .filter(Boolean)
      .join(', ');
  });
  const allowed = listOf(posting['applicantLocationRequirements']);
  const named = [...places, ...allowed.map((area) => wordsOf(area, 'name'))].filter(Boolean);
  return [...new Set(named)].join(' · ') || undefined;
}

/** A value that may stand alone, in a list, or in a node under a name. */
function wordsOf(value: unknown, name = '@value'): string | undefined {
  const [first] = listOf(value);
  const found = isNode(first) ? first[name] : first;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

const numberOf = (value: unknown): number | undefined =>
  value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** `FULL_TIME` as people write it. */
function inWords(type: unknown): string {
  const words = String(type).replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
