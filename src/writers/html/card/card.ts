import type { Shown } from '../../../markdown/redact/redact.ts';
import type { Person, Review } from '../../../model/review.ts';
import { kindName } from '../../../vocabulary/kind-names.ts';
import type { HtmlOptions } from '../../writer.ts';
import { container, element, escapeLine, joinBlocks, startTag } from '../escape.ts';
import { fieldElement } from '../field-element.ts';
import { pageTitle } from '../head/page-title.ts';
import type { HtmlNames, HtmlPage } from '../html-page.ts';
import { webAddress } from '../url.ts';
import { creditFor } from './credits.ts';
import { timeHtml } from './dates.ts';
import { factsHtml } from './facts.ts';
import { fieldHtml } from './field.ts';
import { ratingHtml, scoresHtml } from './rating.ts';

/**
 * The head of the article: title, item, dates, rating, summary, and the picture beside or below. Classes of microformats2 say what is what
 * (https://microformats.org/wiki/h-review, h-entry, h-item, h-card). What is hidden in summary and points is taken from the `source`, to be
 * opened there. The rest of the card is `glanceHtml` and `footHtml`: together they have every field of the review once.
 */
export function cardHtml(
  review: Shown,
  source: Review,
  { spoilers = false, site }: Pick<HtmlOptions, 'spoilers' | 'site'>,
  page: HtmlPage,
): string {
  const { summary } = source;
  return container('header', { class: page.classes('card') }, [
    container('div', { class: page.classes('words') }, [
      element('h1', { class: page.classes('p-name') }, escapeLine(pageTitle(review))),
      itemHtml(review, site?.kind ?? null, page),
      bylineHtml(review, page),
      ratingHtml(review, page),
      summary === undefined
        ? ''
        : fieldElement('summary', 'p-summary', fieldHtml(summary, spoilers, page), page),
      review.spoilers === true
        ? element('p', { class: page.classes('warning') }, 'This review gives the plot away.')
        : '',
    ]),
    pictureHtml(review, page),
  ]);
}

/** Scores and points. */
export function glanceHtml(
  review: Shown,
  source: Review,
  spoilers: boolean | undefined,
  page: HtmlPage,
): string {
  const parts = [scoresHtml(review.scores, page), pointsHtml(source, spoilers === true, page)];
  return parts.every((part) => part === '')
    ? ''
    : container('div', { class: page.classes('glance') }, parts);
}

/** Tags, and all that no other part of the card says. */
export function footHtml(review: Shown, site: HtmlOptions['site'], page: HtmlPage): string {
  const parts = [tagsHtml(review.tags, site, page), factsHtml(review, page)];
  return parts.every((part) => part === '')
    ? ''
    : container('footer', { class: page.classes('foot') }, parts);
}

function pictureHtml({ item }: Review, page: HtmlNames): string {
  const { src } = item.image === undefined ? {} : page.picture(item.image);
  return src === undefined
    ? ''
    : startTag('img', { class: page.classes('poster u-photo'), src, alt: item.name ?? '' });
}

function itemHtml({ title, item }: Review, kindPage: string | null, page: HtmlNames): string {
  const { name } = item;
  // The title above says the name already when it is one.
  const isSaid = name === undefined || title === undefined || title === name;
  const roles = [...new Set(item.creators.map(({ role }) => role))].filter(
    (role) => creditFor(role) !== undefined,
  );
  const makers = roles.map((role) => {
    const names = item.creators.filter((creator) => creator.role === role);
    return `${creditFor(role)} ${element('span', { class: page.classes('maker') }, escapeLine(names.map((maker) => maker.name).join(', ')))}`;
  });
  const kind =
    item.kind === undefined
      ? []
      : [
          kindPage === null
            ? element('span', { class: page.classes('kind') }, kindName(item.kind))
            : element('a', { class: page.classes('kind'), href: kindPage }, kindName(item.kind)),
        ];
  const year = item.year === undefined ? [] : [String(item.year)];
  const cite = isSaid ? [] : [element('cite', { class: page.classes('p-name') }, escapeLine(name))];
  const parts = [...cite, ...kind, ...year, ...makers];
  const data =
    isSaid && name !== undefined
      ? element('data', { class: page.classes('p-name'), value: name }, '')
      : '';
  if (parts.length === 0 && data === '') return '';
  return element(
    'p',
    { class: page.classes('item p-item h-item') },
    data + parts.join(separator(page)),
  );
}

function separator(page: HtmlNames): string {
  return ` ${element('span', { class: page.classes('dot') }, '·')} `;
}

function bylineHtml({ author, published, updated, lang }: Review, page: HtmlNames): string {
  const parts = [
    ...(author.length === 0
      ? []
      : [`by ${author.map((person) => personHtml(person, page)).join(', ')}`]),
    ...(published === undefined ? [] : [timeHtml(published, lang, 'dt-published')]),
    ...(updated === undefined ? [] : [`updated ${timeHtml(updated, lang, 'dt-updated')}`]),
  ];
  return parts.length === 0
    ? ''
    : element('p', { class: page.classes('byline') }, parts.join(separator(page)));
}

function personHtml({ name, url }: Person, page: HtmlNames): string {
  const address = url === undefined ? null : webAddress(url);
  if (address === null)
    return element('span', { class: page.classes('p-author h-card') }, escapeLine(name));
  return element(
    'a',
    { class: page.classes('p-author h-card'), href: address },
    escapeLine(name === '' ? address : name),
  );
}

function pointsHtml({ pros, cons }: Review, spoilers: boolean, page: HtmlPage): string {
  const lists = [pointList('Pros', pros, spoilers, page), pointList('Cons', cons, spoilers, page)];
  return lists.every((list) => list === '')
    ? ''
    : container('div', { class: page.classes('points') }, lists);
}

function pointList(
  title: string,
  points: readonly string[],
  spoilers: boolean,
  page: HtmlPage,
): string {
  if (points.length === 0) return '';
  const items = points.map((point) => element('li', {}, fieldHtml(point, spoilers, page)));
  return container('div', { class: page.classes(title.toLowerCase()) }, [
    element('h2', {}, title),
    container('ul', {}, items),
  ]);
}

function tagsHtml(tags: readonly string[], site: HtmlOptions['site'], page: HtmlNames): string {
  if (tags.length === 0) return '';
  const items = tags.map((tag) =>
    site === undefined || tag.trim() === ''
      ? element('li', { class: page.classes('p-category') }, escapeLine(tag))
      : element(
          'li',
          {},
          element(
            'a',
            { class: page.classes('p-category'), rel: 'tag', href: site.tag(tag) },
            escapeLine(tag),
          ),
        ),
  );
  // Read out, the list says what it is; to the eye its form does.
  return joinBlocks([
    element('p', { class: page.classes('unseen') }, 'Tags'),
    container('ul', { class: page.classes('tags') }, items),
  ]);
}
