import { contentOf } from '../../markdown/content.ts';
import { plainText } from '../../markdown/plain/plain-text.ts';
import { bareReview, type Shown } from '../../markdown/redact/redact.ts';
import type { Section } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { fold } from '../../text/fold.ts';
import { indexWords } from '../../text/words.ts';
import { findWord, isLetter, type SearchTerm } from './terms.ts';

/** A part of a review that can be found: a section's own text, or the title card. */
export interface SearchPart {
  /** Null for the title card. */
  readonly section: Section | null;
  /** Its heading; of the title card, all of it. */
  readonly heading: string;
  /** As a reader sees it, without marks. */
  readonly text: string;
}

/** The parts of a review, the title card first, then its sections in the order of the text. What is hidden is in none. */
export function partsOf(review: Shown): readonly SearchPart[] {
  const content = contentOf(review);
  const card = cardText(review);
  const sections = flattenSections(review.sections).map(
    (section): SearchPart => ({
      section,
      // Of the text before the first heading, the title is nobody's word.
      heading: section.level === 0 ? '' : section.title,
      text: plainText(content.bodyOf(section)),
    }),
  );
  return [{ section: null, heading: card, text: card }, ...sections];
}

function cardText(review: Shown): string {
  const { title, item, author, tags, summary, pros, cons } = bareReview(review);
  const names = [...item.creators, ...author].map(({ name }) => name);
  return [title, item.name, item.kind, item.year, ...names, ...tags, summary, ...pros, ...cons]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** How a term stands in a part: the sum of these, 0 when it does not. A text that goes on after the term is the beginning of a word. */
export const standing = {
  begins: 1,
  whole: 2,
  /** Each of its words three times or more. */
  often: 4,
  beginsInHeading: 8,
  wholeInHeading: 16,
} as const;

/** So often a word stands in a text to stand there often. */
const oftenTimes = 3;

/** The words that stand often, each once. */
export function oftenWords(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].flatMap(([word, count]) => (count >= oftenTimes ? [word] : []));
}

/** How long a part is, as its rank counts it: twice the binary logarithm of its words, 0 to 31. */
export function lengthStep(words: number): number {
  return Math.min(31, Math.round(2 * Math.log2(words + 1)));
}

/** A part in which terms stand. */
export interface PartMatch {
  /** Its place among `partsOf`, from 0. */
  readonly part: number;
  readonly lengthStep: number;
  /** For each term how it stands there. */
  readonly standings: readonly number[];
}

/** The parts in which any of the terms stands; none unless all of them stand in some part. */
export function matchParts(
  parts: readonly SearchPart[],
  terms: readonly SearchTerm[],
): readonly PartMatch[] {
  const matches: PartMatch[] = [];
  const seen = new Set<number>();
  for (const [part, { heading, text }] of parts.entries()) {
    const head = fold(heading);
    const body = fold(text);
    if (!terms.some((term) => mayStand(head, term) || mayStand(body, term))) continue;
    const [headWords, words] = [indexWords(head), indexWords(body)];
    const often = oftenWords(words);
    const standings = terms.map((term) =>
      term.row === null
        ? standingAsWritten(head, body, term.text)
        : standingOf(headWords, words, often, term.row),
    );
    if (standings.every((each) => each === 0)) continue;
    matches.push({ part, lengthStep: lengthStep(words.length), standings });
    for (const [term, each] of standings.entries()) if (each > 0) seen.add(term);
  }
  return seen.size === terms.length ? matches : [];
}

function mayStand(folded: string, { text, row }: SearchTerm): boolean {
  return folded.includes(row === null ? text : (row.words[0] as string));
}

function standingOf(
  heading: readonly string[],
  words: readonly string[],
  often: readonly string[],
  { words: row, isOpen }: NonNullable<SearchTerm['row']>,
): number {
  const inHeading = rowIn(heading, row, isOpen);
  const inText = rowIn(words, row, isOpen);
  const last = row.at(-1) as string;
  const isOften =
    inText > 0 &&
    row.slice(0, -1).every((word) => often.includes(word)) &&
    often.some((word) => (isOpen ? word.startsWith(last) : word === last));
  return (
    (inText > 0 ? standing.begins : 0) +
    (inText > 1 ? standing.whole : 0) +
    (isOften ? standing.often : 0) +
    (inHeading > 0 ? standing.beginsInHeading : 0) +
    (inHeading > 1 ? standing.wholeInHeading : 0)
  );
}

/** 2 when the words stand in a row somewhere, 1 when they do as the beginning of such a row, else 0. */
function rowIn(words: readonly string[], row: readonly string[], isOpen: boolean): 0 | 1 | 2 {
  const end = row.length - 1;
  const last = row[end] as string;
  let found: 0 | 1 = 0;
  for (let at = 0; at + end < words.length; at++) {
    const final = words[at + end] as string;
    if (final !== last && !(isOpen && found === 0 && final.startsWith(last))) continue;
    let same = 0;
    while (same < end && words[at + same] === row[same]) same++;
    if (same < end) continue;
    if (final === last) return 2;
    found = 1;
  }
  return found;
}

/** The same for a term that is looked for as it stands, white space aside. */
function standingAsWritten(head: string, body: string, term: string): number {
  const inText = timesIn(body.replace(/\s+/g, ' '), term);
  const inHeading = timesIn(head, term);
  return (
    (inText.all > 0 ? standing.begins : 0) +
    (inText.whole > 0 ? standing.whole : 0) +
    (inText.all >= oftenTimes ? standing.often : 0) +
    (inHeading.all > 0 ? standing.beginsInHeading : 0) +
    (inHeading.whole > 0 ? standing.wholeInHeading : 0)
  );
}

function timesIn(text: string, term: string): { all: number; whole: number } {
  let [all, whole] = [0, 0];
  for (let at = findWord(text, term, 0); at >= 0; at = findWord(text, term, at + term.length)) {
    all++;
    if (!isLetter(text.charAt(at + term.length))) whole++;
  }
  return { all, whole };
}
