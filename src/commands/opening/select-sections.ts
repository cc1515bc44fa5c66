import { redact, shownReview } from '../../markdown/redact/redact.ts';
import { findSections, type SectionMatch } from '../../model/find-section.ts';
import { pointsNamed, pointsSection } from '../../model/points.ts';
import { displayTitle, type Review, type Section } from '../../model/review.ts';
import type { ExtraSynonyms } from '../../model/roles.ts';
import { flattenSections } from '../../model/section-tree.ts';
import type { Context, Outcome } from '../command.ts';
import type { Opened } from './open.ts';

/** How names of sections are understood. */
export interface SectionRules {
  readonly synonyms: ExtraSynonyms;
  /** True where what is hidden may be named as all else. */
  readonly spoilers: boolean;
  /** True where sections are data: points that stand among the fields are said to, and are none. Default: false. */
  readonly data?: boolean;
}

/** Sections, and the review that they are of: points among its fields are a section of it when they were asked for. */
export interface Selection {
  readonly review: Review;
  readonly sections: readonly Section[];
}

/**
 * Finds each named section of the review; says on stderr what is missing, ambiguous, hidden or was read as a typo. A hidden one is
 * found by its exact id, number or title alone, and no message names it. Points that the front matter has are found by their role
 * where no heading has it.
 */
export function selectSections(
  context: Context,
  review: Review,
  names: readonly string[],
  { synonyms, spoilers, data = false }: SectionRules,
): Opened<Selection> {
  const shown = shownReview(review, spoilers);
  const found: Section[] = [];
  const add = (section: Section): void => {
    if (!found.some(({ id }) => id === section.id)) found.push(section);
  };
  const points: Section[] = [];
  for (const name of names) {
    const match = findSections(shown, name, synonyms);
    if (!spoilers && !isExact(match) && isHidden(review, name, synonyms)) {
      context.note('hidden as a spoiler: --spoilers shows it');
      return { outcome: 'nothing-found' };
    }
    const key = isExact(match) ? null : pointsNamed(shown, name, synonyms);
    if (key !== null && data)
      context.note(`review: '${key}' is a field here, no section: the whole review has it`);
    else if (key !== null) {
      const section = pointsSection(review, key);
      points.push(section);
      add(section);
    }
    if (key !== null) continue;
    if (match.by === null) return saySectionMissing(context, shown, name, match);
    if (match.by === 'typo')
      context.note(`review: no section '${name}'; showing '${match.sections[0]?.title ?? ''}'`);
    for (const section of match.sections) add(spoilers ? ownSection(review, section) : section);
  }
  const whole =
    points.length === 0 ? review : { ...review, sections: [...review.sections, ...points] };
  return { value: { review: whole, sections: found } };
}

/** The section as the review has it; the one that was found has its title without marks. */
function ownSection(review: Review, section: Section): Section {
  return flattenSections(review.sections).find(({ id }) => id === section.id) ?? section;
}

function isExact({ by }: SectionMatch): boolean {
  return by === 'id' || by === 'number' || by === 'role' || by === 'title';
}

/** Whether what the name says exactly is hidden with the section it stands in. */
function isHidden(review: Review, name: string, synonyms: ExtraSynonyms): boolean {
  const match = findSections(review, name, synonyms);
  const { sectionOf } = redact(review);
  return isExact(match) && match.sections.every((section) => sectionOf(section) === null);
}

function saySectionMissing(
  context: Context,
  review: Review,
  name: string,
  match: SectionMatch,
): { outcome: Outcome } {
  const where = displayTitle(review);
  if (match.candidates.length === 0)
    context.note(`review: '${where}' has no sections, so none named '${name}'`);
  else {
    context.note(
      match.ambiguous
        ? `review: '${name}' could be any of these sections of '${where}':`
        : `review: no section '${name}' in '${where}'. There is:`,
    );
    for (const section of match.candidates)
      context.note(`  ${section.number.padEnd(5)} ${section.id}`);
  }
  return { outcome: 'nothing-found' };
}
