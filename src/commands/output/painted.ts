import { type VisibleText, visiblePage, visibleText } from '../../text/visible-text.ts';
import type { StyledLine } from '../../writers/style.ts';
import type { Context } from '../command.ts';

/** Lines as the terminal shows them, in the theme that was asked for; bare when it shows no colour. Ends in a newline. */
export async function painted(
  { terminal, theme }: Context,
  lines: readonly StyledLine[],
): Promise<VisibleText> {
  if (terminal.color === 0) {
    const { bareLine } = await import('../../writers/terminal/bare-line.ts');
    return visibleText(`${lines.map(bareLine).join('\n')}\n`);
  }
  const { createPainter } = await import('../../writers/terminal/painter.ts');
  const { themeNamed } = await import('../../writers/terminal/themes.ts');
  const chosen = typeof theme === 'object' ? theme : themeNamed(theme);
  return visiblePage(`${lines.map(createPainter(chosen, terminal.color)).join('\n')}\n`);
}
