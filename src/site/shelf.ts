import { counted } from '../text/counted.ts';
import { kindNames } from '../vocabulary/kind-names.ts';
import { container, element, escapeLine, joinBlocks, startTag } from '../writers/html/escape.ts';
import { linkTo } from './addresses.ts';
import { cardHtml } from './card.ts';
import { byDate, byRating, byTitle, type SiteEntry } from './entry.ts';
import { type Group, type GroupPaths, groupsOf } from './groups.ts';
import { listHead } from './head.ts';
import { shelfCss } from './shelf-css.ts';
import { feedLinks, type SiteSettings } from './site.ts';

/** A page of the shelf: some of the entries, and links to all the others. */
interface ShelfPage {
  readonly path: string;
  /** What its entries have in common; absent on the page that has them all. */
  readonly name?: string;
  readonly entries: readonly SiteEntry[];
}

/**
 * The pages that list the reviews, each with its path, made one after the other: `index.html` with all, one a kind and one a tag. One can be sorted by date, rating and title
 * without a script; dates, ratings and titles are the reviews' own, so that the same reviews make the same bytes.
 */
export function* shelfPages(
  entries: readonly SiteEntry[],
  paths: GroupPaths,
  settings: SiteSettings,
): Generator<readonly [path: string, html: string]> {
  const sorted = [...entries].sort(byDate);
  const kinds = groupsOf(sorted, 'kind', paths).map(inMany);
  const tags = groupsOf(sorted, 'tag', paths);
  const pages: ShelfPage[] = [{ path: 'index.html', entries: sorted }, ...kinds, ...tags];
  for (const page of pages) yield [page.path, shelfHtml(page, { kinds, tags }, settings)];
}

/** A group of a kind, called as many of it are. */
function inMany(group: Group): Group {
  const kind = group.entries[0]?.item.kind;
  return kind === undefined ? group : { ...group, name: kindNames(kind) };
}

interface Groups {
  readonly kinds: readonly Group[];
  readonly tags: readonly Group[];
}

function shelfHtml(page: ShelfPage, groups: Groups, settings: SiteSettings): string {
  const { path, name, entries } = page;
  const title = escapeLine(settings.title);
  const shown = name === undefined ? title : escapeLine(name);
  const count = counted(entries.length, 'review');
  const head = listHead(
    {
      path,
      ...(name === undefined ? {} : { name }),
      description: describe(page),
      css: `${shelfCss}\n${orderCss(entries)}`,
    },
    settings,
  );
  const home = element('a', { href: linkTo('index.html', path), rel: 'home' }, title);
  const main = container('main', { class: 'h-feed' }, [
    element('h1', { class: 'p-name' }, shown),
    element('p', { class: 'count' }, count),
    filtersHtml(page, groups),
    container(
      'ul',
      { class: 'cards', id: 'reviews' },
      entries.map((entry, at) => cardHtml(entry, `r${at + 1}`, path)),
    ),
  ]);
  const feeds = feedLinks(path).map((feed) =>
    element('a', { href: feed.href, type: feed.type }, feed.title),
  );
  const body = container('body', {}, [
    element('a', { class: 'skip', href: '#reviews' }, 'Skip to the reviews'),
    // The page with all is headed by the site's name already.
    name === undefined ? '' : container('header', { class: 'site' }, [home]),
    main,
    container('footer', { class: 'site' }, feeds),
  ]);
  return `<!DOCTYPE html>\n${container('html', { lang: settings.lang }, [head, body])}\n`;
}

/** How many titles a description names. */
const mostNamed = 5;

/** A sentence for search engines: how many reviews there are, and the newest by name. */
function describe({ name, entries }: ShelfPage): string {
  const what = name === undefined ? '' : ` – ${name}`;
  const titles = entries.slice(0, mostNamed).map(({ title }) => title);
  const rest = entries.length > titles.length ? ' …' : '';
  return `${counted(entries.length, 'review')}${what}: ${titles.join(' · ')}${rest}`;
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

function filtersHtml(page: ShelfPage, { kinds, tags }: Groups): string {
  return container('div', { class: 'filters' }, [
    groupNav('Kinds', [{ name: 'All', path: 'index.html', entries: [] }, ...kinds], page.path),
    tags.length === 0 ? '' : groupNav('Tags', tags, page.path),
    page.entries.length < 2 ? '' : sortHtml(),
  ]);
}

function groupNav(name: string, groups: readonly Group[], from: string): string {
  const id = name.toLowerCase();
  const items = groups.map((group) => {
    const count =
      group.entries.length === 0 ? '' : ` ${element('span', {}, String(group.entries.length))}`;
    const attributes = {
      href: linkTo(group.path, from),
      'aria-current': group.path === from ? 'page' : undefined,
    };
    return element('li', {}, element('a', attributes, escapeLine(group.name) + count));
  });
  const rest = items.slice(mostGroups);
  return container('nav', { 'aria-labelledby': id }, [
    element('h2', { id }, name),
    container('ul', {}, items.slice(0, mostGroups)),
    rest.length === 0
      ? ''
      : container('details', {}, [
          element('summary', {}, `${rest.length} more`),
          container('ul', {}, rest),
        ]),
  ]);
}

/** More than so many links are folded away. */
const mostGroups = 24;

const orders = [
  ['date', 'Newest'],
  ['best', 'Best'],
  ['title', 'Title'],
] as const;

function sortHtml(): string {
  const choices = orders.map(([id, name], at) =>
    joinBlocks([
      startTag('input', { type: 'radio', name: 'sort', id, value: id, checked: at === 0 }),
      element('label', { for: id }, name),
    ]),
  );
  return container('fieldset', { class: 'sort' }, [
    element('legend', {}, 'Sort'),
    container('div', {}, choices),
  ]);
}
