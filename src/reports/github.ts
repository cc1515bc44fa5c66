import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { visible, visibleLine } from '../text/visible.ts';
import type { Findings } from './report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/**
 * Workflow commands, which GitHub shows beside the line
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions).
 */
export function githubReport({ diagnostics, nameOf }: Findings): string {
  return diagnostics.map((diagnostic) => `${workflowCommand(diagnostic, nameOf)}\n`).join('');
}

function workflowCommand(
  { code, severity, message, hint, file, range }: Diagnostic,
  nameOf: Findings['nameOf'],
): string {
  const start = range?.start;
  const end = range?.end;
  // Columns are for ranges within one line.
  const isOneLine = start !== undefined && start.line === end?.line;
  const properties = [
    ['file', file === undefined ? undefined : nameOf(file)],
    ['line', start?.line],
    ['endLine', isOneLine ? end?.line : undefined],
    ['col', start?.column],
    ['endColumn', isOneLine ? end?.column : undefined],
    ['title', code],
  ]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(visibleLine(String(value)))}`)
    .join(',');
  const text =
    hint === undefined ? visibleLine(message) : `${visibleLine(message)}\n${visible(hint)}`;
  return `::${commands[severity]} ${properties}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
