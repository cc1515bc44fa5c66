import { type Book, type Chapter, chapterAt, isLetterUnit } from './book.ts';

/** Where the top row of a page stands, in words that outlive another layout and another text. */
export interface Place {
  /** The section at hand and those before it, the nearest first. */
  readonly sections: readonly string[];
  /** Letters of the section above the line. */
  readonly letters: number;
  /** Lines that show no letter, between the last letter and the line. */
  readonly bare: number;
  /** Whether the line itself is blank. */
  readonly isBlank: boolean;
}

/** The place of a line. */
export function placeOf(book: Book, line: number): Place {
  const chapter = chapterAt(book, line);
  const index = chapter === null ? -1 : book.chapters.indexOf(chapter);
  let letters = 0;
  let bare = 0;
  for (let at = chapter?.line ?? 0; at < line; at++) {
    const count = lettersIn(book, at);
    letters += count;
    bare = count === 0 ? bare + 1 : 0;
  }
  return {
    sections: book.chapters
      .slice(0, index + 1)
      .map(({ id }) => id)
      .reverse(),
    letters,
    bare,
    isBlank: (book.lines[line] ?? []).length === 0,
  };
}

/** The line of a place: in its section as far in as it was, or at the start of the nearest section before it that is left. */
export function lineOf(book: Book, { sections, letters, bare, isBlank }: Place): number {
  const ids = new Map(book.chapters.map((chapter) => [chapter.id, chapter]));
  const wanted = sections.find((id) => ids.has(id));
  const chapter = wanted === undefined ? null : (ids.get(wanted) as Chapter);
  if (wanted !== sections[0]) return chapter?.line ?? 0;
  const start = chapter?.line ?? 0;
  const end = endOf(book, chapter);
  let seen = 0;
  let at = start;
  // The line in which the next letter stands, or the bare ones before it.
  while (at < end && seen + lettersIn(book, at) <= letters && seen < letters) {
    seen += lettersIn(book, at);
    at++;
  }
  if (seen < letters) return Math.min(at, Math.max(end - 1, start));
  let passed = 0;
  while (passed < bare && at < end && lettersIn(book, at) === 0) {
    at++;
    passed++;
  }
  // A line that was not blank is none now.
  while (!isBlank && at < end - 1 && (book.lines[at] ?? []).length === 0) at++;
  return Math.min(at, Math.max(end - 1, start));
}

function endOf(book: Book, chapter: Chapter | null): number {
  const next =
    chapter === null
      ? book.chapters[0]
      : book.chapters
          .slice(book.chapters.indexOf(chapter) + 1)
          .find(({ line }) => line > chapter.line);
  return next?.line ?? book.lines.length;
}

function lettersIn({ lines }: Book, line: number): number {
  let count = 0;
  for (const { text } of lines[line] ?? [])
    for (let at = 0; at < text.length; at++) if (isLetterUnit(text.charCodeAt(at))) count++;
  return count;
}
