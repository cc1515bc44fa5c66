import { shownReview } from '../../markdown/redact/redact.ts';
import { createLocator, type Locator } from '../../model/position.ts';
import { displayTitle, type Section } from '../../model/review.ts';
import { fold } from '../../text/fold.ts';
import type { Library, LoadedReview } from '../library.ts';
import type { FoundFile } from '../walk.ts';
import { partsOf } from './parts.ts';
import type { RankedPart } from './rank.ts';
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

/** Reads the reviews of ranked parts, `reviews` being all of them in the library's order, and gives what is shown. One that is gone meanwhile has no hits. */
export function* placeHits(
  library: Library,
  reviews: readonly FoundFile[],
  ranked: readonly RankedPart[],
  terms: readonly SearchTerm[],
  spoilers: boolean,
): Generator<SearchHit> {
  const reviewAt = reader(library);
  for (const { review: index, part: place, score } of ranked) {
    const opened = reviewAt(reviews[index] as FoundFile);
    const part = opened === null ? undefined : opened.parts(spoilers)[place];
    if (opened === null || part === undefined) continue;
    const { review, file, source, span = { start: 0, end: source.length } } = opened.loaded;
    const { section, heading, text } = part;
    const folded = fold(section === null ? text : `${heading}\n${text}`).replace(/\s+/g, ' ');
    const marks = terms.flatMap((term) => shownBy(term, folded));
    const range = section?.range;
    const start = range?.start ?? opened.locator().point(span.start);
    const end = range?.end.offset ?? span.end;
    yield {
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
}

interface OpenedReview {
  readonly loaded: LoadedReview;
  readonly locator: () => Locator;
  readonly parts: (spoilers: boolean) => ReturnType<typeof partsOf>;
}

/** Reads a review once for hits in a row, a file of many once for all of them. */
function reader(library: Library): (file: FoundFile) => OpenedReview | null {
  const many = new Map<string, ReadonlyMap<string, OpenedReview>>();
  let last: { id: string; opened: OpenedReview | null } | undefined;
  const open = (file: FoundFile): OpenedReview | null => {
    const known = many.get(file.path)?.get(file.id);
    if (known !== undefined) return known;
    try {
      const loaded = library.load(file);
      if (loaded.many === undefined && file.key === undefined) return opened(loaded);
      const all = loaded.many ?? library.loadAll(withoutKey(file));
      const locator = lazily(() => createLocator(loaded.source));
      const byId = new Map(
        all.map((one) => [one.libraryId ?? '', { ...opened(one), locator }] as const),
      );
      many.set(file.path, byId);
      return byId.get(file.id) ?? null;
    } catch {
      return null;
    }
  };
  return (file) => {
    if (last?.id !== file.id) last = { id: file.id, opened: open(file) };
    return last.opened;
  };
}

/** The file as a whole. */
function withoutKey({ id, path, key }: FoundFile): FoundFile {
  return { id: key === undefined ? id : id.slice(0, -key.length - 1), path };
}

function opened(loaded: LoadedReview): OpenedReview {
  let known: ReturnType<typeof partsOf> | undefined;
  return {
    loaded,
    locator: lazily(() => createLocator(loaded.source)),
    parts: (spoilers) => {
      known ??= partsOf(shownReview(loaded.review, spoilers));
      return known;
    },
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
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
