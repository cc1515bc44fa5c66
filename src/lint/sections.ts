import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { topHeading } from '../readers/body/body.ts';
import { visibleLine } from '../text/visible.ts';
import { headingRange, placedSections } from './section-places.ts';
import type { Rule, Subject } from './subject.ts';

/** The tree of headings: section-empty, section-duplicate, heading-skipped, each at the heading. */
export const sections: Rule = (subject) => {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  let above = levelAtTop(subject);
  for (const placed of placedSections(subject)) {
    const { title, body, sections: children, level } = placed.section;
    if (level === 0) continue;
    const range = headingRange(subject, placed);
    const shown = visibleLine(title);
    if (body.trim() === '' && children.length === 0)
      found.push(
        diagnose('section-empty', `Nothing stands under the heading \`${shown}\`.`, { range }),
      );
    const name = title.toLowerCase();
    if (seen.has(name))
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

/** A level-1 heading at the very top is the review's title and no section, but the outline starts with it. */
function levelAtTop({ source, bodyStart }: Subject): number {
  return bodyStart !== undefined && topHeading(source.slice(bodyStart, bodyStart + 2000)) !== null
    ? 1
    : 0;
}
