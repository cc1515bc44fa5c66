import {
  type Diagnostic,
  type DiagnosticCode,
  diagnosticKinds,
  type Severity,
  type TextEdit,
} from '../model/diagnostic.ts';
import { range } from './export-shape.ts';
import { boolean, choice, list, object, optional, required, text } from './shape.ts';

/** A diagnostic as `check --json` writes it. */
export interface ReportedDiagnostic extends Omit<Diagnostic, 'together'> {
  /** True for what `--fix` has mended; its ranges are in the text as it was before. */
  readonly fixed?: boolean;
}

const codes = Object.keys(diagnosticKinds) as DiagnosticCode[];
const severities: readonly Severity[] = ['error', 'warning', 'info'];

const textEdit = object<TextEdit>('textEdit', {
  range: required(range, 'What is replaced.'),
  text: required(text, 'What is put in its place.'),
});

/** The shape of a reported diagnostic. Its keys are written in this order. */
export const reportedDiagnostic = object<ReportedDiagnostic>('diagnostic', {
  code: required(choice(codes), 'What it is; docs/diagnostics.md explains each.'),
  severity: required(choice(severities), 'How bad it is, by the configuration.'),
  message: required(text, 'What is wrong.'),
  file: optional(text, 'In which file.'),
  range: optional(range, 'Where; nothing at the start of the file when it is about the whole.'),
  hint: optional(text, 'What to do.'),
  fix: optional(list(textEdit), 'Changes that together mend it.'),
  fixed: optional(boolean, 'True when it has been mended.'),
});
