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
    if (fix === undefined || fix.some((edit) => touchesOne(edits, edit))) continue;
    fixed.push(diagnostic);
    for (const edit of fix) edits.splice(placeOf(edits, edit), 0, edit);
  }
  let text = '';
  let at = 0;
  for (const { range, text: replacement } of edits) {
    text += source.slice(at, range.start.offset) + replacement;
    at = range.end.offset;
  }
  return { text: text + source.slice(at), fixed };
}

/** Where an edit belongs among others that are in order: diagnostics are in order too, so it is nearly always the end. */
function placeOf(edits: readonly TextEdit[], { range }: TextEdit): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as TextEdit).range.start.offset <= range.start.offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an edit touches one of those made, which are in order and do not touch each other: only its neighbours can. */
function touchesOne(edits: readonly TextEdit[], edit: TextEdit): boolean {
  const at = placeOf(edits, edit);
  return [edits[at - 1], edits[at]].some((other) => other !== undefined && touch(edit, other));
}

function touch({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.start.offset <= b.end.offset && b.start.offset <= a.end.offset;
}

export interface AllFixed extends Fixed {
  /** What is still to be said of the text. */
  readonly remaining: readonly Diagnostic[];
}

/** One fix may lay bare what another one mends; it is enough of a chain. */
const mostRounds = 10;
/** So many fixes are tried each on its own in one round. */
const mostAlone = 50;

/** Whether a text with some fixes made may take the place of the one before. */
type MayReplace = (before: string, after: string, fixed: readonly Diagnostic[]) => boolean;

/**
 * Makes fixes until there are none: making them again changes nothing. `lintText` says what is wrong with a text. A fix that
 * would bring in an error is not made, nor one that `mayReplace` refuses.
 */
export function fixAll(
  source: string,
  lintText: (text: string) => readonly Diagnostic[],
  mayReplace: MayReplace = () => true,
): AllFixed {
  let state: AllFixed = { text: source, fixed: [], remaining: lintText(source) };
  for (let round = 0; round < mostRounds; round++) {
    const { remaining } = state;
    const next =
      step(state, remaining, lintText, mayReplace) ??
      // Together they do harm: each on its own, then.
      remaining
        .slice(0, mostAlone)
        .reduce(
          (made, one) => step(made, stillThere(one, made), lintText, mayReplace) ?? made,
          state,
        );
    if (next.text === state.text) break;
    state = next;
  }
  return state;
}

/** With the fixes of `diagnostics` made; null when that brings in an error or is refused. */
function step(
  state: AllFixed,
  diagnostics: readonly Diagnostic[],
  lintText: (text: string) => readonly Diagnostic[],
  mayReplace: MayReplace,
): AllFixed | null {
  const { text, fixed } = applyFixes(state.text, diagnostics);
  if (fixed.length === 0) return state;
  if (!mayReplace(state.text, text, fixed)) return null;
  const remaining = lintText(text);
  return errorsIn(remaining) > errorsIn(state.remaining)
    ? null
    : { text, fixed: [...state.fixed, ...fixed], remaining };
}

/** The diagnostic as it stands in a text in which others have been mended: its place may have moved. */
function stillThere({ code, message }: Diagnostic, { remaining }: AllFixed): Diagnostic[] {
  const same = remaining.find((each) => each.code === code && each.message === message);
  return same === undefined ? [] : [same];
}

function errorsIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
