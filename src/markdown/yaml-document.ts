import { Composer, type Document, Parser } from 'yaml';
import { applyEdits, type Edit, mendLine, mendUnclosed, originalOffset } from './yaml-mend.ts';

const maxMends = 10;

const options = {
  schema: 'core',
  stringKeys: true,
  resolveKnownTags: false,
  // yaml's own check compares every key with every other.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

interface Composed {
  readonly document: Document.Parsed;
  /** Where a second document starts, if one does. */
  readonly secondDocument: number | null;
}

function compose(text: string): Composed {
  const composer = new Composer(options);
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    if (first !== undefined) return { document: first, secondDocument: document.range[0] };
    first = document as Document.Parsed;
  }
  return { document: first as Document.Parsed, secondDocument: null };
}

/** Parses, and while a line breaks the YAML only for want of quotes, quotes it and parses again. */
export function mend(
  source: string,
): Composed & { readonly text: string; readonly edits: readonly Edit[] } {
  let edits: Edit[] = [];
  let text = source;
  let composed = compose(text);
  for (let count = 0; count < maxMends; count++) {
    const error = composed.document.errors[0];
    if (error === undefined || error.code === 'RESOURCE_EXHAUSTION') break;
    const at = originalOffset(edits, error.pos[0]);
    // A quote that is not closed is missed only at the end of the text.
    const mended =
      tryEdit(source, edits, error.code === 'MISSING_CHAR' ? mendUnclosed(source) : null) ??
      tryEdit(source, edits, mendLine(source, at));
    if (mended === null) break;
    ({ edits, text, composed } = mended);
  }
  return { ...composed, text, edits };
}

/** The source with one more edit; null when that mends nothing. */
function tryEdit(
  source: string,
  before: readonly Edit[],
  edit: Edit | null,
): { edits: Edit[]; text: string; composed: Composed } | null {
  if (edit === null || before.some(({ start }) => start === edit.start)) return null;
  const edits = [...before, edit].sort((a, b) => a.start - b.start);
  const text = applyEdits(source, edits);
  const composed = compose(text);
  const error = composed.document.errors[0];
  return error !== undefined && originalOffset(edits, error.pos[0]) <= edit.end
    ? null
    : { edits, text, composed };
}
