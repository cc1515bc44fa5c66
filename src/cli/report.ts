import type { Diagnostic } from '../model/diagnostic.ts';
import { visible, visibleLine } from '../text/visible.ts';

/** One diagnostic as text: `file:line:column: error: message [code]`, then the hint on a line of its own. */
export function diagnosticText({ code, severity, message, file, range, hint }: Diagnostic): string {
  const place = [file, range?.start.line, range?.start.column]
    .filter((part) => part !== undefined)
    .join(':');
  const head = `${place === '' ? 'review' : visibleLine(place)}: ${severity}: ${visibleLine(message)} [${code}]\n`;
  return hint === undefined ? head : `${head}${visible(hint).replace(/^/gm, '  ')}\n`;
}

/** Diagnostics as text, in their order; empty for none. */
export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(diagnosticText).join('');
}
