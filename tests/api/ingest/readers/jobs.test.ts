import { expect, test } from 'vitest';
import { readerOf } from '../../../../api/ingest/reader-of.ts';
import type { ReaderName } from '../../../../api/ingest/source.ts';
import { aSource, now } from '../local-site.ts';
import { readingOf } from '../reading-of.ts';

const jobs = (reader: ReaderName) => ({ kind: 'jobs', reader, company: 'Aurora Labs' }) as const;

test('a position on a board of Greenhouse has its text unescaped twice', () => {
  const job = {
    id: 7,
    title: 'Engineer ',
    company_name: 'Aurora Labs',
    absolute_url: 'https://boards.example/jobs/7?gh_src=x&gh_jid=7',
    location: { name: 'Remote (Europe)' },
    first_published: '2026-11-20T10:00:00-05:00',
    content: '&lt;p&gt;R&amp;amp;D of &lt;b&gt;Aurora&lt;/b&gt;.&lt;/p&gt;',
    metadata: [{ name: 'Employment Type', value: 'Full-time' }],
  };
  expect(readingOf({ jobs: [job], meta: { total: 1 } }, jobs('greenhouse'))).toMatchObject({
    isComplete: true,
    items: [
      {
        externalId: '7',
        url: 'https://boards.example/jobs/7?gh_jid=7',
        title: 'Engineer',
        summary: 'R&D of Aurora.',
        company: 'Aurora Labs',
        place: 'Remote (Europe)',
        isRemote: true,
        employmentType: 'Full-time',
        publishedAt: '2026-11-20T15:00:00.000Z',
      },
    ],
  });
});

test('a position on a board of Lever has its pay in words', () => {
  const posting = {
    id: 'a-7',
    text: 'Engineer',
    hostedUrl: 'https://jobs.example/a-7',
    createdAt: 1763632800000,
    workplaceType: 'remote',
    descriptionPlain: 'Build.',
    categories: { location: 'Berlin', allLocations: ['Berlin', 'Paris'], commitment: 'Full-time' },
    salaryRange: { currency: 'EUR', min: 90000, max: 120000, interval: 'per-year-salary' },
  };
  expect(readingOf([posting], jobs('lever'))).toMatchObject({
    isComplete: true,
    items: [
      {
        externalId: 'a-7',
        url: 'https://jobs.example/a-7',
        title: 'Engineer',
        summary: 'Build.',
        company: 'Aurora Labs',
        place: 'Berlin · Paris',
        isRemote: true,
        employmentType: 'Full-time',
        salary: 'EUR 90,000 to 120,000 per year',
        publishedAt: '2025-11-20T10:00:00.000Z',
      },
    ],
  });
});

test.each([
  ['remote', 'Berlin', true],
  ['hybrid', 'Berlin', undefined],
  ['hybrid', 'Remote', true],
  ['onsite', 'Berlin', false],
  ['unspecified', 'Berlin', undefined],
])('a %s position in %s is remote: %s', (workplaceType, location, isRemote) => {
  const posting = { id: '7', text: 'E', hostedUrl: '/7', workplaceType, categories: { location } };
  const [item] = readingOf([posting], jobs('lever')).items;
  expect(item).toEqual(expect.objectContaining(isRemote === undefined ? {} : { isRemote }));
  expect('isRemote' in (item ?? {})).toBe(isRemote !== undefined);
});

test('a position on a board of Ashby is read, one that is not listed is not', () => {
  const job = {
    id: 'a-7',
    title: ' Engineer',
    jobUrl: 'https://jobs.example/a-7',
    location: 'Berlin',
    secondaryLocations: [{ location: 'Paris' }],
    employmentType: 'FullTime',
    isListed: true,
    isRemote: false,
    publishedAt: '2026-11-20T10:00:00.000+00:00',
    descriptionHtml: '<p>Build.</p>',
    compensation: { compensationTierSummary: '€90K – €120K' },
  };
  const unlisted = { ...job, id: 'a-8', isListed: false };
  expect(readingOf({ jobs: [job, unlisted] }, jobs('ashby'))).toMatchObject({
    isComplete: true,
    items: [
      {
        externalId: 'a-7',
        title: 'Engineer',
        summary: 'Build.',
        company: 'Aurora Labs',
        place: 'Berlin · Paris',
        isRemote: false,
        employmentType: 'Full Time',
        salary: '€90K – €120K',
      },
    ],
  });
});

const posting = (parts: object) => ({
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'Engineer',
  url: '/jobs/7',
  ...parts,
});

const page = (...scripts: readonly string[]): string =>
  `<html><head>${scripts.map((script) => `<script type="application/ld+json">${script}</script>`).join('')}</head></html>`;

test('a page of positions is read by its JSON-LD', () => {
  const node = posting({
    identifier: { '@type': 'PropertyValue', value: 7 },
    description: '<p>Build.</p>',
    datePosted: '2026-11-20',
    hiringOrganization: { name: 'Aurora Labs' },
    employmentType: ['FULL_TIME', 'CONTRACTOR'],
    jobLocationType: 'TELECOMMUTE',
    jobLocation: [
      { address: { addressLocality: 'Berlin', addressCountry: { name: 'Germany' } } },
      { address: 'Paris' },
    ],
    baseSalary: { currency: 'EUR', value: { minValue: 90000, maxValue: 120000, unitText: 'YEAR' } },
  });
  expect(
    readingOf(page('{"@type":"Organization"}', JSON.stringify([node])), jobs('job-posting')),
  ).toMatchObject({
    isComplete: true,
    items: [
      {
        externalId: '7',
        url: 'https://site.example/jobs/7',
        title: 'Engineer',
        summary: 'Build.',
        company: 'Aurora Labs',
        place: 'Berlin, Germany · Paris',
        isRemote: true,
        employmentType: 'Full time, Contractor',
        salary: 'EUR 90,000 to 120,000 per year',
        publishedAt: '2026-11-20T00:00:00.000Z',
      },
    ],
  });
});

test.each([
  ['a graph', JSON.stringify({ '@graph': [posting({})] })],
  [
    'a list of items',
    JSON.stringify({ '@type': 'ItemList', itemListElement: [{ item: posting({}) }] }),
  ],
  [
    'a script with line breaks in its strings',
    JSON.stringify(posting({ description: 'x' })).replace('"x"', '"two\nlines"'),
  ],
])('a position in %s is found', (_, script) => {
  expect(readingOf(page(script), jobs('job-posting')).items).toMatchObject([{ title: 'Engineer' }]);
});

test('a script that is broken hides no other', () => {
  expect(
    readingOf(page('{"a": // no', JSON.stringify(posting({}))), jobs('job-posting')).items,
  ).toHaveLength(1);
});

test.each([
  ['a number', '100000', 'USD 100,000'],
  ['an amount', { currency: 'USD', value: 50, unitText: 'HOUR' }, 'USD 50 per hour'],
  ['words', 'competitive', undefined],
])('pay given as %s is "%s" → %s', (_, baseSalary, salary) => {
  const [item] = readingOf(
    page(JSON.stringify(posting({ baseSalary, salaryCurrency: 'USD' }))),
    jobs('job-posting'),
  ).items;
  expect(item).toEqual(expect.objectContaining(salary === undefined ? {} : { salary }));
  expect('salary' in (item ?? {})).toBe(salary !== undefined);
});

test('the only position of a page without an address of its own is at that of the page', () => {
  expect(
    readingOf(page(JSON.stringify(posting({ url: undefined }))), jobs('job-posting')).items,
  ).toMatchObject([{ url: 'https://site.example/list' }]);
});

test('a page that goes on elsewhere is not all there is', () => {
  const more = `${page(JSON.stringify(posting({})))}<a rel="next" href="?page=2">More</a>`;
  expect(readingOf(more, jobs('job-posting')).isComplete).toBe(false);
});

test('a page without any JSON-LD is an error', () => {
  expect(() => readingOf('<p>We are hiring!</p>', jobs('job-posting'))).toThrow(
    'it answered a page without any JSON-LD',
  );
});

test.each([
  ['greenhouse', { jobs: [], meta: { total: 0 } }],
  ['greenhouse', { jobs: [{ id: 1, title: 'E', absolute_url: '/1' }], meta: { total: 2 } }],
  ['lever', []],
  ['ashby', { jobs: [] }],
] as const)(
  'a board of %s that answers %j is not complete: it closes nothing',
  (reader, answer) => {
    expect(readingOf(answer, jobs(reader)).isComplete).toBe(false);
  },
);

test.each([
  ['greenhouse', { status: 404, error: 'Job not found' }],
  ['lever', { ok: false, error: 'Document not found' }],
  ['ashby', { error: 'not found' }],
] as const)('what %s answers of an unknown board is an error', (reader, answer) => {
  expect(() => readingOf(answer, jobs(reader))).toThrow(/^it answered JSON of another shape/);
});

test.each([
  ['greenhouse', 'lab', 'https://boards-api.greenhouse.io/v1/boards/lab/jobs?content=true'],
  ['lever', 'lab', 'https://api.lever.co/v0/postings/lab?mode=json'],
  [
    'lever',
    'https://api.eu.lever.co/v0/postings/lab?mode=json',
    'https://api.eu.lever.co/v0/postings/lab?mode=json',
  ],
  [
    'ashby',
    'lab.ai',
    'https://api.ashbyhq.com/posting-api/job-board/lab.ai?includeCompensation=true',
  ],
] as const)('the board of %s called %s is read at %s', (reader, address, request) => {
  const source = aSource({ reader, address });
  expect(readerOf[reader].requests(source, { now, since: undefined })).toEqual([request]);
});
