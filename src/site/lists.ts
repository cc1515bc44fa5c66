import { container, element } from '../writers/html/escape.ts';
import { linkTo } from './addresses.ts';
import type { SiteEntry } from './entry.ts';
import type { GroupPaths } from './groups.ts';

/** A library of fewer reviews has each of its lists on one page, which is sorted where it is read. */
export const fewestPaged = 500;

/** How many reviews stand on a page of a list. */
export const perPage = 200;

/** A list of reviews, however many pages it takes. */
export interface Shelf {
  /** Of its first page. */
  readonly path: string;
  /** What its entries have in common, or the order they stand in; absent on the list of all. */
  readonly name?: string;
  readonly entries: readonly SiteEntry[];
}

/** One page of a list. */
export interface ListPage<Item> {
  readonly path: string;
  readonly items: readonly Item[];
  /** Its place among the pages, from 0. */
  readonly at: number;
  /** The paths of all pages of the list, in order. */
  readonly pages: readonly string[];
}

/** A list cut into pages, the first of which has the list's own path. An empty list has one page. */
export function cutIntoPages<Item>(
  path: string,
  items: readonly Item[],
  most: number,
  paths: GroupPaths,
): readonly ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / most));
  const stem = path.replace(/\.html$/, '');
  const pages = Array.from({ length: count }, (_, at) =>
    at === 0 ? path : paths.claim(`${stem}-${at + 1}`),
  );
  return pages.map((own, at) => ({
    path: own,
    items: items.slice(at * most, (at + 1) * most),
    at,
    pages,
  }));
}

/** So many pages before and after the one at hand are linked by their numbers, besides the first and the last. */
const near = 2;

/** Links to the pages of a list: the one before, by number, the one after. Empty where there is only one. */
export function pagerHtml({
  path,
  at,
  pages,
}: Pick<ListPage<unknown>, 'path' | 'at' | 'pages'>): string {
  if (pages.length < 2) return '';
  const step = (index: number, rel: string, words: string): string => {
    const page = pages[index];
    return page === undefined
      ? ''
      : element('li', {}, element('a', { href: linkTo(page, path), rel }, words));
  };
  const number = (index: number): string => {
    const attributes =
      index === at
        ? { href: linkTo(path, path), 'aria-current': 'page' }
        : { href: linkTo(pages[index] as string, path) };
    const words = `${element('span', { class: 'unseen' }, 'Page ')}${index + 1}`;
    return element('li', {}, element('a', attributes, words));
  };
  const items = numbersAround(at, pages.length).map((index) =>
    index === null ? element('li', { 'aria-hidden': 'true' }, '…') : number(index),
  );
  return container('nav', { class: 'pages', 'aria-label': 'Pages' }, [
    container('ul', {}, [step(at - 1, 'prev', 'Previous'), ...items, step(at + 1, 'next', 'Next')]),
  ]);
}

/** The pages that are linked by number, from 0, in order; null where some are left out. */
function numbersAround(at: number, count: number): readonly (number | null)[] {
  const shown = Array.from({ length: count }, (_, index) => index).filter(
    (index) => index === 0 || index === count - 1 || Math.abs(index - at) <= near,
  );
  return shown.flatMap((index, place) => {
    const before = place === 0 ? -1 : (shown[place - 1] as number);
    if (index - before === 1) return [index];
    // A gap of one page is no shorter than its number.
    return index - before === 2 ? [index - 1, index] : [null, index];
  });
}
