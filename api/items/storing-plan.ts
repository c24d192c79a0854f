import type { ItemKind } from '../../src/shapes/incoming-item.ts';
import { itemId } from '../canonical-url.ts';
import type { ItemSays, ToldItem } from './told-item.ts';

/** Where an item is found. */
export interface ItemPlace {
  readonly source: string;
  readonly externalId: string;
  readonly url: string;
  readonly stated?: readonly string[] | undefined;
  /** Whether it is still on its board; absent where the source never tells everything that it has. */
  readonly isListed?: boolean | undefined;
}

/** An item as it is stored. */
export interface StoredItem {
  readonly id: string;
  readonly urlKey: string;
  readonly says: ItemSays;
  readonly firstSeenAt: string;
  readonly isClosed: boolean;
  /** The first tells what the item says. */
  readonly places: readonly ItemPlace[];
}

/** Who tells, and whether these are all the items that they have. */
export interface Telling {
  readonly source: string;
  readonly kind: ItemKind;
  readonly isComplete: boolean;
  readonly now: Date;
}

/** What storing does: the items as they are to stand, those merged into others, and how many were what. */
export interface StoringPlan {
  /** With all that is to be written of them. */
  readonly items: readonly StoredItem[];
  /** Ids of items whose only place is another item's from here on. */
  readonly merged: readonly string[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Plans how items that a source tells of become the stored ones, of which those that may be meant are known. */
export function storingPlan(
  known: readonly StoredItem[],
  told: readonly ToldItem[],
  telling: Telling,
): StoringPlan {
  const items = new Map(known.map((item) => [item.id, item]));
  const written = new Set<string>();
  const merged: string[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const one of told) {
    const at = [...items.values()].find(({ places }) =>
      places.some((place) => isPlaceOf(place, one, telling)),
    );
    const same = sameStory([...items.values()], one, telling);
    // An item that was alone at its place has moved to an address where another stands already.
    const isMoved = at !== undefined && same !== undefined && at !== same && at.places.length === 1;
    if (isMoved) {
      items.delete(at.id);
      merged.push(at.id);
    }
    const before = isMoved ? same : (at ?? same);
    const after = before ? retold(before, one, telling) : newItem(one, telling);
    items.set(after.id, after);
    if (!before) counts.created += 1;
    else if (isMoved || textOf(asRead(before)) !== textOf(asRead(after))) counts.updated += 1;
    else counts.unchanged += 1;
    if (!before || isMoved || textOf(before) !== textOf(after)) written.add(after.id);
  }
  return { items: [...items.values()].filter(({ id }) => written.has(id)), merged, ...counts };
}

const isPlaceOf = (place: ItemPlace, { externalId }: ToldItem, { source }: Telling): boolean =>
  place.source === source && place.externalId === externalId;

/**
 * The known item whose story is told again at the same address. A source that gives two ids means two
 * things, such as the entries of one page of changes or two jobs that are applied for at one address;
 * an entry that only changed its id still has its title. And an address that several items share
 * tells none of them.
 */
function sameStory(
  known: readonly StoredItem[],
  { urlKey, says }: ToldItem,
  { source, kind }: Telling,
): StoredItem | undefined {
  const there = known.filter((item) => item.urlKey === urlKey);
  const own = there.filter(({ places }) => places.some((place) => place.source === source));
  if (own.length > 0) {
    return kind === 'jobs' ? undefined : own.find((item) => item.says.title === says.title);
  }
  return there.length === 1 ? there[0] : undefined;
}

const newItem = (told: ToldItem, telling: Telling): StoredItem => ({
  id: itemId(telling.kind, telling.source, told.externalId),
  urlKey: told.urlKey,
  says: told.says,
  firstSeenAt: telling.now.toISOString(),
  isClosed: false,
  places: [placeOf(told, undefined, telling)],
});

/** An item after it was told again: its first source says what it says, every other adds its place. */
function retold(item: StoredItem, told: ToldItem, telling: Telling): StoredItem {
  const known = item.places.find((place) => isPlaceOf(place, told, telling));
  const place = placeOf(told, known, telling);
  const places = known
    ? item.places.map((each) => (each === known ? place : each))
    : [...item.places, place];
  const isLeading = item.places[0]?.source === telling.source;
  return {
    ...item,
    ...(isLeading && { urlKey: told.urlKey, says: told.says }),
    isClosed: isOffItsBoards(places),
    places,
  };
}

function placeOf(told: ToldItem, known: ItemPlace | undefined, telling: Telling): ItemPlace {
  // Whoever tells everything at one time and not at another still says that this one is there.
  const isListed = telling.isComplete || known?.isListed !== undefined ? true : undefined;
  const { externalId, stated, says } = told;
  return { source: telling.source, externalId, url: says.url, stated, isListed };
}

/** Whether an item has left every board that it was on; one that was on none stays open. */
export function isOffItsBoards(places: readonly ItemPlace[]): boolean {
  const boards = places.filter(({ isListed }) => isListed !== undefined);
  return boards.length > 0 && boards.every(({ isListed }) => !isListed);
}

/** What readers see of an item: not that a board has begun to tell everything. */
const asRead = ({ places, ...item }: StoredItem) => ({
  ...item,
  places: places.map(({ isListed: _, ...place }) => place),
});

/** Equal for equal values, whatever the order of their fields. */
const textOf = (value: object): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted())
      : part,
  );
