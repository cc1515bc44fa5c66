import { type DataNode, entryNamed } from '../data/data-node.ts';
import { lineAt } from '../data/lines.ts';
import type { Range } from '../model/position.ts';
import type { Section } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';
import type { ReadReview } from '../readers/formats.ts';
import { isExported } from '../readers/many/records.ts';
import type { Subject } from './subject.ts';

/** A section, and where it starts in the file that was read. */
export interface PlacedSection {
  readonly section: Section;
  readonly start: number;
}

/** The sections in the order of the text. What `export --json` wrote has the ranges of another file: there, the nodes tell. */
export function placedSections({
  review,
  keys,
}: Pick<ReadReview, 'review' | 'keys'>): PlacedSection[] {
  const sections = flattenSections(review.sections);
  const isExport = keys !== undefined && isExported(keys);
  const nodes = isExport ? sectionNodes(keys) : [];
  return sections.map((section, index) => ({
    section,
    start: isExport ? (nodes[index]?.start ?? 0) : section.range.start.offset,
  }));
}

function sectionNodes(node: DataNode): DataNode[] {
  const list = node.kind === 'map' ? entryNamed(node, 'sections')?.value : undefined;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => [item, ...sectionNodes(item)]);
}

/** More than a heading takes. A JSON review may be one line: looking for its end from each section would take quadratic time. */
const longestHeading = 1000;

/** The line that a section starts with, its heading where it has one. */
export function headingRange({ source, locator }: Subject, { start }: PlacedSection): Range {
  const { text } = lineAt(source.slice(start, start + longestHeading), 0);
  return locator.range(start, start + text.trimEnd().length);
}
