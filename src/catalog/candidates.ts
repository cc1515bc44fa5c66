import { standing } from '../library/search/parts.ts';
import { type FoundPart, packStandings } from '../library/search/rank.ts';
import type { SearchTerm } from '../library/search/terms.ts';
import { textOf } from './database.ts';
import type { Database } from './load-libsql.ts';
import { partOfNumber } from './rows.ts';

/**
 * The parts in which terms stand, of the reviews in which all of them do, in the order of their numbers; `review` is the review's number in the catalog.
 * Terms are words in a row alone, which the index knows as the walk does. What is asked of the index is bound, and is made of letters, digits and
 * the names of columns. Lists of numbers are flat, for there may be a million.
 */
export function candidateParts(db: Database, terms: readonly SearchTerm[]): FoundPart[] {
  const found: Standings[] = [];
  for (const term of terms) {
    const each = standingsOf(db, term);
    if (each.numbers.length === 0) return [];
    found.push(each);
  }
  const holding = found.map(({ numbers }) => reviewsOf(numbers)).reduce(intersection);
  const numbers = found.map((each) => each.numbers).reduce(union);
  const at = found.map(() => 0);
  const parts: FoundPart[] = [];
  let review = 0;
  for (const number of numbers) {
    const standings = found.map((each, term) => {
      const place = at[term] as number;
      if (each.numbers[place] !== number) return 0;
      at[term] = place + 1;
      return each.flags[place] as number;
    });
    const part = partOfNumber(number);
    while (review < holding.length && (holding[review] as number) < part.review) review++;
    if (holding[review] === part.review)
      parts.push({ ...part, standings: packStandings(standings) });
  }
  return parts;
}

/** How a term stands in parts, which are in order. */
interface Standings {
  readonly numbers: Float64Array;
  readonly flags: Uint8Array;
}

function standingsOf(db: Database, { row }: SearchTerm): Standings {
  if (row === null) return { numbers: new Float64Array(0), flags: new Uint8Array(0) };
  const phrase = `"${row.words.join(' ')}"`;
  const open = row.isOpen ? ' *' : '';
  const last = `"${row.words.at(-1)}"${open}`;
  const often = [...row.words.slice(0, -1).map((word) => `"${word}"`), last];
  const begins = numbersFor(db, `body : ${phrase}${open}`);
  const beginsInHeading = numbersFor(db, `heading : ${phrase}${open}`);
  const numbers = union(begins, beginsInHeading);
  const flags = new Uint8Array(numbers.length);
  const add = (some: Float64Array, flag: number, onlyWith = 0): void => {
    let at = 0;
    for (const number of some) {
      while (at < numbers.length && (numbers[at] as number) < number) at++;
      const before = flags[at] as number;
      if (numbers[at] === number && (before & onlyWith) === onlyWith) flags[at] = before | flag;
    }
  };
  add(begins, standing.begins);
  add(beginsInHeading, standing.beginsInHeading);
  if (numbers.length === 0) return { numbers, flags };
  add(row.isOpen ? numbersFor(db, `body : ${phrase}`) : begins, standing.whole);
  add(
    row.isOpen ? numbersFor(db, `heading : ${phrase}`) : beginsInHeading,
    standing.wholeInHeading,
  );
  const query = often.map((each) => `often : ${each}`).join(' AND ');
  add(numbersFor(db, query), standing.often, standing.begins);
  return { numbers, flags };
}

function numbersFor(db: Database, query: string): Float64Array {
  const text = textOf(db, 'json_group_array(rowid)', 'from words where words match ?', query);
  const numbers = Float64Array.from(text === '' ? [] : (JSON.parse(text) as number[]));
  return numbers.every((number, at) => at === 0 || (numbers[at - 1] as number) < number)
    ? numbers
    : numbers.sort();
}

/** The reviews of parts, which are in order, each once. */
function reviewsOf(numbers: Float64Array): Float64Array {
  const reviews = new Float64Array(numbers.length);
  let count = 0;
  for (const number of numbers) {
    const { review } = partOfNumber(number);
    if (count === 0 || reviews[count - 1] !== review) reviews[count++] = review;
  }
  return reviews.subarray(0, count);
}

function intersection(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(Math.min(one.length, other.length));
  let [count, at] = [0, 0];
  for (const number of one) {
    while (at < other.length && (other[at] as number) < number) at++;
    if (other[at] === number) both[count++] = number;
  }
  return both.subarray(0, count);
}

function union(one: Float64Array, other: Float64Array): Float64Array {
  if (other.length === 0) return one;
  if (one.length === 0) return other;
  const all = new Float64Array(one.length + other.length);
  let [count, left, right] = [0, 0, 0];
  while (left < one.length || right < other.length) {
    const a = left < one.length ? (one[left] as number) : Number.POSITIVE_INFINITY;
    const b = right < other.length ? (other[right] as number) : Number.POSITIVE_INFINITY;
    if (a <= b) left++;
    if (b <= a) right++;
    all[count++] = Math.min(a, b);
  }
  return all.subarray(0, count);
}
