import { gridLook } from '../layout/look.ts';
import { pageLines } from '../layout/page.ts';
import { toned } from '../layout/style.ts';
import type { TerminalOptions, Write } from '../writer.ts';
import { highlightCode } from './highlight.ts';
import { createPainter } from './painter.ts';
import { themeNamed } from './themes.ts';

const defaultColumns = 80;

/**
 * Writes a review as a page for a terminal. For `columns` of 20 and more no line is wider, none ends in a space, and every
 * line closes the styles it opens; the only control sequences are SGR, none at `color` 0, and OSC 8, none without `hyperlinks`.
 * Hidden text is a bar until `spoilers`. With `sections` those alone, with their headings. An unknown theme is `auto`.
 */
export const writeTerminal: Write<TerminalOptions> = (review, options = {}) => {
  const color = options.color ?? 0;
  const paint = createPainter(themeNamed(options.theme), color);
  const lines = pageLines(review, {
    columns: options.columns === 0 ? Number.POSITIVE_INFINITY : (options.columns ?? defaultColumns),
    spoilers: options.spoilers ?? false,
    hyperlinks: options.hyperlinks ?? false,
    links: options.links ?? 'inline',
    look: gridLook,
    hiddenInline: toned('██████', 'muted'),
    hiddenBlock: (title) =>
      toned(`█████ Spoiler hidden${title === '' ? '' : `: ${title}`} (use --spoilers)`, 'muted'),
    highlight: color > 0 ? highlightCode : () => null,
    sectionHeadings: true,
    ...(options.sections === undefined ? {} : { sections: options.sections }),
  });
  const text = lines.map(paint).join('\n');
  return text === '' ? '' : `${text}\n`;
};
