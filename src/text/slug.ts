import { isAscii } from './fold.ts';

/**
 * A heading as an id: lower case, letters, digits and hyphens, as GitHub names its anchors.
 * Empty when the heading has no letter or digit (an emoji alone).
 */
export function slugify(text: string): string {
  const lower = text.toLowerCase().replace(/['’‘]/g, '');
  const kept = isAscii(lower)
    ? lower.replace(/[^a-z0-9_\s-]+/g, ' ')
    : lower.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}_\s-]+/gu, ' ');
  return kept
    .trim()
    .replace(/[\s-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A function that gives each slug back as it is the first time, and with `-2`, `-3` … after. */
export function uniqueSlugs(): (slug: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (slug) => {
    let name = slug;
    let count = next.get(slug) ?? 1;
    while (taken.has(name)) name = `${slug}-${++count}`;
    next.set(slug, count);
    taken.add(name);
    return name;
  };
}
