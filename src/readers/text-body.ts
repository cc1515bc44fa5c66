import { endsSentence, type TextLine } from './text-lines.ts';

/**
 * Lines of plain text as Markdown that shows the same words: a paragraph a line, or, in wrapped text, lines of one paragraph
 * left together. Lines that start with a bullet or a number stay a list; other marks are escaped.
 */
export function proseAsMarkdown(lines: readonly TextLine[], hardWrapped: boolean): string {
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined) text += joins(before, line, hardWrapped) ? '\n' : '\n\n';
    text += lineAsMarkdown(line.text);
  });
  return text;
}

function joins(before: TextLine, line: TextLine, hardWrapped: boolean): boolean {
  if (line.blankBefore) return false;
  if (isBullet(line.text)) return isBullet(before.text);
  if (!hardWrapped) return false;
  // A short line that ends a sentence ends its paragraph, unless the next one goes on in small letters.
  return !(endsSentence(before.text) && before.text.length < 50 && !/^\p{Ll}/u.test(line.text));
}

const bullet = /^(?:[-*+]|\d{1,9}[.)])\s+(?=\S)/;
const otherBullet = /^[•·–]\s+/u;

function isBullet(text: string): boolean {
  return bullet.test(text) || otherBullet.test(text);
}

function lineAsMarkdown(text: string): string {
  const own = otherBullet.exec(text);
  if (own !== null) return `- ${escapeInline(text.slice(own[0].length))}`;
  const mark = bullet.exec(text)?.[0];
  if (mark !== undefined) return mark + escapeInline(text.slice(mark.length));
  return escapeInline(text).replace(/^(?=#{1,6}(?:\s|$)|>|={3,}$|-{3,}$|\+{3,}$|~{3,}|:::)/, '\\');
}

const punctuation = /[!-/:-@[-`{-~]/;

/** Backslashes before what Markdown would take for a mark. What reads the same either way is left as it is. */
function escapeInline(text: string): string {
  return text
    .replace(/\\(.)/g, (whole, next: string) => (punctuation.test(next) ? `\\${whole}` : whole))
    .replace(/`/g, '\\`')
    .replace(/\*(?=\S)|(?<=\S)\*/g, '\\*')
    .replace(/(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/\|(?=\|)/g, '\\|')
    .replace(/>(?=!)/g, '\\>')
    .replace(/\[(?=[^\]]*\](?:[([:]|$)|\^|\/?spoiler\])/gi, '\\[')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?\w{1,32};)/g, '\\&');
}
