import type { ItemKind } from '../../model/review.ts';
import type { Role } from '../../model/roles.ts';

/** What people write in one language; several words are parted by commas. With and without accents is the same word. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** Keys, by what the field is called in English (`rating`, `director`, `pages`). */
  readonly fields: Readonly<Record<string, string>>;
  /** Words for a kind: those that may be a key with the item's name, then plurals and names of folders. */
  readonly kinds: Readonly<Partial<Record<ItemKind, readonly [singular: string, plural: string]>>>;
  /** Headings; the first of each is what `new --lang` writes. */
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  readonly stars: string;
  readonly points: string;
  /** Between a value and the best one: `8 von 10`. */
  readonly between: string;
  /** The twelve names of months within a date, parted by blanks. */
  readonly months: string;
  /** How a day is written: `d`, `M` and `y` stand for its parts. */
  readonly date: string;
  readonly yes: string;
  readonly no: string;
  /** What stands for a rating that is not given yet. */
  readonly notRated: string;
}
