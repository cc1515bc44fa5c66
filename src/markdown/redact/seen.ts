import type { Section } from '../../model/review.ts';
import { mayHide, textParts } from '../hidden-text.ts';
import { saysSpoilers } from '../spoiler-section.ts';

/**
 * What of a Markdown text is seen, to take facts from: without what its author hides, and without HTML comments. Errs on the side of hiding; where
 * the seen parts stand is not kept.
 */
export function seenText(text: string): string {
  const plain = withoutComments(text);
  if (!mayHide(plain)) return plain;
  return textParts(plain)
    .filter(({ hidden }) => !hidden)
    .map((part) => part.text)
    .join('');
}

/** A text without its HTML comments; one that is not closed goes to the end. */
export function withoutComments(text: string): string {
  return text.includes('<!--') ? text.replace(/<!--(?:[^-]|-(?!->))*(?:-->|$)/g, '') : text;
}

/** Sections but those that are spoilers as a whole, each with those within it. */
export function seenSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) =>
    saysSpoilers(section.title) ? [] : [section, ...seenSections(section.sections)],
  );
}
