import { slugify, uniqueSlugs } from '../text/slug.ts';
import type { Range } from './position.ts';
import type { Section } from './review.ts';
import { type ExtraSynonyms, type Role, roleOfHeading } from './roles.ts';

/** A heading and the text up to the next one, as a reader found them. `level` 0 is the text before the first heading. */
export interface FlatSection {
  readonly level: number;
  readonly title: string;
  readonly heading?: string;
  /** What the author says it is, null for none. Absent: what the heading says. */
  readonly role?: Role | null;
  readonly body: string;
  readonly range: Range;
}

interface Draft extends FlatSection {
  readonly children: Draft[];
}

/**
 * The tree of `flat`, in order: a section holds those after it with a deeper level. Levels may skip.
 * Ids are slugs of the titles, `-2`, `-3` where a title comes again; numbers count from 1 at every depth, `intro` is `0`.
 */
export function buildSectionTree(
  flat: readonly FlatSection[],
  synonyms: ExtraSynonyms = {},
): Section[] {
  const roots: Draft[] = [];
  const open: Draft[] = [];
  for (const section of flat) {
    const draft: Draft = { ...section, children: [] };
    while (open.length > 0 && (open.at(-1) as Draft).level >= draft.level) open.pop();
    // The text before the first heading is nobody's parent.
    if (open.at(-1)?.level === 0) open.pop();
    (open.at(-1)?.children ?? roots).push(draft);
    open.push(draft);
  }
  const unique = uniqueSlugs();
  // 'intro' and the numbers are names of their own: a heading must not take them.
  unique('intro');
  return finish(roots, '', { unique, synonyms, count: { value: 0 } });
}

interface Naming {
  readonly unique: (slug: string) => string;
  readonly synonyms: ExtraSynonyms;
  readonly count: { value: number };
}

function finish(drafts: readonly Draft[], prefix: string, naming: Naming): Section[] {
  let position = 0;
  return drafts.map((draft): Section => {
    const intro = draft.level === 0;
    const number = intro ? '0' : `${prefix}${++position}`;
    naming.count.value++;
    const slug = slugify(draft.title);
    const named =
      slug === '' || /^[\d.]+$/.test(slug) ? `section-${slug || naming.count.value}` : slug;
    const id = intro ? 'intro' : naming.unique(named);
    const sections = finish(draft.children, `${number}.`, naming);
    const last = sections.at(-1);
    return {
      id,
      number,
      level: draft.level,
      title: intro ? 'Introduction' : draft.title,
      ...(draft.heading === undefined ? {} : { heading: draft.heading }),
      role: roleOf(draft, naming),
      body: draft.body,
      range: last === undefined ? draft.range : { start: draft.range.start, end: last.range.end },
      sections,
    };
  });
}

/** What the author says, else what the heading says. */
function roleOf({ level, role, title }: Draft, { synonyms }: Naming): Role | null {
  if (level === 0) return null;
  return role === undefined ? roleOfHeading(title, synonyms) : role;
}

/** Every section of the trees, parents before children, in the order of the text. */
export function flattenSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flattenSections(section.sections)]);
}
