import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { topHeading } from '../readers/body/body.ts';
import { visibleLine } from '../text/visible.ts';
import { isLeftAsNew } from './missing.ts';
import { headingRange, placedSections } from './section-places.ts';
import type { Rule, Subject } from './subject.ts';

/** The tree of headings: section-empty, section-duplicate, heading-skipped, each at the heading. */
export const sections: Rule = (subject) => {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  let above = levelAtTop(subject);
  const placedAll = placedSections(subject);
  const isEmpty = isLeftAsNew(subject.review);
  if (isEmpty) found.push(...unwritten(subject, placedAll));
  for (const placed of placedAll) {
    const { title, body, sections: children, level } = placed.section;
    if (level === 0) continue;
    const range = headingRange(subject, placed);
    const shown = visibleLine(title);
    if (!isEmpty && body.trim() === '' && children.length === 0)
      found.push(
        diagnose(
          'section-empty',
          `Nothing stands under ${shown === '' ? 'a heading without words' : `the heading \`${shown}\``}.`,
          { range },
        ),
      );
    const name = title.toLowerCase();
    if (name !== '' && seen.has(name))
      found.push(
        diagnose('section-duplicate', `Another section is headed \`${shown}\`.`, { range }),
      );
    seen.add(name);
    if (above > 0 && level > above + 1)
      found.push(
        diagnose('heading-skipped', `A heading of level ${level} follows one of level ${above}.`, {
          range,
          hint: `Make it a heading of level ${above + 1}: \`${'#'.repeat(above + 1)} ${shown}\`.`,
        }),
      );
    above = level;
  }
  return found;
};

/** One line for all of them. */
function unwritten(
  subject: Subject,
  placed: ReturnType<typeof placedSections>,
): readonly Diagnostic[] {
  const [first] = placed;
  if (first === undefined) return [];
  const names = placed.map(({ section }) => `\`${visibleLine(section.title)}\``);
  const message = `Nothing is written yet under the ${names.length} headings ${names.join(', ')}.`;
  const hint = 'Write the sections, and fill in the keys; what stays empty may go.';
  return [diagnose('section-empty', message, { range: headingRange(subject, first), hint })];
}

/** A level-1 heading at the very top is the review's title and no section, but the outline starts with it. */
function levelAtTop({ source, bodyStart }: Subject): number {
  return bodyStart !== undefined && topHeading(source.slice(bodyStart, bodyStart + 2000)) !== null
    ? 1
    : 0;
}
