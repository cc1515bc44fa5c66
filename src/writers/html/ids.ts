import type { Section } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { uniqueSlugs } from '../../text/slug.ts';
import { visibleLine } from '../../text/visible.ts';

/** The ids of one page; no two elements share one. */
export interface Ids {
  /** The id of a section's element: the section's own. It must be one that the page shows. */
  readonly of: (section: Section) => string;
  /** As `of`, the first time a section is written; undefined when it is written again. */
  readonly claim: (section: Section) => string | undefined;
  /** An id for an element of the page itself: `name`, or `name-2` … when a section has that one. Each call gives another. */
  readonly own: (name: string) => string;
}

/** The ids of a page that shows `sections`. */
export function createIds(sections: readonly Section[]): Ids {
  const unique = uniqueSlugs();
  const ids = new Map<Section, string>();
  for (const section of flattenSections(sections)) {
    // Ids out of a JSON file may be anything; HTML forbids white space in them.
    const id = visibleLine(section.id).replace(/\s+/g, '-');
    if (!ids.has(section)) ids.set(section, unique(id === '' ? 'section' : id));
  }
  const claimed = new Set<Section>();
  const of = (section: Section): string => ids.get(section) as string;
  return {
    of,
    claim: (section) => {
      if (claimed.has(section)) return undefined;
      claimed.add(section);
      return of(section);
    },
    own: unique,
  };
}
