import type { Json, JsonMap } from '../../model/json.ts';
import type { ItemKind } from '../../model/review.ts';
import { isoDate } from '../../vocabulary/dates.ts';
import { extraOf, joinOf, keysOf, problemOf, textOf } from '../cells.ts';
import { htmlToMarkdown } from '../html/to-markdown.ts';
import type { Identity, Made, Row, RowProblem, Service } from '../service.ts';
import { bodyOf, earlierRatings, newerFirst } from '../texts.ts';

/**
 * Google Maps' reviews: https://takeout.google.com, `Maps (your places)/Reviews.json`. Its fields are those that these public programs read, too: cnqstdr/PizzaPlacesVisited,
 * lobu-ai/lobu (the Maps feed of its Google Takeout connector). Before 2022 they had the names that stand second.
 */
export const googleMaps: Service & { readonly name: 'google-maps' } = {
  name: 'google-maps',
  title: 'Google Maps',
  columns: [
    {
      name: 'location.name',
      also: ['Location.Business Name'],
      to: 'item; where it is missing, the address',
    },
    { name: 'location.address', also: ['Location.Address'], to: 'details.address' },
    { name: 'location.country_code', also: ['Location.Country Code'], to: 'details.country' },
    {
      name: 'five_star_rating_published',
      also: ['Star Rating'],
      to: 'rating, of 5; ONE to FIVE too',
    },
    { name: 'date', also: ['Published'], to: 'date, as written: no time zone shifts it' },
    { name: 'review_text_published', also: ['Review Comment'], to: 'the text' },
    { name: 'google_maps_url', also: ['Google Maps URL'], to: 'ids.googleMaps' },
    { name: 'questions', to: 'scores where they rate; else details. Food makes it a restaurant' },
  ],
  recognise: ({ json }) => {
    const properties = propertiesOf(json);
    const names = [
      'five_star_rating_published',
      'review_text_published',
      'Star Rating',
      'Review Comment',
    ];
    return properties !== null && names.some((name) => name in properties) ? 'reviews' : null;
  },
  joinOfReview: ({ item: { name = '', details } }) => joinOf(name, textOf(details.address)),
  identify,
  make,
};

/** What is said of a place. */
interface Place {
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly country: string | undefined;
  readonly url: string | undefined;
  readonly rating: Json | undefined;
  readonly date: Json | undefined;
  readonly text: string | undefined;
  readonly questions: readonly JsonMap[];
}

function mapOf(value: Json | undefined): JsonMap | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonMap)
    : null;
}

function propertiesOf(json: Json): JsonMap | null {
  return mapOf(mapOf(json)?.properties);
}

function placeOf({ values }: Row): Place {
  const said = mapOf(values.properties) ?? {};
  const location = mapOf(said.location) ?? mapOf(said.Location) ?? {};
  const questions = Array.isArray(said.questions) ? (said.questions as readonly Json[]) : [];
  return {
    name: textOf(location.name) ?? textOf(location['Business Name']),
    address: textOf(location.address) ?? textOf(location.Address),
    country: textOf(location.country_code) ?? textOf(location['Country Code']),
    url: textOf(said.google_maps_url) ?? textOf(said['Google Maps URL']),
    rating: said.five_star_rating_published ?? said['Star Rating'],
    date: said.date ?? said.Published,
    text: textOf(said.review_text_published) ?? textOf(said['Review Comment']),
    questions: questions.map(mapOf).filter((each) => each !== null),
  };
}

const aboutFood =
  /\b(?:food|meals?|dish(?:es)?|cuisine|dietary|vegetarian|essen|speisen?|gerichte?|cuisine|plats?|repas|comida|platos?|cibo|piatti)\b|食|料理/i;

function kindOf({ questions }: Place): ItemKind {
  return questions.some(({ question }) => aboutFood.test(textOf(question) ?? ''))
    ? 'restaurant'
    : 'place';
}

function identify(row: Row): Identity | RowProblem {
  const place = placeOf(row);
  const name = place.name ?? place.address;
  if (name === undefined)
    return problemOf(row, 'the place has neither name nor address', 'location');
  return {
    id: place.url ?? [name, place.address].filter((each) => each !== undefined).join(', '),
    join: joinOf(name, place.address),
    name,
    kind: kindOf(place),
    ...(place.address === undefined || place.name === undefined ? {} : { maker: place.address }),
    isRated: (textOf(place.rating) ?? '0') !== '0',
    isReviewed: place.text !== undefined,
  };
}

/** A place that was reviewed several times has several rows. */
function make(rows: readonly Row[]): Made {
  const problems: RowProblem[] = [];
  const read = rows
    .map((row) => {
      const place = placeOf(row);
      return {
        row,
        place,
        date: dateOf(row, place, problems),
        rating: starsOf(row, place.rating, 'five_star_rating_published', problems),
        text: htmlToMarkdown(place.text ?? ''),
      };
    })
    .sort((a, b) => newerFirst(a.date, b.date));
  const [{ row, place, date }] = read as [(typeof read)[number]];
  const rating = read.find((each) => each.rating !== undefined)?.rating;
  const scores = place.questions.flatMap(({ question, rating: value }) => {
    const aspect = textOf(question);
    const stars = starsOf(row, value, 'questions', problems);
    return aspect === undefined || stars === undefined ? [] : [[aspect, stars] as const];
  });
  const answers = place.questions.flatMap((question) => answerTo(question));
  const keys = keysOf({
    item: place.name ?? place.address,
    kind: kindOf(place),
    ids: keysOf({ googleMaps: place.url }),
    details: keysOf({
      address: place.name === undefined ? undefined : place.address,
      country: place.country,
      ...Object.fromEntries(answers),
    }),
    date,
    rating,
    scores: Object.fromEntries(scores),
    ...extraOf('googleMaps', keysOf({ earlierRatings: earlierRatings(read, rating) }), false),
    body: bodyOf(read),
  });
  return { keys, problems };
}

function dateOf(row: Row, { date }: Place, problems: RowProblem[]): string | undefined {
  const written = textOf(date);
  if (written === undefined) return undefined;
  const day = isoDate(written);
  if (day === null) problems.push(problemOf(row, `'${written.slice(0, 40)}' is no date`, 'date'));
  return day ?? undefined;
}

const words = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];

function starsOf(
  row: Row,
  value: Json | undefined,
  column: string,
  problems: RowProblem[],
): string | undefined {
  const written = textOf(value);
  if (written === undefined || written === '0') return undefined;
  const word = words.indexOf(written.toUpperCase());
  const stars = word < 0 ? Number(written) : word + 1;
  if (stars > 0 && stars <= 5) return `${stars}/5`;
  problems.push(problemOf(row, `'${written.slice(0, 40)}' is no rating of 1 to 5`, column));
  return undefined;
}

/** What was chosen, where nothing was rated. */
function answerTo({
  question,
  selected_option: one,
  selected_options: several,
}: JsonMap): [string, Json][] {
  const name = textOf(question);
  const options = Array.isArray(several)
    ? several.flatMap((each) => textOf(each as Json) ?? [])
    : [];
  const answer =
    textOf(one) ?? (options.length === 0 ? undefined : options.length === 1 ? options[0] : options);
  return name === undefined || answer === undefined ? [] : [[name, answer]];
}
