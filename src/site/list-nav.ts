import { container, element, escapeLine, joinBlocks, startTag } from '../writers/html/escape.ts';
import { linkTo } from './addresses.ts';
import type { Group, GroupFolder } from './groups.ts';

/** Groups that stand in one list of links. */
export interface NamedGroups {
  readonly name: string;
  readonly folder: GroupFolder;
  readonly groups: readonly Group[];
}

/** A page of its own with all groups of which a page links some. */
export interface Directory extends NamedGroups {
  readonly path: string;
}

/** What a link to a list needs. */
export type NavGroup = Pick<Group, 'name' | 'path' | 'entries'>;

/** Links to lists. `list` is the first page of the list that the page at `from` is of; a directory takes the place of what is folded away. */
export function groupNav(
  name: string,
  groups: readonly NavGroup[],
  from: string,
  list: string,
  directory?: Directory,
): string {
  const id = name.toLowerCase();
  const items = groups.map((group) => groupItem(group, from, list));
  const rest = items.slice(mostGroups);
  const shown = items.slice(0, mostGroups);
  if (directory !== undefined) {
    const all = `All ${directory.groups.length} ${id}`;
    shown.push(element('li', {}, element('a', { href: linkTo(directory.path, from) }, all)));
  }
  return container('nav', { 'aria-labelledby': id }, [
    element('h2', { id }, name),
    container('ul', {}, shown),
    rest.length === 0 || directory !== undefined
      ? ''
      : container('details', {}, [
          element('summary', {}, `${rest.length} more`),
          container('ul', {}, rest),
        ]),
  ]);
}

/** A link to the list of a group. `list` is the first page of the list whose page links it. */
export function groupItem({ name, path, entries }: NavGroup, from: string, list: string): string {
  const count = entries.length === 0 ? '' : ` ${element('span', {}, String(entries.length))}`;
  const current = path === from ? 'page' : path === list ? 'true' : undefined;
  const attributes = { href: linkTo(path, from), 'aria-current': current };
  return element('li', {}, element('a', attributes, escapeLine(name) + count));
}

/** More than so many links are folded away. */
export const mostGroups = 24;

const orders = [
  ['date', 'Newest'],
  ['best', 'Best'],
  ['title', 'Title'],
] as const;

/** How a page that has its whole list is sorted, without a script. */
export function sortHtml(): string {
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
