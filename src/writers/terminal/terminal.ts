import type { Review } from '../../model/review.ts';
import { pageLines } from '../layout/page.ts';
import { toned } from '../layout/style.ts';
import type { TerminalOptions, Write } from '../writer.ts';
import { highlightCode } from './highlight.ts';
import { createPainter } from './painter.ts';
import { themes } from './themes.ts';

const defaultColumns = 80;

/**
 * Writes a review as a page for a terminal. For `columns` of 20 and more no line is wider, none ends in a space, and every
 * line closes the styles it opens; the only control sequences are SGR and OSC 8. Hidden text is a bar until `spoilers`.
 */
export const writeTerminal: Write<TerminalOptions> = (review: Review, options = {}) => {
  const level = options.color ?? 0;
  const paint = createPainter(themes[options.theme ?? 'auto'] ?? (themes['auto'] as never), level);
  const lines = pageLines(review, {
    columns: options.columns === 0 ? Number.POSITIVE_INFINITY : (options.columns ?? defaultColumns),
    spoilers: options.spoilers ?? false,
    hyperlinks: level > 0 && options.hyperlinks === true,
    hiddenInline: toned('▒▒▒▒▒▒▒', 'muted'),
    hiddenBlock: (title) => toned(`▒▒▒ ${title === '' ? 'Spoiler' : 'Spoiler: '}${title} (--spoilers shows it) ▒▒▒`, 'muted'),
    highlight: level > 0 ? highlightCode : () => null,
    sectionHeadings: true,
    ...(options.sections === undefined ? {} : { sections: options.sections }),
  });
  const text = lines.map(paint).join('\n');
  return text === '' ? '' : `${text}\n`;
};
