import type { Review, Section } from './review.ts';
import type { Role } from './roles.ts';
import { lengthOf, readingMinutes, summedLength, type TextLength } from './text-length.ts';

/** One section in a table of contents. `words` and `minutes` include its subsections. */
export interface OutlineEntry {
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly role: Role | null;
  /** 1..6; 0 for `intro`. */
  readonly level: number;
  readonly words: number;
  /** Reading time in minutes at 230 words or 500 characters of Chinese or Japanese a minute, rounded up; 0 for no words. */
  readonly minutes: number;
  readonly sections: readonly OutlineEntry[];
}

/** The table of contents of a review, as a tree. Each `number` and `id` is a name that `findSections` takes. */
export function outline(review: Review): OutlineEntry[] {
  return review.sections.map((section) => measured(section).entry);
}

/** The length of a review's text, titles of sections not counted. */
export function reviewLength(review: Review): TextLength {
  return summedLength(review.sections.map((section) => measured(section).length));
}

interface Measured {
  readonly entry: OutlineEntry;
  readonly length: TextLength;
}

function measured(section: Section): Measured {
  const within = section.sections.map(measured);
  const length = summedLength([lengthOf(section.body), ...within.map((one) => one.length)]);
  const { number, id, title, role, level } = section;
  const size = { words: length.words, minutes: readingMinutes(length) };
  const sections = within.map(({ entry }) => entry);
  return { entry: { number, id, title, role, level, ...size, sections }, length };
}
