import type { Diagnostic } from '../model/diagnostic.ts';
import { visibleLine } from '../text/visible.ts';
import type { Findings } from './report.ts';

/** `file:line:column: error: message [code]`, or another word for the severity. No newline. */
export function diagnosticLine(
  { code, severity, message, file, range }: Diagnostic,
  word: string = severity,
): string {
  const place = [file, range?.start.line, range?.start.column]
    .filter((part) => part !== undefined)
    .join(':');
  return `${place === '' ? 'review' : visibleLine(place)}: ${word}: ${visibleLine(message)} [${code}]`;
}

/** A line for each diagnostic, for grep and editors; what was mended comes first, as `fixed`. */
export function lineReport({ diagnostics, fixed, nameOf }: Findings): string {
  const named = (diagnostic: Diagnostic): Diagnostic =>
    diagnostic.file === undefined ? diagnostic : { ...diagnostic, file: nameOf(diagnostic.file) };
  return [
    ...fixed.map((diagnostic) => `${diagnosticLine(named(diagnostic), 'fixed')}\n`),
    ...diagnostics.map((diagnostic) => `${diagnosticLine(named(diagnostic))}\n`),
  ].join('');
}
