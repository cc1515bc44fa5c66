import type { Review, Section } from './review.ts';
import type { Role } from './roles.ts';

/** One section in a table of contents. `words` and `minutes` include its subsections. */
export interface OutlineEntry {
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly role: Role | null;
  /** 1..6; 0 for `intro`. */
  readonly level: number;
  readonly words: number;
  /** Reading time in minutes at 230 words a minute, rounded up; 0 for no words. */
  readonly minutes: number;
  readonly sections: readonly OutlineEntry[];
}

const wordsPerMinute = 230;

/** The table of contents of a review, as a tree. Each `number` and `id` is a name that `findSections` takes. */
export function outline(review: Review): OutlineEntry[] {
  return review.sections.map(entryOf);
}

function entryOf(section: Section): OutlineEntry {
  const sections = section.sections.map(entryOf);
  const words = countWords(section.body) + sections.reduce((sum, { words }) => sum + words, 0);
  const { number, id, title, role, level } = section;
  return { number, id, title, role, level, words, minutes: readingMinutes(words), sections };
}

/** Minutes it takes to read so many words, rounded up. */
export function readingMinutes(words: number): number {
  return Math.ceil(words / wordsPerMinute);
}

/**
 * The words of a Markdown text: runs between spaces that hold a letter or digit, link targets not counted;
 * in scripts written without spaces each ideograph or kana counts as one.
 */
export function countWords(markdown: string): number {
  const prose = markdown
    .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, ']')
    .replace(/^\[[^\]\r\n]+\]:.*$/gm, '');
  let count = 0;
  for (const run of prose.split(/\s+/)) {
    if (run === '') continue;
    const ideographs = run.match(ideograph)?.length ?? 0;
    if (ideographs > 0) count += ideographs;
    else if (letterOrDigit.test(run)) count++;
  }
  return count;
}

const ideograph = /[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/g;
const letterOrDigit = /[\p{L}\p{N}]/u;
