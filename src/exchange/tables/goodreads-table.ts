import { contentOf } from '../../markdown/content.ts';
import { shownReview } from '../../markdown/redact/redact.ts';
import { saysSpoilers } from '../../markdown/spoiler-section.ts';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import type { Review } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { inlineHtml, serviceHtml } from '../html/to-html.ts';
import type { ServiceTable, TableRows } from '../service.ts';
import { textAt } from './texts-at.ts';

const style = { lineBreak: '<br/>', paragraphBreak: '<br/><br/>' };

/** What Goodreads imports, which is what it exports: a row a book. What is hidden stands there between its own marks; private notes stay at home. */
export const goodreadsTable: ServiceTable = {
  columns: [
    ...[
      'Book Id',
      'Title',
      'Author',
      'Author l-f',
      'Additional Authors',
      'ISBN',
      'ISBN13',
      'My Rating',
    ],
    ...['Average Rating', 'Publisher', 'Binding', 'Number of Pages', 'Year Published'],
    ...['Original Publication Year', 'Date Read', 'Date Added', 'Bookshelves'],
    ...['Bookshelves with positions', 'Exclusive Shelf', 'My Review', 'Spoiler', 'Private Notes'],
    ...['Read Count', 'Owned Copies'],
  ],
  kinds: ['book'],
  rows,
};

function rows(review: Review, spoilers: boolean): TableRows {
  const shown = shownReview(review, spoilers);
  const { item, extra } = shown;
  const notes: string[] = [];
  const kept = (name: string): string | undefined => textAt(extra, ['goodreads', name]);
  const detail = (name: string): string => textAt(item.details, [name]) ?? '';
  const [author = '', ...more] = item.creators
    .filter(({ role }) => role === 'author')
    .map(({ name }) => name);
  const status = textAt(extra, ['status']);
  const shelf = status ?? (shown.experienced.length > 0 || shown.rating !== null ? 'read' : '');
  const series = detail('series');
  const text = textOf(review);
  const isRead = shelf !== 'to-read' && shelf !== 'currently-reading';
  const last = shown.experienced
    .map(({ date }) => date)
    .filter((date) => date !== undefined)
    .at(-1);
  const values: Readonly<Record<string, string>> = {
    'Book Id': item.ids.goodreads ?? '',
    Title: series === '' ? (item.name ?? '') : `${item.name ?? ''} (${series})`,
    Author: author,
    'Additional Authors': more.join(', '),
    ISBN: `="${item.ids.isbn ?? item.ids.isbn10 ?? ''}"`,
    ISBN13: `="${item.ids.isbn13 ?? ''}"`,
    'My Rating': starsOf(shown, notes),
    Publisher: item.creators.find(({ role }) => role === 'publisher')?.name ?? '',
    Binding: detail('format'),
    'Number of Pages': detail('pages'),
    'Year Published': detail('editionYear'),
    'Original Publication Year': item.year === undefined ? '' : String(item.year),
    'Date Read': (last ?? '').replaceAll('-', '/'),
    'Date Added': kept('Date Added') ?? (shown.published ?? '').replaceAll('-', '/'),
    Bookshelves: [...(isRead && shelf === 'read' ? [] : [shelf]), ...shown.tags]
      .filter((each) => each !== '')
      .join(', '),
    'Exclusive Shelf': shelf,
    'My Review': text.html,
    Spoiler: text.isSpoiler ? 'true' : '',
    'Read Count': kept('Read Count') ?? String(Math.max(shown.experienced.length, isRead ? 1 : 0)),
    'Owned Copies': kept('Owned Copies') ?? '0',
  };
  return { rows: [goodreadsTable.columns.map((column) => values[column] ?? '')], notes };
}

/** Whole stars: what lies between is rounded, and said. */
function starsOf({ rating }: Review, notes: string[]): string {
  if (rating === null) return '0';
  const stars = Math.min(Math.max(rating.normalized, 0), 1) * 5;
  const whole = Math.round(stars);
  if (whole === 0) notes.push(`${rating.source} has no place there: 0 is no rating`);
  else if (Math.abs(whole - stars) > 1e-9) notes.push(`${rating.source} becomes ${whole} of 5`);
  return String(whole);
}

/** The text with its hidden parts between `<spoiler>`; one that is hidden as a whole says so in a column of its own. */
function textOf(review: Review): { readonly html: string; readonly isSpoiler: boolean } {
  const content = contentOf(review);
  const sections = flattenSections(review.sections);
  const [only, ...others] = sections;
  const block = only === undefined || others.length > 0 ? null : wholeSpoiler(content.bodyOf(only));
  if (block !== null) return { html: serviceHtml(block, style), isSpoiler: true };
  const texts = sections.flatMap((section) => {
    const body = serviceHtml(content.bodyOf(section), style);
    const text = body !== '' && saysSpoilers(section.title) ? `<spoiler>${body}</spoiler>` : body;
    return section.level === 0
      ? [text]
      : [`<b>${inlineHtml(content.headingOf(section), style)}</b>`, text];
  });
  return { html: texts.filter((text) => text !== '').join(style.paragraphBreak), isSpoiler: false };
}

/** What a text holds that is one spoiler and nothing else. */
function wholeSpoiler(tokens: readonly AnyToken[]): readonly AnyToken[] | null {
  const said = tokens.filter(({ type }) => type !== 'space');
  const [block] = said;
  return said.length === 1 && block?.type === 'spoiler' ? known(block.tokens) : null;
}
