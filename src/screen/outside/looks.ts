import { themeNames } from '../../model/settings.ts';
import type { ColorLevel } from '../../terminal/profile.ts';
import { styledLook } from '../../writers/layout/look.ts';
import type { Theme } from '../../writers/layout/theme.ts';
import type { PaintLine } from '../../writers/terminal/bare-line.ts';
import { highlightedLines } from '../../writers/terminal/highlight.ts';
import { createPainter } from '../../writers/terminal/painter.ts';
import { terminalLayout } from '../../writers/terminal/terminal-page.ts';
import { themeNamed } from '../../writers/terminal/themes.ts';
import type { BookLayout } from '../book.ts';

/** The themes of a run, and who paints in them. */
export interface Looks {
  readonly names: readonly string[];
  /** The theme that was asked for. */
  readonly first: number;
  /** Paints in a theme; `auto` knows what the terminal answered. */
  readonly painter: (theme: number, background: 'dark' | 'light' | null) => PaintLine;
}

/** The themes that come with the program, and one's own. Without colours there is `mono` alone: weight and slant stay. */
export function looksOf(color: ColorLevel, asked: Theme | string | undefined): Looks {
  const level = color === 0 ? 1 : color;
  const own = typeof asked === 'object' ? asked : null;
  const names: readonly string[] =
    color === 0 ? ['mono'] : [...themeNames, ...(own === null ? [] : ['your own'])];
  const first = own === null ? Math.max(names.indexOf(asked as string), 0) : names.length - 1;
  return {
    names,
    first: Math.max(first, 0),
    painter: (theme, background) => {
      const name = names[theme] ?? 'mono';
      if (own !== null && name === 'your own') return createPainter(own, level);
      return createPainter(themeNamed(name === 'auto' ? (background ?? 'auto') : name), level);
    },
  };
}

/** How pages are laid out: as `show` lays them out in a terminal. */
export function layoutOf(hyperlinks: boolean): BookLayout {
  return terminalLayout({ hyperlinks }, { look: styledLook, highlight: highlightedLines });
}
