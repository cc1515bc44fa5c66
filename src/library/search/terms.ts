import { fold } from '../../text/fold.ts';
import { isSpaceless, type WordRow, wordRow } from '../../text/words.ts';

/** A word or phrase to look for. */
export interface SearchTerm {
  /** As it was typed, folded. */
  readonly text: string;
  /**
   * What to look for among the words of a part: a phrase is words in a row, whatever stands between them. Null for a term with a sign that is
   * no punctuation (`c++`, `★★★`): it is looked for as it stands.
   */
  readonly row: WordRow | null;
}

/** Signs that stand between words or at their ends and mean nothing to a search. */
const punctuation = /^[\p{L}\p{N}\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}.,;:!?'"/…·&@_-]*$/u;

/** What was typed as the terms to look for: each word or, between quotes for the shell, phrase; none empty. */
export function searchTerms(words: readonly string[]): readonly SearchTerm[] {
  return words.flatMap((word) => {
    const text = fold(word).replace(/\s+/g, ' ').trim();
    if (text === '') return [];
    return [{ text, row: punctuation.test(text) ? wordRow(text) : null }];
  });
}

/**
 * The first offset from `from` on at which a text stands at the start of a word; anywhere in scripts without spaces.
 * Both must be folded. -1 for none.
 */
export function findWord(text: string, term: string, from: number): number {
  let at = text.indexOf(term, from);
  if (isSpaceless(term)) return at;
  while (at > 0 && isLetter(text.charAt(at - 1))) at = text.indexOf(term, at + 1);
  return at;
}

export function isLetter(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit);
}

/** The texts by which a term shows itself in a folded text: as it was typed, else its words one by one. */
export function shownBy({ text: typed }: SearchTerm, text: string): readonly string[] {
  if (findWord(text, typed, 0) >= 0) return [typed];
  return typed.match(/[\p{L}\p{N}]+/gu) ?? [typed];
}
