import type { Review, Section } from './review.ts';
import { type ExtraSynonyms, type Role, roleNamed } from './roles.ts';
import { flattenSections } from './section-tree.ts';

/** Lists of points among a review's fields. */
export type PointsKey = 'pros' | 'cons';

const roleOf: Readonly<Record<PointsKey, Role>> = { pros: 'strengths', cons: 'weaknesses' };

/** The lists of points that stand under no heading: fields that are not empty, whose role no section has. */
export function loosePoints(review: Review): readonly PointsKey[] {
  const roles = new Set(flattenSections(review.sections).map(({ role }) => role));
  return (['pros', 'cons'] as const).filter(
    (key) => review[key].length > 0 && !roles.has(roleOf[key]),
  );
}

/** The loose points that the name of a role means, or null. */
export function pointsNamed(
  review: Review,
  name: string,
  synonyms: ExtraSynonyms = {},
): PointsKey | null {
  const role = roleNamed(name, synonyms);
  return loosePoints(review).find((key) => roleOf[key] === role) ?? null;
}

const nowhere = { line: 1, column: 1, offset: 0 };

/** Points as a section with a list in it, to be written as the review's others; it stands nowhere in the file. */
export function pointsSection(review: Review, key: PointsKey): Section {
  const ids = new Set(flattenSections(review.sections).map(({ id }) => id));
  const body = review[key]
    .map((point) => `- ${point.trim().replace(/\r\n?|\n/g, '\n  ')}`)
    .join('\n');
  return {
    id: ids.has(key) ? `points-${key}` : key,
    number: '',
    level: 2,
    title: key === 'pros' ? 'Pros' : 'Cons',
    role: roleOf[key],
    body,
    range: { start: nowhere, end: nowhere },
    sections: [],
  };
}

/** Which points a section that `pointsSection` gave is of; null for any other. */
export function pointsOf({ number, role }: Section): PointsKey | null {
  if (number !== '') return null;
  return role === roleOf.pros ? 'pros' : 'cons';
}
