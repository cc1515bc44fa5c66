import { counted } from '../text/counted.ts';
import { kindNames } from '../vocabulary/kind-names.ts';
import { container, element, escapeLine } from '../writers/html/escape.ts';
import { linkTo } from './addresses.ts';
import { cardHtml } from './card.ts';
import { directoriesOf, directoryPages } from './directories.ts';
import { byDate, byRating, byTitle, type SiteEntry } from './entry.ts';
import { type Group, type GroupPaths, groupsOf } from './groups.ts';
import type { ListHead } from './head.ts';
import { documentHtml, placeWords } from './list-document.ts';
import { type Directory, groupNav, type NamedGroups, type NavGroup, sortHtml } from './list-nav.ts';
import {
  cutIntoPages,
  fewestPaged,
  type ListPage,
  pagerHtml,
  perPage,
  type Shelf,
} from './lists.ts';
import { pagerCss, shelfCss } from './shelf-css.ts';
import type { SiteSettings } from './site.ts';

/** A page that lists reviews. */
interface ShelfPage extends ListPage<SiteEntry> {
  readonly list: Shelf;
  readonly groups: Groups;
  /** The lists of all reviews in their orders, for a library whose lists have several pages; else none. */
  readonly orders: readonly NavGroup[];
  /** The path of the page with their figures; null for none. */
  readonly stats: string | null;
}

/**
 * The pages that list the reviews, each with its path, made one after the other: `index.html` with all, one a kind and one a tag. One can be sorted by date, rating and title
 * without a script; dates, ratings and titles are the reviews' own, so that the same reviews make the same bytes. From 500 reviews on a list has pages of 200, and there are
 * more of them: by year and maker, and all by rating and by title.
 */
export function* shelfPages(
  entries: readonly SiteEntry[],
  paths: GroupPaths,
  settings: SiteSettings,
  stats: string | null,
): Generator<readonly [path: string, html: string]> {
  for (const [path, make] of shelfPlan(entries, paths, settings, stats)) yield [path, make()];
}

/** The same pages, each made when it is asked for. */
export function* shelfPlan(
  entries: readonly SiteEntry[],
  paths: GroupPaths,
  settings: SiteSettings,
  stats: string | null,
): Generator<readonly [path: string, make: () => string]> {
  const sorted = [...entries].sort(byDate);
  const all: Shelf = { path: 'index.html', entries: sorted };
  const kinds = groupsOf(sorted, 'kind', paths).map(inMany);
  const tags = groupsOf(sorted, 'tag', paths);
  const isPaged = entries.length >= fewestPaged;
  const more = isPaged ? furtherGroups(sorted, paths) : [];
  const named: readonly NamedGroups[] = [
    { name: 'Kinds', folder: 'kind', groups: kinds },
    { name: 'Tags', folder: 'tag', groups: tags },
    ...more,
  ];
  const directories = isPaged ? directoriesOf(named, paths) : [];
  const groups: Groups = { named, directories };
  const byOthers = isPaged ? ordersOf(sorted, paths) : [];
  const orders = isPaged
    ? [all, ...byOthers].map(({ path }, at) => ({ path, name: orderNames[at] ?? '', entries: [] }))
    : [];
  const shelves = [all, ...byOthers, ...named.flatMap((each) => each.groups)];
  for (const list of shelves) {
    const most = isPaged ? perPage : Number.POSITIVE_INFINITY;
    for (const page of cutIntoPages(list.path, list.entries, most, paths))
      yield [page.path, () => shelfHtml({ ...page, list, groups, orders, stats }, settings)];
  }
  for (const directory of directories)
    for (const [path, html] of directoryPages(directory, paths, settings)) yield [path, () => html];
}

const orderNames = ['Newest', 'Best', 'Title'];

/** All reviews in the orders that a page of some of them cannot be sorted by. */
function ordersOf(sorted: readonly SiteEntry[], paths: GroupPaths): readonly Shelf[] {
  return [
    { path: paths.claim('by-rating'), name: 'By rating', entries: [...sorted].sort(byRating) },
    { path: paths.claim('by-title'), name: 'By title', entries: [...sorted].sort(byTitle) },
  ];
}

/** By year, the latest first, and by maker, of whom there is more than one review. */
function furtherGroups(sorted: readonly SiteEntry[], paths: GroupPaths): readonly NamedGroups[] {
  const years = groupsOf(sorted, 'year', paths);
  return [
    {
      name: 'Years',
      folder: 'year',
      groups: years.sort((one, other) => Number(other.name) - Number(one.name)),
    },
    { name: 'Makers', folder: 'maker', groups: groupsOf(sorted, 'maker', paths, 2) },
  ];
}

interface Groups {
  readonly named: readonly NamedGroups[];
  readonly directories: readonly Directory[];
}

/** A group of a kind, called as many of it are. */
function inMany(group: Group): Group {
  const kind = group.entries[0]?.item.kind;
  return kind === undefined ? group : { ...group, name: kindNames(kind) };
}

function shelfHtml(page: ShelfPage, settings: SiteSettings): string {
  const { path, list, items, at, pages } = page;
  const title = escapeLine(settings.title);
  const shown = list.name === undefined ? title : escapeLine(list.name);
  const isSorted = pages.length === 1 && !page.orders.some((order) => order.path === path);
  const css = [
    shelfCss,
    ...(page.orders.length > 0 ? [pagerCss] : []),
    isSorted ? orderCss(items) : '',
  ].join('\n');
  const count = counted(list.entries.length, 'review');
  const main = container('main', { class: 'h-feed' }, [
    element('h1', { class: 'p-name' }, shown),
    element('p', { class: 'count' }, count + placeWords(page) + statsLink(page)),
    filtersHtml(page, isSorted),
    container(
      'ul',
      { class: 'cards', id: 'reviews' },
      items.map((entry, index) => cardHtml(entry, `r${index + 1}`, path)),
    ),
    pagerHtml(page),
  ]);
  const name = [list.name, at === 0 ? undefined : `Page ${at + 1}`]
    .filter((part) => part !== undefined)
    .join(', ');
  const head: ListHead = {
    path,
    ...(name === '' ? {} : { name }),
    description: describe(page),
    css,
    previous: pages[at - 1],
    next: pages[at + 1],
  };
  // The page with all is headed by the site's name already.
  return documentHtml(head, main, list.name !== undefined, 'Skip to the reviews', settings);
}

/** From all reviews to their figures. */
function statsLink({ path, list, stats }: ShelfPage): string {
  if (list.name !== undefined || stats === null) return '';
  return ` · ${element('a', { href: linkTo(stats, path) }, 'In figures')}`;
}

/** How many titles a description names. */
const mostNamed = 5;

/** A sentence for search engines: how many reviews there are, and the first of the page by name. */
function describe(page: ShelfPage): string {
  const { list, items } = page;
  const what = (list.name === undefined ? '' : ` – ${list.name}`) + placeWords(page);
  const titles = items.slice(0, mostNamed).map(({ title }) => title);
  const rest = list.entries.length > titles.length ? ' …' : '';
  return `${counted(list.entries.length, 'review')}${what}: ${titles.join(' · ')}${rest}`;
}

/** Each card's place by rating and by title; by date is the order they stand in. */
function orderCss(entries: readonly SiteEntry[]): string {
  const places = (compare: (one: SiteEntry, other: SiteEntry) => number): Map<SiteEntry, number> =>
    new Map([...entries].sort(compare).map((entry, at) => [entry, at]));
  const [best, title] = [places(byRating), places(byTitle)];
  return entries
    .map((entry, at) => `#r${at + 1}{--b:${best.get(entry)};--t:${title.get(entry)}}`)
    .join('');
}

function filtersHtml(page: ShelfPage, isSorted: boolean): string {
  const { named, directories } = page.groups;
  const navs = named.map(({ name, folder, groups }) => {
    const all = folder === 'kind' ? [{ name: 'All', path: 'index.html', entries: [] }] : [];
    const directory = directories.find((each) => each.folder === folder);
    return groups.length + all.length === 0
      ? ''
      : groupNav(name, [...all, ...groups], page.path, page.list.path, directory);
  });
  const { orders, list } = page;
  const isOrdered = orders.some(({ path }) => path === list.path);
  return container('div', { class: 'filters' }, [
    ...navs,
    isOrdered ? groupNav('Sort', orders, page.path, list.path) : '',
    isSorted && page.items.length > 1 ? sortHtml() : '',
  ]);
}
