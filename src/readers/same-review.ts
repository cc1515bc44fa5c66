import { contentOf } from '../markdown/content.ts';
import type { AnyToken } from '../markdown/tokens.ts';
import { createLocator } from '../model/position.ts';
import type { Review, Section } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';
import { arrange } from '../shapes/arrange.ts';
import { exportedReview, schemaVersion } from '../shapes/export-shape.ts';

/** What a file says, as the text of its export, but for where it says it. Two reviews are the same when their texts are. */
export function meaningOf(review: Review): string {
  const sections = review.sections.map(withoutPlace);
  return JSON.stringify(arrange(exportedReview, { schemaVersion, ...review, sections }));
}

const nowhere = createLocator('').range(0, 0);

function withoutPlace(section: Section): Section {
  return { ...section, range: nowhere, sections: section.sections.map(withoutPlace) };
}

/**
 * How the text is laid out, block by block, as a text to compare: a body may keep its characters and still be shown otherwise, since
 * what stands above it has changed (`**Cons:**`, then an indented line).
 */
export function layoutOf(review: Review): string {
  const { bodyOf, footnotes } = contentOf(review);
  const bodies = flattenSections(review.sections).map((section) => blocks(bodyOf(section)));
  // `raw` is the source of a block, with the line ends around it, which belong to nobody.
  return JSON.stringify([bodies, [...footnotes]], (key, value: unknown) =>
    key === 'raw' ? undefined : typeof value === 'string' ? withoutLineEnds(value) : value,
  );
}

function withoutLineEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text.charAt(start) === '\n') start++;
  while (end > start && text.charAt(end - 1) === '\n') end--;
  return text.slice(start, end);
}

function blocks(tokens: readonly AnyToken[]): readonly AnyToken[] {
  return tokens.filter(({ type }) => type !== 'space');
}
