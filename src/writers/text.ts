import { hiddenText } from '../markdown/hidden-text.ts';
import { shownReview, shownSections } from '../markdown/redact/redact.ts';
import type { Review } from '../model/review.ts';
import { letterLook } from './layout/look.ts';
import { pageLines } from './layout/page.ts';
import { plain, type StyledSpan } from './style.ts';
import type { PageOptions, Write } from './writer.ts';

const defaultColumns = 72;

/**
 * Writes a review as plain text that can be read in any font: no escape byte, nothing side by side but the cells of tables,
 * links as `links` says, hidden text as `[spoiler]`. With `sections` their bodies alone. `columns` 0 or `Infinity`: a paragraph is one line.
 */
export const writeText: Write<PageOptions> = (review: Review, options = {}) => {
  const { spoilers = false } = options;
  const lines = pageLines(shownReview(review, spoilers), {
    allFields: options.allFields === true,
    columns: options.columns === 0 ? Number.POSITIVE_INFINITY : (options.columns ?? defaultColumns),
    hyperlinks: false,
    links: options.links ?? 'inline',
    look: letterLook,
    hiddenInline: hiddenSpan,
    hiddenBlock: hiddenSpan,
    saysHidden: false,
    highlight: () => null,
    sectionHeadings: (options.sections?.length ?? 0) > 1,
    ...(options.sections === undefined
      ? {}
      : { sections: shownSections(review, options.sections, spoilers) }),
  });
  const text = lines.map((line) => line.map((span) => span.text).join('')).join('\n');
  return text === '' ? '' : `${text}\n`;
};

function hiddenSpan(title: string): StyledSpan {
  return { text: title === '' ? hiddenText : `[spoiler: ${title}]`, style: plain };
}
