import { editDistance } from '../text/edit-distance.ts';
import { slugify } from '../text/slug.ts';
import type { Review, Section } from './review.ts';
import { type ExtraSynonyms, normalizeHeading, roleNamed } from './roles.ts';
import { flattenSections } from './section-tree.ts';

/** How a name was understood, in the order in which names are tried. */
export type SectionMatchKind = 'id' | 'number' | 'role' | 'title' | 'prefix' | 'word' | 'typo';

/** What a name of a section means in one review. */
export interface SectionMatch {
  /** In the order of the text; empty when the name is unknown or ambiguous. */
  readonly sections: readonly Section[];
  /** Null when `sections` is empty. */
  readonly by: SectionMatchKind | null;
  /** When `sections` is empty: those the name may mean, else the nearest ones, else all. */
  readonly candidates: readonly Section[];
  /** True when the name fits several sections equally well. */
  readonly ambiguous: boolean;
}

type Rule = readonly [SectionMatchKind, (sections: readonly Section[]) => readonly Section[]];

/**
 * Finds sections by id, number (`6`, `2.1`), role or a synonym of one (every section of that role), title, unique prefix,
 * unique word, or a unique small typo — the first of these that finds anything decides. Case, punctuation and emoji do not count.
 */
export function findSections(
  review: Review,
  name: string,
  synonyms: ExtraSynonyms = {},
): SectionMatch {
  const all = flattenSections(review.sections);
  const wanted = name.trim();
  for (const [by, find] of rulesFor(wanted, synonyms)) {
    const found = find(all);
    if (found.length === 0) continue;
    if (found.length > 1 && by !== 'role')
      return { sections: [], by: null, candidates: found, ambiguous: true };
    return { sections: outermost(found), by, candidates: [], ambiguous: false };
  }
  return { sections: [], by: null, candidates: nearest(all, wanted), ambiguous: false };
}

function rulesFor(wanted: string, synonyms: ExtraSynonyms): readonly Rule[] {
  const slug = slugify(wanted);
  const plain = normalizeHeading(wanted.replace(/[-_]+/g, ' '));
  const role = roleNamed(wanted, synonyms);
  const titleOf = (section: Section): string => normalizeHeading(section.title);
  const number = wanted.replace(/^#/, '').replace(/\.$/, '');
  return [
    ['id', (all) => all.filter(({ id }) => id === wanted)],
    ['number', (all) => all.filter((section) => section.number === number)],
    ['role', (all) => (role === null ? [] : all.filter((section) => section.role === role))],
    [
      'title',
      (all) =>
        plain === ''
          ? []
          : firstOfTwins(
              all.filter((section) => section.id === slug || titleOf(section) === plain),
            ),
    ],
    [
      'prefix',
      (all) =>
        plain === ''
          ? []
          : all.filter(
              (section) => section.id.startsWith(slug) || titleOf(section).startsWith(plain),
            ),
    ],
    [
      'word',
      (all) =>
        plain === '' ? [] : all.filter((section) => ` ${titleOf(section)} `.includes(` ${plain} `)),
    ],
    ['typo', (all) => (plain.length < 4 ? [] : closest(all, plain))],
  ];
}

/** Of sections with the same title, the first: the others are named by their ids. */
function firstOfTwins(found: readonly Section[]): readonly Section[] {
  return found.slice(0, 1);
}

/** A section comes with its subsections, so one that stands inside another found one is not named again. */
function outermost(found: readonly Section[]): readonly Section[] {
  const inside = new Set(found.flatMap((section) => flattenSections(section.sections)));
  return found.filter((section) => !inside.has(section));
}

/** Sections whose title, a word of it, or role is within a small typo of `plain`; only the closest. */
function closest(all: readonly Section[], plain: string): readonly Section[] {
  const allowed = plain.length < 8 ? 1 : 2;
  const measured = all.map((section) => ({ section, away: typoDistance(section, plain) }));
  const best = Math.min(...measured.map(({ away }) => away));
  return best > allowed
    ? []
    : measured.filter(({ away }) => away === best).map(({ section }) => section);
}

function typoDistance(section: Section, plain: string): number {
  const title = normalizeHeading(section.title);
  const names = [title, section.role ?? '', ...title.split(' ').filter((word) => word.length > 3)];
  return Math.min(...names.map((name) => editDistance(name, plain)));
}

/** The sections a mistaken name may have meant, the nearest first; all when none is near. */
function nearest(all: readonly Section[], wanted: string): readonly Section[] {
  const plain = normalizeHeading(wanted);
  const near = all
    .map((section) => ({ section, away: typoDistance(section, plain) }))
    .filter(({ away }) => away <= Math.max(2, plain.length / 3))
    .sort((a, b) => a.away - b.away);
  return near.length > 0 ? near.map(({ section }) => section) : all;
}
