import { gridLook } from '../layout/look.ts';
import type { TerminalOptions, Write } from '../writer.ts';
import { bareLine } from './bare-line.ts';
import { terminalPage } from './terminal-page.ts';

/** As `writeTerminal` at `color` 0, without the code that it takes to paint. */
export const writeBare: Write<TerminalOptions> = (review, options = {}) =>
  terminalPage(review, options, { line: bareLine, highlight: () => null, look: gridLook });
