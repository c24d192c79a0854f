import type { Item } from '../shapes/item.ts';

/** A page of items, as the API answers it. */
export interface ItemAnswer {
  readonly data: readonly Item[];
  readonly pagination: {
    readonly page: number;
    readonly limit: number;
    readonly total: number;
    readonly totalPages: number;
  };
  /** Of the list, which pages of one reading share. */
  readonly edition: string;
}

interface Problem {
  readonly detail?: string;
  readonly errors?: readonly { readonly message: string }[];
}

/** Reads a page of items. @throws with a sentence for the reader when there is none. */
export async function readItems(address: string): Promise<ItemAnswer> {
  const response = await fetch(address).catch(() => undefined);
  const type = response?.headers.get('Content-Type') ?? '';
  if (!response || !/json/.test(type)) throw new Error('The server cannot be reached.');
  if (!response.ok) {
    const { detail, errors = [] } = (await response.json()) as Problem;
    const told = errors.map(({ message }) => message).join(' ');
    throw new Error(told || detail || `The server answers ${response.status}.`);
  }
  const edition = /[?&]edition=(\d+)/.exec(response.headers.get('Link') ?? '')?.[1] ?? '';
  return { ...((await response.json()) as Omit<ItemAnswer, 'edition'>), edition };
}
