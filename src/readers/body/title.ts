import type { Range } from '../../model/position.ts';
import type { Review } from '../../model/review.ts';
import { roleOfHeading } from '../../model/roles.ts';
import type { ReadSettings } from '../reader.ts';
import { sameTitle } from './body.ts';
import { type Cut, type Place, titleText } from './sections.ts';

/** Whether a level-1 heading at the top is one of several that all head sections: `# Plot … # Verdict`. */
export function isSectionHeading(
  title: string,
  { source, start }: Place,
  { roles }: ReadSettings,
): boolean {
  if (roleOfHeading(title, roles) === null) return false;
  return (source.slice(start).match(/^ {0,3}#[ \t]+\S|^ {0,3}=+[ \t]*$/gm)?.length ?? 0) > 1;
}

/** Takes a level-1 heading at the very top off the sections: it is the title, or says it again. */
export function takeTitle(
  review: Review,
  cuts: readonly Cut[],
  { roles }: ReadSettings,
): { title?: string; cuts: readonly Cut[] } {
  const first = cuts[0];
  // A heading that says its role is a section's, wherever it stands.
  if (first?.flat.level !== 1 || first.flat.role !== undefined) return { cuts };
  const title = titleText(first.flat);
  const isOnlyOne = cuts.filter(({ flat }) => flat.level === 1).length === 1;
  const isAgain =
    sameTitle(title, review.title) ||
    (review.title !== undefined && sameTitle(title, review.item.name));
  const isTitle =
    review.title === undefined &&
    title !== '' &&
    (isOnlyOne || roleOfHeading(title, roles) === null);
  if (!isAgain && !isTitle) return { cuts };
  const rest = [...asIntro(first), ...cuts.slice(1)];
  return isTitle ? { title, cuts: rest } : { cuts: rest };
}

function asIntro({ flat, body }: Cut): Cut[] {
  if (flat.body === '') return [];
  const range = bodyRange(flat.range, flat.body);
  return [{ flat: { level: 0, title: 'Introduction', body: flat.body, range }, heading: [], body }];
}

/** The body ends where its section does. */
function bodyRange({ start: from, end }: Range, body: string): Range {
  // A text of its own in YAML has the range of its value whatever part of it is meant.
  const lines = body.split(/\r\n|\r|\n/);
  if (end.offset - body.length < from.offset || end.line - lines.length + 1 < from.line)
    return { start: from, end };
  const column = lines.length === 1 ? end.column - body.length : 1;
  return {
    start: { line: end.line - lines.length + 1, column, offset: end.offset - body.length },
    end,
  };
}
