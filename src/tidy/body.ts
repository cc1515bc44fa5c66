import type { Section } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';
import { trimBlankLines } from '../readers/body/body.ts';
import type { ReadReview } from '../readers/formats.ts';

/**
 * The text of a Markdown review: every heading with `#` on a line of its own, one blank line between blocks, none at the edges. What
 * stands under the headings is not touched. Null when its sections cannot be found in it.
 */
export function tidyBody(
  { review, source, bodyStart = 0 }: ReadReview,
  eol: string,
): string | null {
  const sections = flattenSections(review.sections);
  const first = sections[0]?.range.start.offset ?? source.length;
  const parts = [leadText(source, bodyStart, first)];
  for (const [index, section] of sections.entries()) {
    const end = sections[index + 1]?.range.start.offset ?? source.length;
    const text = sectionText(section, source.slice(section.range.start.offset, end), eol);
    if (text === null) return null;
    parts.push(text);
  }
  return parts.filter((part) => part !== '').join(eol + eol);
}

/** What stands above the first section: the heading that is the title. */
function leadText(source: string, from: number, to: number): string {
  const { start, end } = trimBlankLines(source, from, Math.max(from, to));
  return headingLine(source.slice(start, end));
}

function sectionText({ level, body }: Section, text: string, eol: string): string | null {
  const at = body === '' ? text.length : text.lastIndexOf(body);
  if (at < 0 || text.slice(at + body.length).trim() !== '') return null;
  if (level === 0) return text.slice(0, at).trim() === '' ? body : null;
  const { start, end } = trimBlankLines(text, 0, at);
  const heading = headingLine(text.slice(start, end));
  return body === '' ? heading : heading + eol + eol + body;
}

/** A heading of any notation as one line with `#`. What is no such heading stays as it is. */
function headingLine(heading: string): string {
  const atx = /^ {0,3}(#{1,6})(?=[ \t]|$)([^\r\n]*)$/.exec(heading);
  if (atx !== null) return `${atx[1]} ${withoutClosing(atx[2] as string)}`.trimEnd();
  const setext = /^([\s\S]*?)(?:\r\n|\r|\n) {0,3}(=+|-+)[ \t]*$/.exec(heading);
  if (setext === null) return heading;
  const [, text = '', underline = ''] = setext;
  const line = text
    .split(/\r\n|\r|\n/)
    .map((each) => each.trim())
    .join(' ');
  return `${underline.startsWith('=') ? '#' : '##'} ${line.replace(/(^|\s)(#+)$/, '$1\\$2')}`;
}

/** `Three ###` as `Three`; `C#` stays. */
function withoutClosing(text: string): string {
  const content = text.trim();
  const open = content.replace(/(?<!#)#+$/, '');
  return open === '' || /[ \t]$/.test(open) ? open.trim() : content;
}
