import { contentOf } from '../../../markdown/content.ts';
import { type FootnoteDefinition, known } from '../../../markdown/tokens.ts';
import type { Section } from '../../../model/review.ts';
import { flattenSections } from '../../../model/section-tree.ts';
import { displayWidth } from '../../../text/width.ts';
import { container, element, escapeLine, joinBlocks } from '../escape.ts';
import type { HtmlPage } from '../html-page.ts';
import { fragment } from '../url.ts';
import { blocksHtml, headingHtml, spoilerHtml } from './blocks.ts';
import { plainHeading, plainInline } from './plain.ts';

/** With fewer headings the contents would be longer than the way. */
const fewestForContents = 3;

/** A section with its subsections. `rank` (2..6) is its heading's in the page; that of subsections follows without a gap. */
export function sectionHtml(section: Section, rank: number, page: HtmlPage): string {
  const isIntro = section.level === 0;
  const id = page.ids.claim(section);
  const heading = isIntro ? '' : headingHtml(page.content.headingOf(section), {}, page, rank);
  const intro = dropsCap(section, page) ? 'intro drop' : 'intro';
  return container('section', { id, class: isIntro ? page.classes(intro) : undefined }, [
    heading,
    hiddenSectionHtml(section, rank, page) ?? contentHtml(section, rank, page),
  ]);
}

function contentHtml(section: Section, rank: number, page: HtmlPage): string {
  const above = section.level === 0 ? rank - 1 : Math.min(rank, 6);
  return joinBlocks([
    blocksHtml(page.content.bodyOf(section), page, above),
    ...section.sections.map((child) => sectionHtml(child, rank + 1, page)),
  ]);
}

/** What a hidden section holds, to be opened; null for any other. */
function hiddenSectionHtml(section: Section, rank: number, page: HtmlPage): string | null {
  const { hidden } = page;
  const [placeholder, ...others] = page.content.bodyOf(section);
  if (hidden === null || placeholder?.type !== 'hiddenBlock' || others.length > 0) return null;
  const part = hidden.behind(placeholder);
  if (part === null || part.sections.length === 0) return null;
  const within = { ...page, content: contentOf(hidden.source), hidden: null, behind: () => null };
  const blocks = joinBlocks([
    blocksHtml(part.tokens, within, Math.min(rank, 6)),
    ...part.sections.map((child) => sectionHtml(child, rank + 1, within)),
  ]);
  return spoilerHtml('', blocks, false, page);
}

/** The contents of a page: a list of its headings as links. Empty when there are fewer than three. */
export function contentsHtml(sections: readonly Section[], page: HtmlPage): string {
  const count = flattenSections(sections).filter(({ level }) => level > 0).length;
  if (count < fewestForContents) return '';
  const id = page.ids.own('contents');
  return container('nav', { 'aria-labelledby': id }, [
    container('details', {}, [
      element('summary', {}, element('h2', { id }, 'Contents')),
      contentsList(sections, page),
    ]),
  ]);
}

/** A first letter of three lines wants three lines of text beside it, in columns. */
const fewestForDrop = 220;

function dropsCap(section: Section, { content }: HtmlPage): boolean {
  const [first] = content.bodyOf(section);
  return (
    first?.type === 'paragraph' && displayWidth(plainInline(known(first.tokens))) >= fewestForDrop
  );
}

function contentsList(sections: readonly Section[], page: HtmlPage): string {
  const items = sections
    .filter(({ level }) => level > 0)
    .map((section) => {
      const text = plainHeading(section, page.content) || section.number;
      const link = element('a', { href: fragment(page.ids.of(section)) }, escapeLine(text));
      return element('li', {}, joinBlocks([link, contentsList(section.sections, page)]));
    });
  return items.length === 0 ? '' : container('ol', {}, items);
}

/** The footnotes, each with a link back to every reference. Notes may refer to notes: those follow. */
export function notesHtml(page: HtmlPage): string {
  const texts = new Map<string, string>();
  for (let isComplete = false; ; isComplete = true) {
    let isNew = false;
    for (const { id, definition } of page.footnotes.list(isComplete)) {
      if (texts.has(id)) continue;
      texts.set(id, noteHtml(definition, page));
      isNew = true;
    }
    if (isComplete && !isNew) break;
  }
  const items = page.footnotes.list(true).map(({ id, number, references }) => {
    const links = (page.linksNotes ? references : []).map((reference, index) =>
      backLink(reference, number, index, references.length, page),
    );
    return element('li', { id }, withLinks(texts.get(id) ?? '', links));
  });
  if (items.length === 0) return '';
  const id = page.ids.own('notes');
  return container('section', { class: page.classes('notes'), 'aria-labelledby': id }, [
    element('h2', { id }, 'Notes'),
    container('ol', {}, items),
  ]);
}

/** A note that only hidden text calls is hidden as well. */
function noteHtml(note: FootnoteDefinition, page: HtmlPage): string {
  const html = blocksHtml(known(note.tokens), page, 2);
  return page.hidden?.notes.has(note.label) === true ? spoilerHtml('', html, false, page) : html;
}

function backLink(
  reference: string,
  number: number,
  index: number,
  count: number,
  page: HtmlPage,
): string {
  const which = count > 1 ? `, place ${index + 1}` : '';
  const mark = count > 1 ? `↩${element('sup', {}, String(index + 1))}` : '↩';
  const name = `Back to the text of note ${number}${which}`;
  return element(
    'a',
    { class: page.classes('back'), href: fragment(reference), 'aria-label': name },
    mark,
  );
}

/** The links at the end of the note's last paragraph, where it ends in one. */
function withLinks(text: string, links: readonly string[]): string {
  if (links.length === 0) return text;
  const marks = links.join(' ');
  return text.endsWith('</p>') ? `${text.slice(0, -4)} ${marks}</p>` : `${text} ${marks}`;
}
