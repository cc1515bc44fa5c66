import { itemKinds } from '../../model/review.ts';
import { fold } from '../../text/fold.ts';
import type { SearchTerm } from './terms.ts';

/**
 * Where a text may show letters in a row that do not stand in a row in its source: marks, tags or links against a word, escapes, entities,
 * characters that nobody sees.
 */
const joins =
  /[^\s!-/:-@[-`{-~][*~`=^|%]+[^\s!-/:-@[-`{-~]|[^\s!-/:-@[-`{-~][[<{]|[\])>}][^\s!-/:-@[-`{-~]|&[#\w]{1,40};|[\\\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\0]/;

/**
 * Whether a review may hold all the terms: a quick look at the text of its file and at its path, to read only those whole that matter.
 * False is sure, true is not.
 */
export function mayHold(source: string, path: string, terms: readonly SearchTerm[]): boolean {
  const folded = fold(source);
  const around = fold(path);
  let isJoined: boolean | undefined;
  return terms.every((term) =>
    wordsOf(term).every((word) => {
      if (folded.includes(word) || around.includes(word) || isOwn(word)) return true;
      isJoined ??= joins.test(source);
      return isJoined;
    }),
  );
}

function wordsOf({ text, row }: SearchTerm): readonly string[] {
  return row === null ? text.split(' ') : row.words;
}

/** What is reviewed may be said by a folder, or in another word; and one word stands for what is hidden. */
const own = [...itemKinds, 'spoiler'];

function isOwn(word: string): boolean {
  return own.some((each) => each.startsWith(word));
}
