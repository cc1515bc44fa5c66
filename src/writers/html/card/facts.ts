import type { Review } from '../../../model/review.ts';
import { cardFacts, type Fact, type FactPiece } from '../../card-facts.ts';
import { container, element, escapeLine } from '../escape.ts';
import type { HtmlPage } from '../html-page.ts';
import { imageAddress, webAddress } from '../url.ts';
import { creditFor } from './credits.ts';
import { timeHtml } from './dates.ts';
import { shownFieldHtml } from './field.ts';

/** What no other part of the card says, as a list of names and values: makers, details, dates, ids, and the keys nobody knows. */
export function factsHtml(review: Review, page: HtmlPage): string {
  const rows = cardFacts(review)
    .filter((fact) => !isSaid(fact, review, page))
    .map(({ of, label, value }) => {
      const name = of === 'link' ? 'u-url' : undefined;
      const link = of === 'image' ? page.picture(review.item.image ?? '').href : undefined;
      const pieces = value.map((piece) =>
        link === undefined
          ? pieceHtml(piece, review.lang, page, name)
          : element('a', { href: link }, escapeLine(piece.text)),
      );
      return element(
        'div',
        {},
        element('dt', {}, escapeLine(label)) + element('dd', {}, pieces.join('')),
      );
    });
  return rows.length === 0 ? '' : container('dl', { class: page.classes('facts') }, rows);
}

/** What the card says in another place: tags as a list, makers and dates under the title, a picture that can be shown. */
function isSaid(
  { of, about }: Fact,
  { item: { image = '' }, author, spoilers }: Review,
  page: HtmlPage,
): boolean {
  if (of === 'tags' || of === 'updated') return true;
  if (of === 'maker') return creditFor(about) !== undefined;
  if (of === 'image') {
    const { src, href } = page.picture(image);
    return src !== undefined || (href === undefined && imageAddress(image) !== null);
  }
  if (of === 'spoilers') return spoilers === true;
  return (
    of === 'author' &&
    author.some(({ name, url = '' }) => name === about && webAddress(url) !== null)
  );
}

function pieceHtml(
  { is, text }: FactPiece,
  lang: string | undefined,
  page: HtmlPage,
  name: string | undefined,
): string {
  if (is === 'prose') return shownFieldHtml(text, page);
  if (is === 'date') return timeHtml(text, lang);
  const address = is === 'address' ? webAddress(text) : null;
  return address === null
    ? escapeLine(text)
    : element('a', { class: name, href: address }, escapeLine(text));
}
