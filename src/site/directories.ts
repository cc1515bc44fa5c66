import { container, element } from '../writers/html/escape.ts';
import type { Group, GroupPaths } from './groups.ts';
import type { ListHead } from './head.ts';
import { documentHtml, placeWords } from './list-document.ts';
import { type Directory, groupItem, mostGroups, type NamedGroups } from './list-nav.ts';
import { cutIntoPages, pagerHtml } from './lists.ts';
import { pagerCss, shelfCss } from './shelf-css.ts';
import type { SiteSettings } from './site.ts';

/** The directories of the groups of which there are more than a page links. */
export function directoriesOf(
  named: readonly NamedGroups[],
  paths: GroupPaths,
): readonly Directory[] {
  return named
    .filter(({ groups }) => groups.length > mostGroups)
    .map((each) => ({ ...each, path: paths.claim(`${each.folder}/index`) }));
}

/** How many groups a page names that lists them all. */
const groupsPerPage = 1000;

/** The pages with links to all groups of one kind, in the order of their names, the years' the other way round. */
export function* directoryPages(
  { path: start, name, folder, groups }: Directory,
  paths: GroupPaths,
  settings: SiteSettings,
): Generator<readonly [path: string, html: string]> {
  const byName = (one: Group, other: Group): number =>
    one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1;
  const sorted = folder === 'year' ? groups : [...groups].sort(byName);
  for (const page of cutIntoPages(start, sorted, groupsPerPage, paths)) {
    const { path, items, at, pages } = page;
    const words = `${groups.length} ${name.toLowerCase()}${placeWords(page)}`;
    const links = items.map((group) => groupItem(group, path, path));
    const main = container('main', {}, [
      element('h1', {}, name),
      element('p', { class: 'count' }, words),
      container('nav', { class: 'filters', id: 'reviews', 'aria-label': name }, [
        container('ul', {}, links),
      ]),
      pagerHtml(page),
    ]);
    const head: ListHead = {
      path,
      name: at === 0 ? name : `${name}, Page ${at + 1}`,
      description: words,
      css: `${shelfCss}\n${pagerCss}`,
      previous: pages[at - 1],
      next: pages[at + 1],
    };
    yield [path, documentHtml(head, main, true, 'Skip to the list', settings)];
  }
}
