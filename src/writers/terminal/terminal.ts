import { styledLook } from '../layout/look.ts';
import type { Theme } from '../layout/theme.ts';
import type { TerminalOptions, Write } from '../writer.ts';
import { writeBare } from './bare.ts';
import { highlightedLines } from './highlight.ts';
import { createPainter } from './painter.ts';
import { terminalPage } from './terminal-page.ts';
import { themeNamed } from './themes.ts';

function themeOf({ theme }: TerminalOptions): Theme {
  return typeof theme === 'object' ? theme : themeNamed(theme);
}

/**
 * Writes a review as a page for a terminal. For `columns` of 20 and more no line is wider, none ends in a space, and every
 * line closes the styles it opens; the only control sequences are SGR, none at `color` 0, and OSC 8, none without `hyperlinks`.
 * A `plain` page says in words what others draw. Hidden text is a bar until `spoilers`. With `sections` those alone, with their headings. An unknown theme is `auto`.
 */
export const writeTerminal: Write<TerminalOptions> = (review, options = {}) => {
  const { color = 0, plain } = options;
  if (color === 0 || plain === true) return writeBare(review, options);
  const line = createPainter(themeOf(options), color);
  return terminalPage(review, options, { line, highlight: highlightedLines, look: styledLook });
};
