import { type VisibleText, visiblePage, visibleText } from '../../text/visible-text.ts';
import type { StyledLine } from '../../writers/style.ts';
import type { PaintLine } from '../../writers/terminal/bare-line.ts';
import type { Context } from '../command.ts';

/** Lines as the terminal shows them, in the theme that was asked for; bare when it shows no colour. Ends in a newline. */
export async function painted(
  { terminal, theme }: Context,
  lines: Iterable<StyledLine>,
): Promise<VisibleText> {
  if (terminal.color === 0) {
    const { bareLine } = await import('../../writers/terminal/bare-line.ts');
    return visibleText(textOf(lines, bareLine));
  }
  const { createPainter } = await import('../../writers/terminal/painter.ts');
  const { themeNamed } = await import('../../writers/terminal/themes.ts');
  const chosen = typeof theme === 'object' ? theme : themeNamed(theme);
  return visiblePage(textOf(lines, createPainter(chosen, terminal.color)));
}

/** Line after line, so that no more than one is held as spans. */
function textOf(lines: Iterable<StyledLine>, paint: PaintLine): string {
  const texts: string[] = [];
  for (const line of lines) texts.push(paint(line));
  return `${texts.join('\n')}\n`;
}
