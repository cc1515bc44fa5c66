/**
 * Text as it may be shown: every character that could steer a terminal, reorder a line or hide in one is replaced by a visible mark.
 * C0 controls become their picture (ESC → ␛), the others `<U+202E>`. `\n` and `\t` stay; so do ZWJ and ZWNJ between
 * the letters or emoji they join. A lone surrogate becomes U+FFFD. Applying it twice changes nothing more.
 */
export function visible(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(suspect, replace);
}

/** As `visible`, for a text that must stay on one line: line ends and tabs become spaces. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\r\n|[\r\n\t]/g, ' '));
}

// Written as escapes: the characters themselves must not stand in a source file.
const classes =
  '\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB';
const suspicious = new RegExp(`[${classes}\\uD800-\\uDFFF]`);
const suspect = new RegExp(`[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[${classes}\\uD800-\\uDFFF]`, 'g');
const firstTag = 0xe0000;
const lastTag = 0xe007f;

function replace(found: string, offset: number, whole: string): string {
  if (found.length === 2) {
    const point = found.codePointAt(0) as number;
    return point >= firstTag && point <= lastTag ? mark(point) : found;
  }
  const unit = found.charCodeAt(0);
  if (unit >= 0xd800 && unit <= 0xdfff) return '\uFFFD';
  if (unit < 0x20) return String.fromCharCode(0x2400 + unit);
  if (unit === 0x7f) return '\u2421';
  // A soft hyphen is text, only invisible: a line breaks elsewhere, so it is dropped.
  if (unit === 0xad) return '';
  if ((unit === 0x200c || unit === 0x200d) && joins(whole, offset)) return found;
  return mark(unit);
}

/** Whether the joiner at `offset` stands between two letters, marks or emoji. */
function joins(whole: string, offset: number): boolean {
  const before = whole.slice(Math.max(0, offset - 2), offset);
  const after = whole.slice(offset + 1, offset + 3);
  return (
    /(?:[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)$/u.test(before) &&
    /^[\p{L}\p{M}\p{Extended_Pictographic}]/u.test(after)
  );
}

function mark(point: number): string {
  return `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
}
