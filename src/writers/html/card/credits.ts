/** What a maker of each role is called in the line under the title; makers of other roles stand among the facts. */
const credits: Readonly<Record<string, string>> = {
  director: 'directed by',
  author: 'by',
  artist: 'by',
  creator: 'created by',
  showrunner: 'created by',
  developer: 'developed by',
  designer: 'designed by',
  chef: 'chef',
};

/** The words before the makers of a role in the line under the title; undefined when they stand among the facts. */
export function creditFor(role: string): string | undefined {
  return Object.hasOwn(credits, role) ? credits[role] : undefined;
}
