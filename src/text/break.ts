import { segmentsOf } from './segment.ts';
import { displayWidth, graphemes, isNarrow } from './width.ts';

/** Scripts written without spaces between words, which only a dictionary can break: Thai, Lao, Myanmar, Khmer. */
const spaceless = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/;
const ideographic = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]|[\uD840-\uD8BF]/;
/** What must not start a line, and what must not end one (JIS X 4051's classes, the common part). */
const closing =
  /^[\p{Pe}\p{Pf}、。，．・：；？！ー々〻‼⁇⁈⁉…‥〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;!?%\u3099\u309A\uFF05\uFF61\uFF64]/u;
const opening = /^[\p{Ps}\p{Pi}]/u;

/** A run of text without spaces as the pieces between which a line may break. They add up to the run. */
export function breakable(text: string): readonly string[] {
  if (isNarrow(text)) return [text];
  if (spaceless.test(text)) return words(text);
  if (!ideographic.test(text)) return [text];
  const pieces: string[] = [];
  let last = '';
  for (const cluster of graphemes(text)) {
    if (last === '' || mayBreakBetween(last, cluster)) pieces.push(cluster);
    else pieces[pieces.length - 1] += cluster;
    last = cluster;
  }
  return pieces;
}

/** Whether a line may break between two texts that touch; only what is next to the seam counts. */
export function mayBreakBetween(before: string, after: string): boolean {
  const last = before.slice(-2);
  const next = after.slice(0, 2);
  if (!ideographic.test(last) && !ideographic.test(next)) return false;
  // U+00A0 and U+2060 glue.
  if (/[\u00A0\u202F\u2060]/.test(last.slice(-1) + next.charAt(0))) return false;
  return !closing.test(next) && !opening.test(last.slice(-1));
}

let segmenter: Intl.Segmenter | undefined;

function words(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  const pieces: string[] = [];
  for (const { segment, isWordLike } of segmentsOf(segmenter, text)) {
    if (isWordLike === true || pieces.length === 0) pieces.push(segment);
    else pieces[pieces.length - 1] += segment;
  }
  return pieces;
}

/** The widest piece of a text that a line cannot break, in display columns. */
export function longestPiece(text: string): number {
  let longest = 0;
  for (const word of text.split(/[ \t\n]+/)) {
    for (const piece of breakable(word)) longest = Math.max(longest, displayWidth(piece));
  }
  return longest;
}
