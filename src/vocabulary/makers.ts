import type { ItemKind } from '../model/review.ts';

/** Whose work a thing of a kind is, as a role: who stands under `author` made it. Of the other kinds, `author` is the critic. */
export const makerRoles: Readonly<Partial<Record<ItemKind, string>>> = {
  book: 'author',
  album: 'artist',
  track: 'artist',
  game: 'developer',
  boardgame: 'designer',
};

/** Roles beside which `author` is not the maker any more. */
export const otherMakers: Readonly<Partial<Record<ItemKind, ReadonlySet<string>>>> = {
  book: new Set(['author', 'writer']),
  album: new Set(['artist', 'composer', 'author']),
  track: new Set(['artist', 'composer', 'author']),
  game: new Set(['developer', 'studio', 'designer', 'author']),
  boardgame: new Set(['designer', 'author']),
};

const particle =
  /^(?:le|la|les|de|del|della|di|da|do|dos|das|du|des|van|von|der|den|ter|te|el|al|bin|ibn|st|saint|mc|mac)$/i;
const word =
  /^(?:\p{Lu}[\p{L}\p{M}’'.-]*|\p{Lo}+|(?:de|la|le|van|von|der|den|di|da|du|del|dos|y|bin|al)(?=$))$/u;
const noPerson =
  /^(?:the|a|an|and|with|various|others?|et|al|inc|ltd|llc|co|university|press|institute|group|team|jr|sr|ii|iii|iv|phd|md|esq|edition|version|trilogy|series|saga|volumes?|vol|part|book|deluxe|remastered|special|revised|expanded|anniversary|illustrated|season|studios?|pictures|films|entertainment|games|media|records|productions|publishing|books|house|brothers|bros)\.?$/i;

/** Whether words read like somebody's given and family name. */
export function isFullName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((each) => word.test(each) && !noPerson.test(each)) &&
    !particle.test(first) &&
    !particle.test(last) &&
    !/^\p{Lu}\.?$/u.test(last)
  );
}

/**
 * The names in a text that names several people: at `;`, `、` or ` / ` in any case, at commas, `and` and `&` where every part is a whole name, for
 * `Le Guin, Ursula K.` is one. A mark at its end is no part of a name.
 */
export function namesIn(text: string): string[] {
  const plain = text.trim().replace(/[\s,;]+$/, '');
  const parts = trimmed(plain.split(/;|、|\s\/\s/));
  return parts.flatMap((part) => {
    const names = trimmed(part.split(/\s*,\s*(?:and|&)\s+|\s*,\s*|\s+(?:and|&|und|et|y|e)\s+/));
    return names.length > 1 && names.every(isFullName) ? names : [part];
  });
}

function trimmed(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Whether a band's or an artist's name has a comma of its own: `Earth, Wind & Fire`, `Tyler, The Creator`. */
export function isOneArtist(text: string): boolean {
  return /,\s+(?:the\s|.*(?:&|\band\b))/i.test(text);
}
