import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnosticLine } from '../reports/line.ts';
import { counted } from '../text/counted.ts';
import { visible, visibleLine } from '../text/visible.ts';

/** One diagnostic as text: `file:line:column: error: message [code]`, then the hint on a line of its own. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const { hint } = diagnostic;
  const head = `${diagnosticLine(diagnostic)}\n`;
  return hint === undefined ? head : `${head}${visible(hint).replace(/^/gm, '  ')}\n`;
}

/** More of one kind in one file are counted. */
const mostOfKind = 20;

/** Diagnostics as text, in their order; empty for none. Of many of one kind in a file the first 20, then how many there are besides. */
export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  const kinds = new Map<string, number>();
  const shown = diagnostics.filter((diagnostic) => {
    const kind = kindOf(diagnostic);
    const count = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, count);
    return count <= mostOfKind;
  });
  const rest = shown.length === diagnostics.length ? [] : [...kinds].flatMap(restText);
  return [...shown.map(diagnosticText), ...rest].join('');
}

function kindOf({ file = '', code }: Diagnostic): string {
  return `${code} ${file}`;
}

function restText([kind, count]: readonly [kind: string, count: number]): string[] {
  if (count <= mostOfKind) return [];
  const at = kind.indexOf(' ');
  const file = kind.slice(at + 1);
  const where = file === '' ? '' : `${visibleLine(file)}: `;
  return [
    `${where}${counted(count - mostOfKind, 'more like it', 'more like these')} [${kind.slice(0, at)}]\n`,
  ];
}
