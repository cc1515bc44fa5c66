import { eastAsianWidth } from 'get-east-asian-width';
import { segmentsOf } from './segment.ts';

/**
 * The display columns a text takes in a terminal: 2 for East Asian wide characters and emoji (a ZWJ family or a flag is one emoji),
 * 0 for combining marks, 1 for the rest. Ambiguous characters count 1. Control characters must have been made visible.
 */
export function displayWidth(text: string): number {
  if (isNarrow(text)) return text.length;
  let width = 0;
  for (const cluster of graphemes(text)) width += graphemeWidth(cluster);
  return width;
}

/** Blocks of which every UTF-16 unit is a grapheme of one column, in order; first and last unit. */
const narrowBlocks: readonly (readonly [number, number])[] = [
  [0x00ae, 0x02ff], // Latin
  [0x0370, 0x0482], // Greek, Cyrillic
  [0x048a, 0x0590], // Cyrillic, Armenian
  [0x05d0, 0x05ea], // Hebrew letters
  [0x1e00, 0x200a], // Latin and Greek with marks, spaces
  [0x2010, 0x2027], // dashes, quotation marks, bullets
  [0x202f, 0x205f], // primes, interrobangs
  [0x2070, 0x20cf], // superscripts, currencies
  [0x2100, 0x2319], // letterlike, fractions, arrows, mathematics
  [0x2500, 0x25fc], // boxes, blocks, shapes
  [0x2600, 0x2613], // stars, boxes to tick
  [0x270c, 0x2727], // ticks and crosses
  [0x2729, 0x274b],
];

/** Whether every UTF-16 unit of the text is one column of its own: Latin, punctuation, arrows, boxes, stars. No segmenter is needed then. */
export function isNarrow(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0xac && !isNarrowUnit(unit)) return false;
  }
  return true;
}

function isNarrowUnit(unit: number): boolean {
  return narrowBlocks.some(([first, last]) => unit >= first && unit <= last) && unit !== 0x2705;
}

let segmenter: Intl.Segmenter | undefined;

/** Blocks of which every UTF-16 unit is a grapheme of two columns: punctuation, kana, ideographs, Hangul, full-width forms. */
const wideBlocks: typeof narrowBlocks = [
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff60],
];

/** Whether every UTF-16 unit is a grapheme of its own. */
function isSimple(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (
      unit > 0xac &&
      !isNarrowUnit(unit) &&
      !wideBlocks.some(([first, last]) => unit >= first && unit <= last)
    )
      return false;
  }
  return true;
}

/** The text's grapheme clusters (UAX 29), in order. */
export function graphemes(text: string): string[] {
  // Building a segmenter costs 20 ms: only a text that needs one pays.
  if (isSimple(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmentsOf(segmenter, text).map(({ segment }) => segment);
}

const invisible =
  /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/u;
const jamo = /^[\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]/;
const syllable =
  /^[\u1100-\u115F\uA960-\uA97C][\u1160-\u11A7\uD7B0-\uD7C6][\u11A8-\u11FF\uD7CB-\uD7FB]?/;

/** The display columns of one grapheme cluster. */
export function graphemeWidth(cluster: string): number {
  if (cluster.length === 1) {
    const unit = cluster.charCodeAt(0);
    if (unit < 0xad) return 1;
    if (unit >= 0x3041 && unit <= 0x9fff) return eastAsianWidth(unit);
    return invisible.test(cluster) ? 0 : eastAsianWidth(unit);
  }
  if (isEmoji(cluster)) return 2;
  return jamo.test(cluster) ? jamoWidth(cluster) : markedWidth(cluster);
}

/** The first character that can be seen counts, and after it what takes room in spite of being joined to it. */
function markedWidth(cluster: string): number {
  let width = 0;
  let isFirst = true;
  for (const character of cluster) {
    if (invisible.test(character)) continue;
    const point = character.codePointAt(0) as number;
    const addsRoom = (point >= 0xff00 && point <= 0xffef) || /\p{Spacing_Mark}/u.test(character);
    if (isFirst || addsRoom) width += eastAsianWidth(point);
    isFirst = false;
  }
  return width;
}

/** Hangul letters that make up a syllable take its two columns; others stand beside each other. */
function jamoWidth(cluster: string): number {
  let width = 0;
  for (let rest = cluster; rest !== ''; ) {
    const whole = syllable.exec(rest)?.[0];
    const taken = whole ?? String.fromCodePoint(rest.codePointAt(0) as number);
    if (whole !== undefined) width += 2;
    else if (!invisible.test(taken)) width += eastAsianWidth(taken.codePointAt(0) as number);
    rest = rest.slice(taken.length);
  }
  return width;
}

const oneEmoji = '^\\p{RGI_Emoji}$';
let emojiSequence: RegExp | undefined;

function isEmoji(cluster: string): boolean {
  if (cluster.length > 50) return false;
  // Compiled at the first cluster that may be one: the property is a list of thousands.
  emojiSequence ??= new RegExp(oneEmoji, 'v');
  if (emojiSequence.test(cluster) || /^[\d#*]\u20E3$/.test(cluster)) return true;
  return (
    cluster.includes('\u200D') && (cluster.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > 1
  );
}

/** The longest start of the text that takes at most so many columns, cut between graphemes. */
export function cutToWidth(text: string, columns: number): string {
  if (isNarrow(text)) return text.slice(0, Math.max(0, columns));
  let kept = '';
  let width = 0;
  for (const cluster of graphemes(text)) {
    width += graphemeWidth(cluster);
    if (width > columns) break;
    kept += cluster;
  }
  return kept;
}

/** The text in at most so many display columns; what is cut off leaves an ellipsis. */
export function ellipsized(text: string, columns: number): string {
  return displayWidth(text) <= columns ? text : `${cutToWidth(text, columns - 1)}…`;
}
