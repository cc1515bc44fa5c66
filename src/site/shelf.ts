import { counted } from '../text/counted.ts';
import { kindNames } from '../vocabulary/kind-names.ts';
import { container, element, escapeLine, joinBlocks, startTag } from '../writers/html/escape.ts';
import { linkTo } from './addresses.ts';
import { cardHtml } from './card.ts';
import { byDate, byRating, byTitle, type SiteEntry } from './entry.ts';
import { type Group, groupsOf } from './groups.ts';
import { shelfCss } from './shelf-css.ts';
import type { SiteSettings } from './site.ts';

/** As the pages of the reviews, but that pictures may come from the site itself. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: https:; base-uri 'none'; form-action 'none'";

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
  settings: SiteSettings,
): Generator<readonly [path: string, html: string]> {
  const sorted = [...entries].sort(byDate);
  const kinds = groupsOf(sorted, 'kind', ({ item }) =>
    item.kind === undefined ? [] : [item.kind],
  ).map(inMany);
  const tags = groupsOf(sorted, 'tag', (entry) => entry.tags);
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
  const head = container('head', {}, [
    startTag('meta', { charset: 'utf-8' }),
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    startTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, name === undefined ? title : `${shown} – ${title}`),
    feedLink('application/atom+xml', linkTo('feed.xml', path), settings.title),
    feedLink('application/feed+json', linkTo('feed.json', path), settings.title),
    element('style', {}, `\n${shelfCss}\n${orderCss(entries)}\n`),
  ]);
  const count = counted(entries.length, 'review');
  const main = container('main', { class: 'h-feed' }, [
    element('h1', { class: 'p-name' }, shown),
    element('p', { class: 'count' }, count),
    filtersHtml(page, groups),
    container(
      'ul',
      { class: 'cards', id: 'reviews' },
      entries.map((entry, at) => cardHtml(entry, `r${at + 1}`, path)),
    ),
    container('footer', {}, [
      element('a', { href: linkTo('feed.xml', path) }, 'Atom feed'),
      element('a', { href: linkTo('feed.json', path) }, 'JSON feed'),
    ]),
  ]);
  const body = container('body', {}, [
    element('a', { class: 'skip', href: '#reviews' }, 'Skip to the reviews'),
    main,
  ]);
  return `<!DOCTYPE html>\n${container('html', { lang: 'en' }, [head, body])}\n`;
}

function feedLink(type: string, href: string, title: string): string {
  return startTag('link', { rel: 'alternate', type, href, title });
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
