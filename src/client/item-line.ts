import { exactMoment, momentInWords } from '../format/moment.ts';
import type { Item } from '../shapes/item.ts';

interface Shown {
  /** ISO 8601. */
  readonly now: string;
  /** Slug of the model on whose page the line stands; elsewhere the line names the models. */
  readonly model?: string | undefined;
  /** Path of the notice that this catalog has of an announcement, by the announcement's address. */
  readonly notices: ReadonlyMap<string, string>;
}

type Part = string | Node;

// The API's name for the catalog's own news.
const ownSource = 'model-tracker';

// As many as a notice names that was built into the page.
const mostNamed = 3;

/** An item as a line of a list: its title leads out, below it stands what its source tells of it. */
export function itemLine(item: Item, shown: Shown): HTMLLIElement {
  const line = document.createElement('li');
  const below = document.createElement('span');
  below.className = 'sub small';
  const parts = [
    ...job(item, shown.now),
    ...item.places.map((place) => placeOf(item, place, shown)),
    ...discussion(item),
    [when(item, shown.now)],
    shown.model === undefined ? names(item) : level(item, shown.model),
  ].filter((part) => part.length > 0);
  below.append(...parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part])));
  line.append(link(item.url, item.title), ' ', below);
  return line;
}

/** The paths of the notices in a list that was built, by the address of what they tell of. */
export const noticesIn = (list: Element): ReadonlyMap<string, string> =>
  new Map(
    [...list.querySelectorAll<HTMLAnchorElement>('a[href^="/news#"]')].map((notice) => [
      notice.closest('li')?.querySelector('a')?.href ?? '',
      notice.getAttribute('href') ?? '',
    ]),
  );

function job(item: Item, now: string): Part[][] {
  const { company, place, isRemote, employmentType, salary, closedAt } = item;
  const remote = isRemote ? 'remote' : undefined;
  const closed = closedAt && `closed ${momentInWords(closedAt, now)}`;
  return [company, place, remote, employmentType, salary, closed].flatMap((part) =>
    part ? [[part]] : [],
  );
}

function placeOf({ url }: Item, place: Item['places'][number], { notices }: Shown): Part[] {
  const own = place.source === ownSource ? notices.get(new URL(url).href) : undefined;
  if (own) return [link(own, place.name)];
  return [place.url === url ? place.name : link(place.url, place.name)];
}

const discussion = ({ score, comments }: Item): Part[][] => [
  score === undefined ? [] : [score === 1 ? '1 point' : `${score} points`],
  comments === undefined ? [] : [comments === 1 ? '1 comment' : `${comments} comments`],
];

function when({ publishedAt, firstSeenAt }: Item, now: string): HTMLElement {
  const instant = publishedAt ?? firstSeenAt;
  const seen = publishedAt === undefined ? 'seen ' : '';
  return Object.assign(document.createElement('time'), {
    dateTime: instant,
    title: seen + exactMoment(instant),
    textContent: seen + momentInWords(instant, now),
  });
}

function names({ models }: Item): Part[] {
  const named = models.filter(({ level }) => level !== 'family');
  const links = named.slice(0, mostNamed).map(({ slug, name }) => link(`/models/${slug}`, name));
  const more = named.length - links.length;
  const [first] = models;
  if (first?.level === 'family')
    return [`names only the family ${first.words ?? `of ${first.name}`}`];
  if (links.length === 0) return [];
  return [
    'names ',
    ...links.flatMap((one, index) => (index === 0 ? [one] : [', ', one])),
    more > 0 ? ` and ${more} more` : '',
  ];
}

const level = ({ models }: Item, model: string): Part[] =>
  models.find(({ slug }) => slug === model)?.level === 'family' ? ['names only its family'] : [];

const link = (href: string, textContent: string): HTMLAnchorElement =>
  Object.assign(document.createElement('a'), { href, textContent });
