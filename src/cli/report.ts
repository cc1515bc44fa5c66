import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnosticLine } from '../reports/line.ts';
import { visible } from '../text/visible.ts';

/** One diagnostic as text: `file:line:column: error: message [code]`, then the hint on a line of its own. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const { hint } = diagnostic;
  const head = `${diagnosticLine(diagnostic)}\n`;
  return hint === undefined ? head : `${head}${visible(hint).replace(/^/gm, '  ')}\n`;
}

/** Diagnostics as text, in their order; empty for none. */
export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(diagnosticText).join('');
}
