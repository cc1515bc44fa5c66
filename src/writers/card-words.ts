import type { Item, ItemKind, Rating } from '../model/review.ts';
import { visibleLine } from '../text/visible.ts';

/** A key as a label: `board_game` and `boardGame` are `Board game`. */
export function titled(name: string): string {
  const words = visibleLine(name)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The roles that may stand for the item without being named. */
const headlineRoles: ReadonlySet<string> = new Set([
  'director',
  'author',
  'artist',
  'developer',
  'creator',
  'chef',
  'designer',
  'brewery',
  'distillery',
  'winery',
  'roaster',
]);

/** The role whose makers stand in the item line: the first that can do so unnamed. */
export function headlineRole({ creators }: Item): string | undefined {
  return creators.find(({ role }) => headlineRoles.has(role))?.role;
}

export function headlineMakers(item: Item): string[] {
  const role = headlineRole(item);
  return item.creators.filter((creator) => creator.role === role).map(({ name }) => name);
}

const rolesInPlural: ReadonlyMap<string, string> = new Map([
  ['actor', 'Cast'],
  ['cast', 'Cast'],
]);

/** What those who made the item are called. */
export function roleLabel(role: string): string {
  return rolesInPlural.get(role.toLowerCase()) ?? titled(role);
}

const experienceVerbs: Readonly<Partial<Record<ItemKind, string>>> = {
  film: 'Watched',
  series: 'Watched',
  book: 'Read',
  game: 'Played',
  boardgame: 'Played',
  album: 'Heard',
  track: 'Heard',
  restaurant: 'Visited',
  place: 'Visited',
  event: 'Attended',
  product: 'Used',
  software: 'Used',
};

/** What one did with an item of the kind. */
export function experienceLabel(kind: ItemKind | undefined): string {
  return (kind === undefined ? undefined : experienceVerbs[kind]) ?? 'Experienced';
}

/** The rating in words: `4 out of 5`; a grade or a text of the author's own before it. */
export function ratingWords({ source, value, best, worst }: Rating): string {
  const words = `${value} out of ${best}${worst > 1 || worst < 0 ? `, from ${worst}` : ''}`;
  const isFigure =
    /^(?:[^\p{L}]|(?<!\p{L})(?:out|of|stars?|points?|von|sterne?n?|punkte?n?|sur|étoiles?|de|estrellas?|puntos?|estrelas?|su|stelle|punti|van|sterren|z|na|из)(?![\p{L}]))*$/iu.test(
      source,
    );
  return isFigure ? words : `${visibleLine(source)}, ${words}`;
}
