import type { Diagnostic } from '../model/diagnostic.ts';
import type { Range } from '../model/position.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { wrapSpans } from '../text/wrap.ts';
import { prefixed } from '../writers/layout/lines.ts';
import { blank, plain, type StyledLine, type StyledSpan, toned } from '../writers/style.ts';
import { frameLines, severityTones } from './frame.ts';
import type { Findings } from './report.ts';

/** Findings for a person at a terminal of so many columns: what is wrong and where, the line with a caret, and what to do. */
export function prettyLines(findings: Findings, columns: number): StyledLine[] {
  const { fixed, diagnostics } = findings;
  const fixes = fixed.map((diagnostic): StyledSpan[] => [
    toned('fixed', 'tip'),
    ...headOf(diagnostic, findings),
  ]);
  const blocks = [
    ...(fixes.length === 0 ? [] : [fixes.flatMap((spans) => hanging(spans, columns))]),
    ...diagnostics.map((diagnostic) => blockOf(diagnostic, findings, columns)),
  ];
  // Blank lines within blocks too, so each ends with one.
  return blocks.flatMap((block) => [...block, []]);
}

function blockOf(diagnostic: Diagnostic, findings: Findings, columns: number): StyledLine[] {
  const { severity, range, file, hint, fix } = diagnostic;
  const head: StyledSpan[] = [
    toned(severity, severityTones[severity]),
    ...headOf(diagnostic, findings),
  ];
  const source = file === undefined ? undefined : findings.sources.get(file);
  const frame =
    source === undefined || range === undefined || isWhole(range)
      ? []
      : frameLines(source, range, { columns, severity });
  const advice: StyledSpan[] = [
    toned('hint', 'label'),
    { text: ` ${visible(hint ?? '')}`, style: plain },
    ...(fix === undefined ? [] : [toned(' (--fix does it)', 'muted')]),
  ];
  return [
    ...hanging(head, columns),
    ...frame,
    ...(hint === undefined ? [] : hanging(advice, columns)),
  ];
}

function headOf({ file, range, message, code }: Diagnostic, { nameOf }: Findings): StyledSpan[] {
  const name = file === undefined ? 'review' : visibleLine(nameOf(file));
  const place = range === undefined ? '' : `:${range.start.line}:${range.start.column}`;
  return [
    { text: ' ', style: plain },
    { text: `${name}${place}`, style: { strong: true } },
    { text: ` ${visibleLine(message)} `, style: plain },
    toned(code, 'muted'),
  ];
}

/** Wrapped, its further lines two columns in. */
function hanging(spans: readonly StyledSpan[], columns: number): StyledLine[] {
  const lines = wrapSpans(spans, Math.max(columns - 2, 10));
  return prefixed(lines, [], [blank(2)]);
}

/** Whether something is said of the file as a whole: there is no line to show then. */
function isWhole({ end }: Range): boolean {
  return end.offset === 0;
}
