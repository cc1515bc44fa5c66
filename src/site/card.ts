import { kindName } from '../vocabulary/kind-names.ts';
import { timeHtml } from '../writers/html/card/dates.ts';
import { ratingHtml } from '../writers/html/card/rating.ts';
import { container, element, escapeLine, startTag } from '../writers/html/escape.ts';
import { itemAddresses } from '../writers/html/head/json-ld-item.ts';
import { htmlNames } from '../writers/html/html-page.ts';
import { linkTo } from './addresses.ts';
import type { SiteEntry } from './entry.ts';
import { creditedMakers } from './groups.ts';

/** A review on the shelf: a list item that links to its page. `from` is the path of the page it stands on. */
export function cardHtml(entry: SiteEntry, id: string, from: string): string {
  const { title, lang } = entry;
  const link = element(
    'a',
    { class: 'u-url p-name', href: linkTo(entry.path, from) },
    escapeLine(title),
  );
  const cover = coverHtml(entry, from);
  const name = cover === '' ? 'h-entry' : 'h-entry covered';
  return container('li', { class: name, id, lang: usableLang(lang) }, [
    cover,
    container('div', { class: 'words' }, [
      kindHtml(entry),
      element('h2', {}, link),
      itemHtml(entry),
      ratingHtml(entry, htmlNames()),
      summaryHtml(entry),
      bylineHtml(entry),
    ]),
  ]);
}

function usableLang(lang: string | undefined): string | undefined {
  return lang !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(lang) ? lang : undefined;
}

/** The picture says nothing that the words do not say: it has no text of its own. */
function coverHtml({ cover }: SiteEntry, from: string): string {
  if (cover === null) return '';
  const src = 'path' in cover ? linkTo(cover.path, from) : cover.address;
  return startTag('img', { class: 'u-photo', src, alt: '', loading: 'lazy' });
}

function kindHtml({ item: { kind, year } }: SiteEntry): string {
  const parts = [kind === undefined ? '' : kindName(kind), year === undefined ? '' : String(year)];
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? '' : element('p', { class: 'kind' }, escapeLine(text));
}

/** The item: its name, which is seen where the title is another, its address where it is known, and who made it. */
function itemHtml({ title, item }: SiteEntry): string {
  const makers = creditedMakers(item)
    .map(({ name }) => name)
    .join(', ');
  const named = item.name?.trim() ?? '';
  const isSaid = named === title;
  const [address] = itemAddresses(item);
  const data = [
    isSaid && named !== '' ? element('data', { class: 'p-name', value: named }, '') : '',
    address === undefined ? '' : element('data', { class: 'u-url', value: address }, ''),
  ].join('');
  const name =
    isSaid || named === '' ? '' : element('cite', { class: 'p-name' }, escapeLine(named));
  const parts = [name, escapeLine(makers)].filter((part) => part !== '');
  const words = data + parts.join(' · ');
  if (words === '') return '';
  const isItem = named !== '';
  return element('p', { class: isItem ? 'item p-item h-item' : 'item' }, words);
}

/** The author's own summary, else how the review begins. */
function summaryHtml({ summary, excerpt }: SiteEntry): string {
  if (summary !== '') return element('p', { class: 'p-summary' }, escapeLine(summary));
  return excerpt === '' ? '' : element('p', { class: 'excerpt' }, escapeLine(excerpt));
}

function bylineHtml({ author, published, lang }: SiteEntry): string {
  const names = author.map(({ name }) => name.trim()).filter((name) => name !== '');
  const parts = [
    published === undefined ? '' : timeHtml(published, lang, 'dt-published'),
    names.length === 0 ? '' : element('span', { class: 'p-author' }, escapeLine(names.join(', '))),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : element('p', { class: 'byline' }, parts.join(' · '));
}
