import { type Diagnostic, diagnosticKinds, type Severity } from '../model/diagnostic.ts';
import type { Range } from '../model/position.ts';
import type { Findings } from './report.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** Findings as a SARIF 2.1.0 log, an object for JSON (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
export function sarifLog({ diagnostics, nameOf }: Findings): object {
  const codes = Object.entries(diagnosticKinds);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'review',
            rules: codes.map(([id, { meaning, hint, severity }]) => ({
              id,
              shortDescription: { text: meaning },
              help: { text: hint },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) =>
          resultOf(
            diagnostic,
            codes.findIndex(([id]) => id === diagnostic.code),
            nameOf,
          ),
        ),
      },
    ],
  };
}

function resultOf(
  { code, severity, message, hint, file, range, fix }: Diagnostic,
  ruleIndex: number,
  nameOf: Findings['nameOf'],
): object {
  const artifactLocation = file === undefined ? undefined : { uri: addressOf(nameOf(file)) };
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    ...(artifactLocation === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation,
                ...(range === undefined ? {} : { region: regionOf(range) }),
              },
            },
          ],
        }),
    ...(fix === undefined || artifactLocation === undefined
      ? {}
      : {
          fixes: [
            {
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: fix.map((edit) => ({
                    deletedRegion: regionOf(edit.range),
                    insertedContent: { text: edit.text },
                  })),
                },
              ],
            },
          ],
        }),
  };
}

function regionOf({ start, end }: Range): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

/** A path as a URI reference; an absolute one as a `file:` URI. */
function addressOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return parts.startsWith('/') ? `file://${parts}` : parts;
}
