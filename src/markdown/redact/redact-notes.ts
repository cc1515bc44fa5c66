import { type AnyToken, type FootnoteDefinition, known } from '../tokens.ts';

/**
 * The labels of the notes that are hidden with what calls them: only `hidden` tokens do, or nothing does and they stand among those. `footnotes`
 * are the redacted ones. A note that what is shown calls is shown, wherever it stands.
 */
export function notesHiddenIn(
  shown: readonly AnyToken[],
  hidden: readonly AnyToken[],
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
): ReadonlySet<string> {
  const seen = calledFrom(shown, footnotes);
  const unseen = calledFrom(hidden, footnotes);
  for (const token of hidden) if (token.type === 'footnoteDefinition') unseen.add(token.label);
  return new Set([...unseen].filter((label) => !seen.has(label) && footnotes.has(label)));
}

/** The labels that tokens call, and those that these notes call. */
function calledFrom(
  tokens: readonly AnyToken[],
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
): Set<string> {
  const called = new Set<string>();
  const pending: (readonly AnyToken[])[] = [tokens];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const label of callsIn(next)) {
      if (called.has(label)) continue;
      called.add(label);
      pending.push(known(footnotes.get(label)?.tokens));
    }
  }
  return called;
}

/** The labels that tokens call, at any depth, definitions not counted. */
function callsIn(tokens: readonly AnyToken[], into: Set<string> = new Set()): ReadonlySet<string> {
  for (const token of tokens) {
    if (token.type === 'footnoteReference') into.add(token.label);
    else if (token.type === 'list')
      for (const item of token.items) callsIn(known(item.tokens), into);
    else if (token.type === 'table')
      for (const cell of [token.header, ...token.rows].flat()) callsIn(known(cell.tokens), into);
    else if (token.type !== 'footnoteDefinition' && 'tokens' in token)
      callsIn(known(token.tokens), into);
  }
  return into;
}

/** Blocks without the definitions of these notes. The same array when none is there. */
export function withoutNotes(
  tokens: readonly AnyToken[],
  labels: ReadonlySet<string>,
): readonly AnyToken[] {
  const kept = tokens.filter(
    (token) => token.type !== 'footnoteDefinition' || !labels.has(token.label),
  );
  return kept.length === tokens.length ? tokens : kept;
}
