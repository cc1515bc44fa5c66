import { contentOf, type ReviewContent } from '../../markdown/content.ts';
import type { Shown } from '../../markdown/redact/redact.ts';
import { type AnyToken, known } from '../../markdown/tokens.ts';
import type { Review, Section } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { type StyledLine, toned } from '../style.ts';
import { blockLines, flowOf } from './blocks/blocks.ts';
import { headingLines } from './blocks/headings.ts';
import { noteLines } from './blocks/notes.ts';
import { cardLines } from './card/card.ts';
import { stacked, tidy } from './lines.ts';
import { createPage, type PageContext, type PageSettings, referredLabels } from './page-context.ts';

/** How a page is laid out, whatever paints it. */
export interface PageLayout extends Omit<PageSettings, 'footnotes' | 'referred'> {
  /** Display columns, at least 20; `Infinity` for no wrapping. */
  readonly columns: number;
  /** Only these sections. */
  readonly sections?: readonly Section[];
  /** Whether the sections asked for come with their headings; their subsections always do. */
  readonly sectionHeadings: boolean;
  /** At most so many sections of the whole; default: all. */
  readonly most?: number;
  /** Who wants to know what stands where. */
  readonly places?: PagePlaces;
}

/** Is told where the parts of a page stand, when all of it is laid out. */
export interface PagePlaces {
  /** The first line of a section, from 0. In the order of the text; a section without a heading and a body is not told of. */
  readonly section: (section: Section, line: number) => void;
  /** The lines of a note. */
  readonly note: (number: number, lines: readonly StyledLine[]) => void;
}

/**
 * A review as lines: the card and all sections, or only the sections asked for. No line is wider than the columns or ends in
 * a space, no two blank ones follow each other.
 */
export function pageLines(review: Shown, layout: PageLayout): StyledLine[] {
  const content = contentOf(review);
  const page = createPage({
    ...layout,
    footnotes: content.footnotes,
    referred: referredTo(review, content),
  });
  const starts = new Map<StyledLine, Section[]>();
  const { places } = layout;
  const setting = { content, page, columns: layout.columns, starts, places };
  const tell =
    places === undefined
      ? undefined
      : (line: StyledLine, at: number): void => {
          for (const section of starts.get(line) ?? []) places.section(section, at);
        };
  const set = (section: Section, withHeading: boolean): StyledLine[] =>
    sectionLines(section, setting, withHeading);
  if (layout.sections !== undefined)
    return tidy(
      stacked([
        ...layout.sections.map((section) => set(section, layout.sectionHeadings)),
        ...endNotes(setting),
      ]),
      tell,
    );
  const sections = review.sections.slice(0, layout.most).map((section) => set(section, true));
  const rule: StyledLine = [toned(layout.look.rule(layout.columns), 'rule')];
  return tidy(
    stacked([
      cardLines(review, layout.columns, page),
      ...(sections.length === 0 || layout.look.speaks ? [] : [[rule]]),
      ...sections,
      ...endNotes(setting),
    ]),
    tell,
  );
}

/** What any section or note refers to. A definition nobody refers to is shown where it stands, so that nothing is lost. */
function referredTo(review: Review, content: ReviewContent): ReadonlySet<string> {
  const labels = new Set<string>();
  if (content.footnotes.size === 0) return labels;
  for (const section of flattenSections(review.sections)) {
    referredLabels(content.headingOf(section), labels);
    referredLabels(content.bodyOf(section), labels);
  }
  return labels;
}

interface Setting {
  readonly content: ReviewContent;
  readonly page: PageContext;
  readonly columns: number;
  /** The sections that start with a line, the outermost first. */
  readonly starts: Map<StyledLine, Section[]>;
  readonly places: PagePlaces | undefined;
}

function sectionLines(section: Section, setting: Setting, withHeading: boolean): StyledLine[] {
  const { content, page, columns } = setting;
  const heading =
    withHeading && section.level > 0
      ? headingLines(content.headingOf(section), section.level, columns, page)
      : [];
  const body = blockLines(content.bodyOf(section), columns, page);
  const lines = stacked([
    heading,
    body,
    ...(page.links === 'notes' ? [] : noteBlocks(setting)),
    ...section.sections.map((child) => sectionLines(child, setting, true)),
  ]);
  const [first] = lines;
  if (first !== undefined)
    setting.starts.set(first, [section, ...(setting.starts.get(first) ?? [])]);
  return lines;
}

/** Where links have notes, all notes stand together at the end, for they are counted together. */
function endNotes(setting: Setting): StyledLine[][] {
  return setting.page.links === 'notes' ? [noteBlocks(setting).flat()] : [];
}

/** The notes that were referred to since the last ones, and those that they refer to. */
function noteBlocks({ columns, page, places }: Setting): StyledLine[][] {
  const done = new Set<number>();
  const blocks: StyledLine[][] = [];
  for (let notes = page.takeNotes(); notes.length > 0; notes = page.takeNotes()) {
    for (const { number, says } of notes) {
      if (done.has(number)) continue;
      done.add(number);
      const tokens = typeof says === 'string' ? [verbatim(says)] : known(says.tokens);
      const lines = noteLines(String(number), tokens, columns, flowOf(page));
      places?.note(number, tidy(lines));
      blocks.push(lines);
    }
  }
  return blocks;
}

function verbatim(text: string): AnyToken {
  return { type: 'escape', raw: text, text };
}
