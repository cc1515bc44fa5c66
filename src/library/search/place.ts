import { shownReview } from '../../markdown/redact/redact.ts';
import { createLocator, type Locator } from '../../model/position.ts';
import { displayTitle, type Section } from '../../model/review.ts';
import { once } from '../../readers/once.ts';
import { fold } from '../../text/fold.ts';
import type { Library, LoadedReview } from '../library.ts';
import type { FoundFile } from '../walk.ts';
import { matchParts, partsOf, type SearchPart } from './parts.ts';
import { type FoundPart, packStandings, type RankedPart } from './rank.ts';
import { findWord, type SearchTerm, shownBy } from './terms.ts';

/** A part in which something was found, as it is shown. */
export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  /** Null for the title card. */
  readonly section: Pick<Section, 'id' | 'number' | 'title'> | null;
  readonly score: number;
  /** 1-based. */
  readonly line: number;
  /** What the part says. */
  readonly text: string;
  /** The texts by which the terms show themselves in it, folded. */
  readonly marks: readonly string[];
}

/** A review of a file, by its place in it, from 0. */
export interface ReviewPlace {
  readonly file: FoundFile;
  readonly place: number;
}

/** What was found: parts in which terms stand, and the reviews they belong to in the library's order. */
export interface Found {
  readonly reviews: readonly ReviewPlace[];
  /** `review` is a place in `reviews`; in their order. */
  readonly parts: readonly FoundPart[];
}

/**
 * Reads the reviews of ranked parts and gives what is shown, the terms being looked for in each once more. Null when one of them is gone, or does not hold
 * them as it was said to: then what was found is of no use.
 */
export function placeHits(
  library: Library,
  reviews: readonly ReviewPlace[],
  ranked: readonly RankedPart[],
  terms: readonly SearchTerm[],
  spoilers: boolean,
): SearchHit[] | null {
  const reviewAt = reader(library, terms, spoilers);
  const hits: SearchHit[] = [];
  for (const found of ranked) {
    const opened = reviewAt(reviews[found.review] as ReviewPlace);
    const part = opened?.parts[found.part];
    if (opened === null || part === undefined || !opened.holds(found)) return null;
    hits.push(hitOf(opened, part, found.score, terms, spoilers));
  }
  return hits;
}

function hitOf(
  { loaded, locator }: OpenedReview,
  { section, heading, text }: SearchPart,
  score: number,
  terms: readonly SearchTerm[],
  spoilers: boolean,
): SearchHit {
  const { review, file, source, span = { start: 0, end: source.length } } = loaded;
  const folded = fold(section === null ? text : `${heading}\n${text}`).replace(/\s+/g, ' ');
  const marks = terms.flatMap((term) => shownBy(term, folded));
  const start = section?.range.start ?? locator().point(span.start);
  const end = section?.range.end.offset ?? span.end;
  return {
    id: review.id ?? file,
    title: displayTitle(shownReview(review, spoilers)),
    file,
    section: section && { id: section.id, number: section.number, title: section.title },
    score,
    line: lineOf(source, start, Math.max(end, start.offset), marks),
    text,
    marks,
  };
}

interface OpenedReview {
  readonly loaded: LoadedReview;
  readonly locator: () => Locator;
  readonly parts: readonly SearchPart[];
  /** Whether the terms stand in a part as it was found. */
  readonly holds: (found: FoundPart) => boolean;
}

/** Opens a review once for hits in a row, a file of many once for all of them. Null for one that is not there, or cannot be read. */
function reader(
  library: Library,
  terms: readonly SearchTerm[],
  spoilers: boolean,
): (place: ReviewPlace) => OpenedReview | null {
  const many = new Map<string, readonly (() => OpenedReview)[]>();
  const all = (file: FoundFile): readonly (() => OpenedReview)[] => {
    const before = many.get(file.path);
    if (before !== undefined) return before;
    const loaded = library.loadAll(file);
    const locator = once(() => createLocator(loaded[0]?.source ?? ''));
    const made = loaded.map((one) => once(() => openedReview(one, locator, terms, spoilers)));
    if (made.length > 1) many.set(file.path, made);
    return made;
  };
  let last: { of: ReviewPlace; opened: OpenedReview | null } | undefined;
  return (of) => {
    if (last?.of !== of) {
      try {
        last = { of, opened: all(of.file)[of.place]?.() ?? null };
      } catch {
        last = { of, opened: null };
      }
    }
    return last.opened;
  };
}

function openedReview(
  loaded: LoadedReview,
  locator: () => Locator,
  terms: readonly SearchTerm[],
  spoilers: boolean,
): OpenedReview {
  const parts = partsOf(shownReview(loaded.review, spoilers));
  const matches = once(() => {
    const found = matchParts(parts, terms);
    return new Map(found.map((match) => [match.part, match]));
  });
  return {
    loaded,
    locator,
    parts,
    holds: ({ part, lengthStep, standings }) => {
      const match = matches().get(part);
      return match?.lengthStep === lengthStep && packStandings(match.standings) === standings;
    },
  };
}

/**
 * 1-based line of `source`, between `start` and the offset `end`, in which one of the texts stands at the start of a word for the first time; else the first in which
 * a word of theirs does; else the line of `start`. The texts must be folded.
 */
export function lineOf(
  source: string,
  start: { readonly line: number; readonly offset: number },
  end: number,
  texts: readonly string[],
): number {
  const lines = source.slice(start.offset, end).split(/\r\n|[\r\n]/);
  const words = texts.flatMap((text) => text.split(' '));
  for (const wanted of texts.length === words.length ? [words] : [texts, words]) {
    const at = lines.findIndex((line) => {
      const folded = fold(line);
      return wanted.some((text) => findWord(folded, text, 0) >= 0);
    });
    if (at >= 0) return start.line + at;
  }
  return start.line;
}
