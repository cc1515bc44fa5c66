import { characterClass, everyHostileClass, type HostileClass } from './hostile.ts';

/**
 * Text as it may be shown: what could steer a terminal or reorder a line is replaced by a visible mark, and what only hides in one is dropped.
 * C0 controls become their picture (ESC → ␛), others `<U+202E>`. `\n` and `\t` stay; so do ZWJ and ZWNJ between
 * the letters or emoji they join. A lone surrogate becomes U+FFFD. Applying it twice changes nothing more.
 */
export function visible(text: string): string {
  return suspicious.test(text) ? text.replace(suspect, replace) : text;
}

/** As `visible`, for a text that must stay on one line: line ends and tabs become spaces. */
export function visibleLine(text: string): string {
  return visible(oneLine(text));
}

/** As `visible`, for a web page or feed: marks of direction and soft hyphens stay, for a browser heeds them. */
export function visibleOnPage(text: string): string {
  return keeping(text, keptOnPage);
}

/** As `visibleOnPage`, on one line. */
export function visibleLineOnPage(text: string): string {
  return visibleOnPage(oneLine(text));
}

/** As `visible`, for a source that is written to be read again: what steers or turns is a mark, all else stays byte for byte. */
export function visibleSource(text: string): string {
  return keeping(text, keptInSource);
}

function oneLine(text: string): string {
  return text.replace(/\r\n|[\r\n\t]/g, ' ');
}

const all = characterClass(everyHostileClass);
const suspicious = new RegExp(`[${all}\\uD800-\\uDFFF]`);
const suspect = new RegExp(`[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[${all}\\uD800-\\uDFFF]`, 'g');
const dropped = new RegExp(`[${characterClass(['breaking', 'directing', 'hyphen', 'joining'])}]`);
const keptOnPage = classOf('directing', 'hyphen');
const keptInSource = classOf('separating', 'breaking', 'directing', 'hyphen', 'joining');
const firstTag = 0xe0000;
const lastTag = 0xe007f;

function classOf(...named: readonly HostileClass[]): RegExp {
  return new RegExp(`([${characterClass(named)}]+)`);
}

/** Split with a group, every second part is what the group found. */
function keeping(text: string, kept: RegExp): string {
  if (!suspicious.test(text)) return text;
  return text
    .split(kept)
    .map((part, index) => (index % 2 === 0 ? visible(part) : part))
    .join('');
}

function replace(found: string, offset: number, whole: string): string {
  if (found.length === 2) {
    const point = found.codePointAt(0) as number;
    return point >= firstTag && point <= lastTag ? mark(point) : found;
  }
  const unit = found.charCodeAt(0);
  if (unit >= 0xd800 && unit <= 0xdfff) return '\uFFFD';
  if (unit < 0x20) return String.fromCharCode(0x2400 + unit);
  if (unit === 0x7f) return '\u2421';
  if ((unit === 0x200c || unit === 0x200d) && joins(whole, offset)) return found;
  return dropped.test(found) ? '' : mark(unit);
}

/** Whether the joiner at `offset` stands between two letters, digits, marks or emoji. */
function joins(whole: string, offset: number): boolean {
  // The last sign alone, matched from its start: V8 of Node 26 misses one beyond U+FFFF that such a class is to find before `$`.
  const before = Array.from(whole.slice(Math.max(0, offset - 2), offset)).at(-1) ?? '';
  const after = whole.slice(offset + 1, offset + 3);
  return (
    /^(?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)/u.test(before) &&
    /^[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]/u.test(after)
  );
}

function mark(point: number): string {
  return `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
}
