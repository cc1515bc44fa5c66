import { contentOf, type ReviewContent } from '../../markdown/content.ts';
import type { Review, Section } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { wrapSpans } from '../../text/wrap.ts';
import { blockLines, headingTone, noteLines } from './blocks.ts';
import { cardLines } from './card.ts';
import { inlineSpans } from './inline.ts';
import { createPage, type PageContext, type PageSettings, referredLabels } from './page-context.ts';
import { stacked, type StyledLine, tidy, toned } from './style.ts';

/** How a page is laid out, whatever paints it. */
export interface PageLayout extends Omit<PageSettings, 'footnotes' | 'referred'> {
  /** Display columns, at least 20; `Infinity` for no wrapping. */
  readonly columns: number;
  /** Only these sections. */
  readonly sections?: readonly Section[];
  /** Whether sections asked for by name come with their headings. */
  readonly sectionHeadings: boolean;
}

/** A review as lines: the card and all sections, or only the sections asked for. No line is wider than the columns or ends in a space. */
export function pageLines(review: Review, layout: PageLayout): StyledLine[] {
  const content = contentOf(review);
  const page = createPage({ ...layout, footnotes: content.footnotes, referred: referredTo(review, content) });
  const { columns } = layout;
  if (layout.sections !== undefined) return tidy(stacked(layout.sections.map((section) => sectionLines(section, content, columns, page, layout.sectionHeadings))));
  const sections = review.sections.map((section) => sectionLines(section, content, columns, page, true));
  const rule: StyledLine = [toned('─'.repeat(Math.min(columns, 100)), 'rule')];
  return tidy(stacked([cardLines(review, columns), ...(sections.length === 0 ? [] : [[rule]]), ...sections]));
}

/** What any section or note refers to. A definition nobody refers to is shown where it stands, so that nothing is lost. */
function referredTo(review: Review, content: ReviewContent): ReadonlySet<string> {
  const labels = new Set<string>();
  if (content.footnotes.size === 0) return labels;
  for (const section of flattenSections(review.sections)) referredLabels([...content.headingOf(section), ...content.bodyOf(section)], labels);
  return labels;
}

function sectionLines(section: Section, content: ReviewContent, columns: number, page: PageContext, withHeading: boolean): StyledLine[] {
  const style = { tone: headingTone(section.level), strong: true };
  const heading = withHeading && section.level > 0 ? wrapSpans(inlineSpans(content.headingOf(section), page, style), columns) : [];
  const hidden = !page.spoilers && /^\P{L}*spoilers?\b/iu.test(section.title) && section.level > 0;
  const body = hidden ? wrapSpans([page.hiddenBlock('')], columns) : blockLines(content.bodyOf(section), columns, page);
  const notes = noteBlocks(columns, page);
  const inner = section.sections.map((child) => (hidden ? [] : sectionLines(child, content, columns, page, true)));
  return stacked([heading, body, ...notes, ...inner]);
}

/** The notes that the section has referred to, and those that they refer to. */
function noteBlocks(columns: number, page: PageContext): StyledLine[][] {
  const done = new Set<number>();
  const blocks: StyledLine[][] = [];
  for (let notes = page.takeNotes(); notes.length > 0; notes = page.takeNotes()) {
    for (const { number, note } of notes) {
      if (done.has(number)) continue;
      done.add(number);
      blocks.push(noteLines(String(number), note.tokens as never, columns, page));
    }
  }
  return blocks;
}
