import { isAscii } from './fold.ts';

/** Scripts that are written without spaces between words: Thai, Lao, Burmese, Khmer, kana and Chinese characters. */
const spacelessClass =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}';
const startsSpaceless = new RegExp(`^[${spacelessClass}]`, 'u');
const spaceless = new RegExp(`[${spacelessClass}]`, 'u');
const stretch = new RegExp(`[${spacelessClass}]+|[^${spacelessClass}]+`, 'gu');

/** Whether a text starts with a character of a script that is written without spaces. */
export function isSpaceless(text: string): boolean {
  return startsSpaceless.test(text);
}

/** A word is known by so many UTF-16 units. */
const longest = 64;

/**
 * The words of a folded text (`fold`) as an index knows them: runs of letters and digits, cut at 64 UTF-16 units. Of a script that is written without
 * spaces, each character with the one after it, the last one alone.
 */
export function indexWords(folded: string): string[] {
  if (isAscii(folded)) return (folded.match(/[a-z\d]+/g) ?? []).map(cut);
  return runsOf(folded).flatMap(({ text, isSpaceless: paired }) =>
    paired ? pairsOf(text) : [cut(text)],
  );
}

/** Words that stand in a row. */
export interface WordRow {
  readonly words: readonly string[];
  /** Whether the last of them may go on. */
  readonly isOpen: boolean;
}

/** What to look for among `indexWords` to find a text; null when it has no letter or digit. It must be folded. */
export function wordRow(folded: string): WordRow | null {
  const runs = runsOf(folded);
  const last = runs.pop();
  if (last === undefined) return null;
  const before = runs.flatMap(({ text, isSpaceless: paired }) =>
    paired ? pairsOf(text) : [cut(text)],
  );
  if (!last.isSpaceless) return { words: [...before, cut(last.text)], isOpen: true };
  const pairs = pairsOf(last.text);
  if (pairs.length > 1) pairs.pop();
  return { words: [...before, ...pairs], isOpen: pairs.length === 1 && isOneCharacter(last.text) };
}

function runsOf(folded: string): { text: string; isSpaceless: boolean }[] {
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    spaceless.test(run)
      ? (run.match(stretch) ?? []).map((text) => ({ text, isSpaceless: isSpaceless(text) }))
      : [{ text: run, isSpaceless: false }],
  );
}

function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.map((character, at) => character + (characters[at + 1] ?? ''));
}

function isOneCharacter(text: string): boolean {
  return [...text].length === 1;
}

function cut(word: string): string {
  return word.length <= longest ? word : word.slice(0, longest);
}
