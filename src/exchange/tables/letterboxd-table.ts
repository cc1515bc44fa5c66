import { contentOf } from '../../markdown/content.ts';
import { shownReview } from '../../markdown/redact/redact.ts';
import type { Experience, Review, Section } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { inlineHtml, serviceHtml } from '../html/to-html.ts';
import type { ServiceTable, TableRows } from '../service.ts';
import { textAt } from './texts-at.ts';

/** As its import page has it: paragraphs and lines are those of the text. */
const style = { lineBreak: '\n', paragraphBreak: '\n\n' };

/**
 * What Letterboxd imports (https://letterboxd.com/about/importing-data/): a row a viewing. Rating and review stand with the newest, or with the one they were written of. Its
 * columns are those that these public programs write, too: brege/plex-letterboxd, rx342/senscritique2letterboxd.
 */
export const letterboxdTable: ServiceTable = {
  columns: [
    ...['Title', 'Year', 'Directors', 'Rating', 'WatchedDate', 'Rewatch', 'Tags', 'Review'],
    ...['imdbID', 'tmdbID', 'LetterboxdURI'],
  ],
  kinds: ['film'],
  largestFile: 1_000_000,
  rows,
};

function rows(review: Review, spoilers: boolean): TableRows {
  const shown = shownReview(review, spoilers);
  const { item } = shown;
  const notes: string[] = [];
  const viewings = viewingsOf(shown);
  const texts = textsOf(shown, viewings);
  const reviewed = textAt(shown.extra, ['letterboxd', 'reviewOf']) ?? viewings.at(-1)?.date;
  const reviewedAt = viewings.findLastIndex(({ date }) => date === reviewed);
  const lines = viewings.map((viewing, index) => {
    const isNewest = index === viewings.length - 1;
    const { date = '', repeat } = viewing;
    const earlier = textAt(shown.extra, ['letterboxd', 'earlierRatings', date]);
    return {
      rating:
        earlier === undefined
          ? isNewest
            ? starsOf(shown, notes)
            : ''
          : earlier.replace(/\/5$/, ''),
      watched: date,
      rewatch: repeat === true ? 'Yes' : '',
      tags: isNewest ? shown.tags.join(', ') : '',
      text:
        index === reviewedAt ? texts.main : date === reviewed ? '' : (texts.dated.get(date) ?? ''),
    };
  });
  const director = item.creators.filter(({ role }) => role === 'director').map(({ name }) => name);
  return {
    rows: lines.map(({ rating, watched, rewatch, tags, text }) => [
      item.name ?? '',
      item.year === undefined ? '' : String(item.year),
      director.join(', '),
      rating,
      watched,
      rewatch,
      tags,
      text,
      item.ids.imdb ?? '',
      item.ids.tmdb ?? '',
      item.ids.letterboxd ?? '',
    ]),
    notes,
  };
}

/** A film that was seen on no known day has one row all the same. */
function viewingsOf({ experienced }: Review): readonly Experience[] {
  const dated = experienced.filter(({ date }) => date !== undefined && date.length === 10);
  return dated.length === 0 ? [{}] : dated;
}

/** Half stars: what lies between is rounded, and said. */
function starsOf({ rating }: Review, notes: string[]): string {
  if (rating === null) return '';
  const stars = Math.min(Math.max(rating.normalized, 0), 1) * 5;
  const halves = Math.round(stars * 2) / 2;
  if (halves === 0) {
    notes.push(`${rating.source} has no place there: the least is half a star`);
    return '';
  }
  if (Math.abs(halves - stars) > 1e-9) notes.push(`${rating.source} becomes ${halves} of 5`);
  return String(halves);
}

/** The text, and the sections that stand under the day of a viewing. */
function textsOf(
  review: Review,
  viewings: readonly Experience[],
): { readonly main: string; readonly dated: ReadonlyMap<string, string> } {
  const content = contentOf(review);
  const days = new Set(viewings.map(({ date }) => date));
  const dated = new Map<string, string>();
  const main: string[] = [];
  for (const section of flattenSections(review.sections)) {
    const text = serviceHtml(content.bodyOf(section), style);
    if (isOfADay(section, days)) dated.set(section.title, text);
    else
      main.push(
        section.level === 0 ? text : `<b>${inlineHtml(content.headingOf(section), style)}</b>`,
        section.level === 0 ? '' : text,
      );
  }
  return { main: main.filter((text) => text !== '').join(style.paragraphBreak), dated };
}

function isOfADay({ title, level }: Section, days: ReadonlySet<string | undefined>): boolean {
  return level === 2 && days.has(title);
}
