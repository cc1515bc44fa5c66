import { joinOf, problemOf } from '../cells.ts';
import { readKeys, reviewOf } from '../imported.ts';
import type { Identity, Made, Row, RowProblem, Service } from '../service.ts';

/** A web page that says in its code that there are reviews on it. Nothing is fetched: it comes as a file or on standard input. */
export const web: Service & { readonly name: 'web' } = {
  name: 'web',
  title: 'Web page',
  columns: [
    { name: 'Review (schema.org, JSON-LD)', to: 'every field, as in a review’s own file' },
    {
      name: 'h-review, hReview',
      to: 'item, title, author, rating, date, summary, tags, url, the text',
    },
  ],
  recognise: ({ isPage }) => (isPage ? 'page' : null),
  joinOfReview: ({ item: { name = '' }, url }) => url ?? joinOf(name),
  identify,
  make,
};

function identify(row: Row): Identity | RowProblem {
  const review = reviewOf(row.values);
  const name = review.item.name ?? review.title;
  if (name === undefined) return problemOf(row, 'it does not say what is reviewed');
  const { year, kind = 'other' } = review.item;
  const by = review.author[0]?.name;
  return {
    id: review.url ?? (by === undefined ? name : `${name}, by ${by}`),
    join: review.url ?? joinOf(name),
    name,
    kind,
    ...(year === undefined ? {} : { year: String(year) }),
    ...(by === undefined ? {} : { maker: by }),
    isRated: review.rating !== null || review.ratingText !== undefined,
    isReviewed: review.sections.length > 0,
  };
}

function make(rows: readonly Row[]): Made {
  const [row] = rows as readonly [Row];
  const problems = readKeys(row.values).problems.map((message) => problemOf(row, message));
  return { keys: row.values, problems };
}
