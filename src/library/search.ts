import type { Section } from '../model/review.ts';
import { fold } from '../text/fold.ts';

/** A part of a review that can be found: a section's own text, or the title card. */
export interface SearchPart {
  /** Null for the title card. */
  readonly section: Pick<Section, 'id' | 'number' | 'title'> | null;
  /** As a reader sees it. */
  readonly text: string;
}

/** A review as the search sees it. */
export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly parts: readonly SearchPart[];
}

/** A part in which something was found. */
export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly section: SearchPart['section'];
  /** Greater is better; comparable within one search only. */
  readonly score: number;
  readonly text: string;
}

/** What was typed as the texts to look for: each word or, between quotes for the shell, phrase; folded, none empty. */
export function searchTerms(words: readonly string[]): readonly string[] {
  return words.map((word) => fold(word).replace(/\s+/g, ' ').trim()).filter((word) => word !== '');
}

/** Whether a file may hold all the terms: a quick look at its text, to read only those reviews whole that matter. */
export function mayHold(source: string, terms: readonly string[]): boolean {
  const folded = fold(source);
  return terms.every((term) => term.split(' ').every((word) => folded.includes(word)));
}

/**
 * The parts in which terms stand, of the reviews in which all of them do; the best first. Ranked by BM25 over the parts
 * (Robertson and Zaragoza, 2009), with whole words, headings and title cards counting more; those of one review together,
 * ties in the order given.
 */
export function search(
  documents: readonly SearchDocument[],
  terms: readonly string[],
): SearchHit[] {
  const counted = documents.flatMap((document) => countDocument(document, terms));
  const averageLength = counted.reduce((sum, { length }) => sum + length, 0) / counted.length;
  const weights = terms.map((_, term) => {
    const holding = counted.filter(({ counts }) => (counts[term] as number) > 0).length;
    return Math.log(1 + (counted.length - holding + 0.5) / (holding + 0.5));
  });
  const hits = counted
    .filter(({ counts }) => counts.some((count) => count > 0))
    .map((part) => ({ ...part.hit, score: scoreOf(part, weights, averageLength) }))
    .sort((one, other) => other.score - one.score);
  const byReview = new Map<string, SearchHit[]>();
  for (const hit of hits) {
    const before = byReview.get(hit.id);
    if (before === undefined) byReview.set(hit.id, [hit]);
    else before.push(hit);
  }
  return [...byReview.values()].flat();
}

interface CountedPart {
  readonly hit: Omit<SearchHit, 'score'>;
  /** For each term how often it stands here, weighted. */
  readonly counts: readonly number[];
  /** In UTF-16 units. */
  readonly length: number;
}

const wholeWord = 1;
const startOfWord = 0.4;
const inHeading = 3;

/** Every part of a review that holds all terms; none of one that does not. */
function countDocument(
  { parts, ...document }: SearchDocument,
  terms: readonly string[],
): CountedPart[] {
  const counted = parts.map(({ section, text }) => {
    const body = fold(text).replace(/\s+/g, ' ');
    const heading = section === null ? body : fold(section.title);
    return {
      hit: { id: document.id, title: document.title, file: document.file, section, text },
      counts: terms.map((term) => weightIn(body, term) + inHeading * weightIn(heading, term)),
      length: body.length,
    };
  });
  const holdsAll = terms.every((_, term) =>
    counted.some(({ counts }) => (counts[term] as number) > 0),
  );
  return holdsAll ? counted : [];
}

function weightIn(text: string, term: string): number {
  let weight = 0;
  for (let at = findWord(text, term, 0); at >= 0; at = findWord(text, term, at + term.length))
    weight += isLetter(text.charAt(at + term.length)) ? startOfWord : wholeWord;
  return weight;
}

/**
 * The first offset from `from` on at which a term stands at the start of a word; anywhere in scripts without spaces.
 * Both texts must be folded. -1 for none.
 */
export function findWord(text: string, term: string, from: number): number {
  let at = text.indexOf(term, from);
  if (spaceless.test(term)) return at;
  while (at > 0 && isLetter(text.charAt(at - 1))) at = text.indexOf(term, at + 1);
  return at;
}

/** Starts with a letter of a script that is written without spaces. */
const spaceless =
  /^[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]|^[\uD840-\uD8BF]/;

function isLetter(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit);
}

const saturation = 1.2;
const lengthWeight = 0.75;

function scoreOf(
  { counts, length }: CountedPart,
  weights: readonly number[],
  average: number,
): number {
  const norm = saturation * (1 - lengthWeight + lengthWeight * (length / Math.max(average, 1)));
  const score = counts.reduce(
    (sum, count, term) =>
      sum + ((weights[term] as number) * count * (saturation + 1)) / (count + norm),
    0,
  );
  return Math.round(score * 1000) / 1000;
}

/** 1-based line of `source` from line `first` on in which a term stands for the first time; `first` when there is none. */
export function lineOf(source: string, first: number, terms: readonly string[]): number {
  const lines = source.split(/\r\n|[\r\n]/);
  const words = terms.flatMap((term) => term.split(' '));
  const at = lines.findIndex(
    (line, index) => index >= first - 1 && words.some((word) => fold(line).includes(word)),
  );
  return at < 0 ? first : at + 1;
}
