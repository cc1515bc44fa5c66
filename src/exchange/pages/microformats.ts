import type { Json, JsonMap } from '../../model/json.ts';
import { elementsOf, type HtmlElement, textIn } from '../html/html-tree.ts';
import { nodeMarkdown } from '../html/to-markdown.ts';

/** Reviews marked up as h-review or hReview, the outermost ones. */
export function microformatReviews(page: HtmlElement): readonly JsonMap[] {
  const modern = outermost(page, 'h-review').map(modernKeys);
  return modern.length > 0 ? modern : outermost(page, 'hreview').map(classicKeys);
}

function classesOf({ attributes }: HtmlElement): readonly string[] {
  return (attributes.class ?? '').split(/\s+/);
}

function outermost(root: HtmlElement, name: string): HtmlElement[] {
  if (classesOf(root).includes(name)) return [root];
  return root.children.flatMap((child) =>
    typeof child === 'string' ? [] : outermost(child, name),
  );
}

/** The elements with a class that belong to a review itself, and not to something that is marked up within it. */
function within(
  root: HtmlElement,
  name: string,
  isOther: (element: HtmlElement) => boolean,
): HtmlElement[] {
  return root.children.flatMap((child): HtmlElement[] => {
    if (typeof child === 'string') return [];
    const own = classesOf(child).includes(name) ? [child] : [];
    return isOther(child) ? own : [...own, ...within(child, name, isOther)];
  });
}

/** What an element says of a date, an address or a value: an attribute, where it has one for that, else its text. */
function saidBy({ tag, attributes, children }: HtmlElement): string {
  const said =
    tag === 'time'
      ? attributes.datetime
      : tag === 'data' || tag === 'input'
        ? attributes.value
        : tag === 'abbr'
          ? attributes.title
          : undefined;
  return (said ?? textIn(children)).replace(/\s+/g, ' ').trim();
}

function addressOf({ attributes }: HtmlElement): string | undefined {
  const address = attributes.href ?? attributes.src ?? '';
  return /^https?:/i.test(address) ? address : undefined;
}

type Found = (name: string) => HtmlElement | undefined;

function keysFrom(entries: Readonly<Record<string, Json | undefined>>): JsonMap {
  return Object.fromEntries(
    Object.entries(entries).filter(
      (entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}

function textOf(element: HtmlElement | undefined): string | undefined {
  return element === undefined ? undefined : saidBy(element);
}

/** `3.5` of `5`, or what stands there. */
function ratingOf(rating: string | undefined, best: string | undefined): string | undefined {
  return rating === undefined || best === undefined || !/^\d+(?:[.,]\d+)?$/.test(rating)
    ? rating
    : `${rating}/${best}`;
}

/** https://microformats.org/wiki/h-review, and what h-entry has besides. */
function modernKeys(review: HtmlElement): JsonMap {
  const isRoot = (element: HtmlElement): boolean =>
    classesOf(element).some((name) => /^h-[a-z]/.test(name));
  const all = (name: string): HtmlElement[] => within(review, name, isRoot);
  const one: Found = (name) => all(name)[0];
  const item = one('p-item');
  const content = one('e-content') ?? one('e-description') ?? one('p-description');
  const name = textOf(one('p-name'));
  const itemName = item === undefined ? undefined : (nameIn(item, 'p-name') ?? saidBy(item));
  return keysFrom({
    item: itemName ?? name,
    title: itemName === undefined || itemName === name ? undefined : name,
    author: all('p-author').map((author) => nameIn(author, 'p-name') ?? saidBy(author)),
    rating: ratingOf(textOf(one('p-rating')), textOf(one('p-best'))),
    published: textOf(one('dt-published') ?? one('dt-reviewed') ?? one('dt-dtreviewed')),
    summary: textOf(one('p-summary')),
    tags: all('p-category').map(saidBy),
    url: all('u-url')
      .map(addressOf)
      .find((address) => address !== undefined),
    body: content === undefined ? undefined : nodeMarkdown(content),
  });
}

function nameIn(element: HtmlElement, name: string): string | undefined {
  const found = [...elementsOf(element)].find(
    (inner) => inner !== element && classesOf(inner).includes(name),
  );
  return found === undefined ? undefined : saidBy(found);
}

/** https://microformats.org/wiki/hreview. */
function classicKeys(review: HtmlElement): JsonMap {
  const all = (name: string): HtmlElement[] => within(review, name, () => false);
  const one: Found = (name) => all(name)[0];
  const [item, rating, reviewer, content] = [
    one('item'),
    one('rating'),
    one('reviewer'),
    one('description'),
  ];
  const value = rating === undefined ? undefined : (nameIn(rating, 'value') ?? saidBy(rating));
  return keysFrom({
    item: item === undefined ? textOf(one('fn')) : (nameIn(item, 'fn') ?? saidBy(item)),
    kind: kindOf(textOf(one('type'))),
    title: textOf(one('summary')),
    author: reviewer === undefined ? undefined : (nameIn(reviewer, 'fn') ?? saidBy(reviewer)),
    // Without a scale it is one of five: https://microformats.org/wiki/hreview#Property_details.
    rating: ratingOf(
      value,
      rating === undefined ? '5' : (nameIn(rating, 'best') ?? textOf(one('best')) ?? '5'),
    ),
    published: textOf(one('dtreviewed')),
    tags: [...elementsOf(review)].filter(({ attributes }) => attributes.rel === 'tag').map(saidBy),
    url: all('permalink')
      .map(addressOf)
      .find((address) => address !== undefined),
    body: content === undefined ? undefined : nodeMarkdown(content),
  });
}

/** The types of hReview that say what is reviewed. */
const kinds: Readonly<Record<string, string>> = {
  product: 'product',
  business: 'place',
  event: 'event',
  place: 'place',
};

function kindOf(type: string | undefined): string | undefined {
  return type === undefined ? undefined : kinds[type.toLowerCase()];
}
