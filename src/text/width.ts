import { eastAsianWidth } from 'get-east-asian-width';

/**
 * The display columns a text takes in a terminal: 2 for East Asian wide characters and emoji (a ZWJ family or a flag is one emoji),
 * 0 for combining marks, 1 for the rest. Ambiguous characters count 1. Control characters must have been made visible.
 */
export function displayWidth(text: string): number {
  return isNarrow(text) ? text.length : graphemes(text).reduce((sum, cluster) => sum + graphemeWidth(cluster), 0);
}

/** Whether every UTF-16 unit of the text is one column of its own: Latin, punctuation, arrows, boxes, stars. No segmenter is needed then. */
export function isNarrow(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x300 && !isNarrowSymbol(unit)) return false;
    if (unit === 0xa9 || unit === 0xae) return false;
  }
  return true;
}

function isNarrowSymbol(unit: number): boolean {
  return (
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x2030 && unit <= 0x203b) ||
    (unit >= 0x20a0 && unit <= 0x20b8) ||
    (unit >= 0x2500 && unit <= 0x25a9) ||
    unit === 0x2605 ||
    unit === 0x2606 ||
    unit === 0x2212 ||
    unit === 0x00bd ||
    (unit >= 0x0370 && unit <= 0x0482 && unit !== 0x0378 && unit !== 0x0379)
  );
}

let segmenter: Intl.Segmenter | undefined;

/** The text's grapheme clusters (UAX 29), in order. */
export function graphemes(text: string): string[] {
  // Building a segmenter costs 20 ms: only a text that needs one pays.
  if (isNarrow(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The display columns of one grapheme cluster. */
export function graphemeWidth(cluster: string): number {
  const point = cluster.codePointAt(0) ?? 0;
  if (cluster.length === 1 && point < 0x300) return 1;
  if (/^[\p{M}\u200B-\u200D\u2060\uFE0F]+$/u.test(cluster)) return 0;
  if (isEmoji(cluster)) return 2;
  let width = 0;
  // Marks and joiners add nothing; letters that share a cluster (Hangul, halfwidth voicing marks) are counted by the widest start.
  for (const character of cluster) {
    const code = character.codePointAt(0) as number;
    if (width === 0) width = /\p{M}/u.test(character) ? 0 : eastAsianWidth(code);
    else if (code >= 0xff00 && code <= 0xffef) width += eastAsianWidth(code);
  }
  return width;
}

function isEmoji(cluster: string): boolean {
  return /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}{2}|[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}\p{Emoji_Modifier})/u.test(cluster);
}

/** The longest start of the text that takes at most so many columns, cut between graphemes. */
export function cutToWidth(text: string, columns: number): string {
  let kept = '';
  let width = 0;
  for (const cluster of graphemes(text)) {
    width += graphemeWidth(cluster);
    if (width > columns) break;
    kept += cluster;
  }
  return kept;
}
