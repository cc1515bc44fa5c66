import type { Diagnostic, TextEdit } from '../model/diagnostic.ts';

export interface Fixed {
  readonly text: string;
  /** The diagnostics whose fix was made, in their order. */
  readonly fixed: readonly Diagnostic[];
}

/**
 * `source` with the fixes of the diagnostics made, and every other character as it was. Of fixes that touch, the first is made;
 * the others are for the next time, since they were thought out for another text.
 */
export function applyFixes(source: string, diagnostics: readonly Diagnostic[]): Fixed {
  const fixed: Diagnostic[] = [];
  const edits: TextEdit[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (fix === undefined || fix.some((edit) => edits.some((other) => touch(edit, other))))
      continue;
    fixed.push(diagnostic);
    edits.push(...fix);
  }
  edits.sort((a, b) => a.range.start.offset - b.range.start.offset);
  let text = '';
  let at = 0;
  for (const { range, text: replacement } of edits) {
    text += source.slice(at, range.start.offset) + replacement;
    at = range.end.offset;
  }
  return { text: text + source.slice(at), fixed };
}

function touch({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.start.offset <= b.end.offset && b.start.offset <= a.end.offset;
}
