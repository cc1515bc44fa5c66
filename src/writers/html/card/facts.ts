import { listField } from '../../../markdown/field.ts';
import type { Json } from '../../../model/json.ts';
import type { Item, Review } from '../../../model/review.ts';
import { experienceLabel, roleLabel, titled } from '../../card-words.ts';
import { container, element, escapeLine } from '../escape.ts';
import type { HtmlNames, HtmlPage } from '../html-page.ts';
import { imageAddress, webAddress } from '../url.ts';
import { creditFor } from './credits.ts';
import { timeHtml } from './dates.ts';
import { shownFieldHtml } from './field.ts';

/** A name and what it is, both HTML. */
type Fact = readonly [name: string, value: string];

/** What no other part of the card says, as a list of names and values: makers, details, dates, ids, and the keys nobody knows. */
export function factsHtml(review: Review, item: Item, page: HtmlPage): string {
  const facts = [...itemFacts(item, review.lang, page), ...reviewFacts(review, item, page)].filter(
    ([, value]) => value !== '',
  );
  if (facts.length === 0) return '';
  const rows = facts.map(([name, value]) =>
    element('div', {}, element('dt', {}, name) + element('dd', {}, value)),
  );
  return container('dl', { class: page.classes('facts') }, rows);
}

function itemFacts(item: Item, lang: string | undefined, page: HtmlPage): Fact[] {
  const roles = [...new Set(item.creators.map(({ role }) => role))].filter(
    (role) => creditFor(role) === undefined,
  );
  const image = item.image ?? '';
  return [
    ...roles.map((role): Fact => {
      const names = item.creators.filter((creator) => creator.role === role);
      return [escapeLine(roleLabel(role)), escapeLine(names.map(({ name }) => name).join(', '))];
    }),
    ['Released', item.released === undefined ? '' : timeHtml(item.released, lang)],
    ...Object.entries(item.details).flatMap(([name, value]) =>
      jsonFacts(escapeLine(titled(name)), value, page),
    ),
    ...Object.entries(item.ids).map(
      ([name, value]): Fact => [idName(name), valueHtml(value, page)],
    ),
    // A picture that cannot be shown is named.
    ['Image', imageAddress(image) === null ? escapeLine(image) : ''],
  ];
}

function reviewFacts(review: Review, { kind }: Item, page: HtmlPage): Fact[] {
  const { author, experienced, lang, url, draft, extra } = review;
  return [
    ...experienced.map((one): Fact => [experienceLabel(kind), experienceHtml(one, lang)]),
    ...author.map(
      ({ name, url: link = '' }): Fact => [
        escapeLine(name),
        webAddress(link) === null ? escapeLine(link) : '',
      ],
    ),
    ['Link', url === undefined ? '' : valueHtml(url, page, 'u-url')],
    ['Language', escapeLine(lang ?? '')],
    ['Draft', draft === undefined ? '' : yesNo(draft)],
    ['Spoilers', review.spoilers === false ? 'no' : ''],
    ...Object.entries(extra).flatMap(([name, value]) => jsonFacts(escapeLine(name), value, page)),
  ];
}

function experienceHtml(
  { date, began, repeat, venue, with: company }: Review['experienced'][number],
  lang: string | undefined,
): string {
  const parts = [
    spanHtml(began, date, lang),
    escapeLine(venue ?? ''),
    company === undefined || company.length === 0 ? '' : `with ${escapeLine(company.join(', '))}`,
    repeat === true ? 'again' : repeat === false ? 'for the first time' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function spanHtml(
  began: string | undefined,
  date: string | undefined,
  lang: string | undefined,
): string {
  const end = date === undefined ? '' : timeHtml(date, lang);
  if (began === undefined || began === date) return end;
  const start = timeHtml(began, lang);
  return end === '' ? `since ${start}` : `${start} to ${end}`;
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function valueHtml(value: string, page: HtmlNames, name?: string): string {
  const address = webAddress(value);
  return address === null
    ? escapeLine(value)
    : element('a', { class: name, href: page.address(address) }, escapeLine(value));
}

/** A key that holds a map is one fact for each of its values, `key.inner`. */
function jsonFacts(label: string, value: Json, page: HtmlPage): Fact[] {
  if (isMap(value)) {
    return Object.entries(value).flatMap(([name, inner]) =>
      jsonFacts(`${label}.${escapeLine(name)}`, inner, page),
    );
  }
  const list = isTexts(value) ? listField(value) : null;
  if (list !== null) return [[label, shownFieldHtml(list, page)]];
  if (typeof value === 'string' && webAddress(value) === null)
    return [[label, shownFieldHtml(value, page)]];
  return [[label, jsonHtml(value, page)]];
}

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function jsonHtml(value: Json, page: HtmlNames): string {
  if (typeof value === 'string') return valueHtml(value, page);
  if (Array.isArray(value)) return value.map((item) => jsonHtml(item, page)).join(', ');
  if (isMap(value)) {
    return Object.entries(value)
      .map(([name, inner]) => `${escapeLine(name)}: ${jsonHtml(inner, page)}`)
      .join(', ');
  }
  return String(value);
}

function isMap(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function idName(name: string): string {
  return escapeLine(name.length <= 4 ? name.toUpperCase() : titled(name));
}
