import { decodeEntities } from '../../../markdown/entities.ts';
import { cutWhole } from '../../../markdown/redact/seals.ts';
import type { Item, Review } from '../../../model/review.ts';
import { kindInName } from '../../../vocabulary/kind-words.ts';
import { isFullName, makerRoles, namesIn } from '../../../vocabulary/makers.ts';
import { readRating } from '../../../vocabulary/ratings.ts';
import { namedByFile, namedByTitle } from '../../../vocabulary/titles.ts';
import type { ReadSettings } from '../../reader.ts';
import type { Draft } from '../context.ts';
import { type Origins, settle } from '../origins.ts';

/** A title without marks of emphasis and with its entities decoded: `_Heat_`, `Heat&#58; a film`. */
export function plainTitle(title: string): string {
  return decodeEntities(title).replace(
    /(?<![^\s("“‘])([*_]{1,3})(?=[^\s*_])([^*_]+)(?<=\S)\1(?![^\s),.:;!?"”’])/g,
    '$2',
  );
}

/** `name: Agile_Software` beside a title with one of its words is an address, not the item's name. */
export function settleName(draft: Draft, origins: Origins): void {
  const { name, title, extra } = draft;
  if (
    name === undefined ||
    title === undefined ||
    !/^[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}.]+)+$/u.test(name)
  )
    return;
  if (!name.includes('_') && name !== name.toLowerCase()) return;
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (!title.includes(' ') || !words.includes(name.toLowerCase().split(/[_-]/)[0] as string))
    return;
  extra.set('name', { value: name, offset: 0 });
  delete draft.name;
  origins.delete('item.name');
}

/**
 * A review with its title. Where no key names the item, the title does, else the file's name; a year or a rating in brackets behind the name
 * counts where no key says one, and so does who made it (`Mort by Ada Quill`) where the file's name or its `text` bears that out.
 */
export function withTitle(
  review: Review,
  title: string | undefined,
  settings: ReadSettings,
  origins: Origins,
  text = '',
): Review {
  const titled = title === undefined ? review : { title, ...review };
  if (review.title === undefined && title !== undefined && !origins.has('title'))
    settle(origins, 'title', 'heading');
  if (titled.item.name !== undefined) return titled;
  return titled.title === undefined
    ? namedAsFile(titled, settings, origins, text)
    : namedAsTitle(titled, titled.title, settings, origins, text);
}

function namedAsTitle(
  review: Review,
  title: string,
  settings: ReadSettings,
  origins: Origins,
  text: string,
): Review {
  const { name, year, rating, other } = cutWhole(plainTitle(title), namedByTitle);
  const [where] = origins.get('title') ?? [];
  const details = { from: title, ...(where?.span === undefined ? {} : { span: where.span }) };
  const rule = where?.rule === 'heading' ? 'heading' : 'title';
  settle(origins, 'item.name', rule, details);
  const named = { name, ...review.item };
  const item = withMaker(named, name, slugsOf(review, settings), text, other);
  if (item.creators.length > review.item.creators.length)
    settle(origins, 'item.creators', rule, details);
  if (item.year === undefined && year !== undefined) settle(origins, 'item.year', rule, details);
  const reading =
    rating === undefined || review.rating !== null
      ? null
      : readRating(rating, settings.scale === undefined ? {} : { best: settings.scale });
  if (reading?.kind !== 'rating') return { ...review, item: withYear(item, year) };
  settle(origins, 'rating', rule, details);
  settle(origins, 'rating.best', rule, details);
  return { ...review, item: withYear(item, year), rating: reading.rating };
}

function namedAsFile(
  review: Review,
  settings: ReadSettings,
  origins: Origins,
  text: string,
): Review {
  const stem = stemOf(settings);
  const { name, year } = stem === '' ? {} : namedByFile(stem);
  if (name === undefined) return review;
  const details = { from: stem };
  settle(origins, 'item.name', 'file', details);
  if (review.item.year === undefined && year !== undefined)
    settle(origins, 'item.year', 'file', details);
  const item = withFileMaker({ name, ...review.item }, name, text);
  if (item.creators.length > review.item.creators.length)
    settle(origins, 'item.creators', 'file', details);
  return { ...review, item: withYear(item, year) };
}

/** `the-shining-by-stephen-king.md`, where the text names King. */
function withFileMaker(item: Item, name: string, text: string): Item {
  const role = item.kind === undefined ? undefined : makerRoles[item.kind];
  const [, title = '', words = ''] = / /.test(name) ? (/^(.+) by (.+)$/.exec(name) ?? []) : [];
  const maker = words.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  if (role === undefined || item.creators.length > 0 || !isFullName(maker)) return item;
  if (!hasWord(text, maker.split(' ').at(-1) as string)) return item;
  return { ...item, name: title, creators: [{ role, name: maker }] };
}

/** The file's name; that of its folder where it is the page of a folder of its own. */
function stemOf({ surroundings }: ReadSettings): string {
  const { name = '', folders = [] } = surroundings ?? {};
  const [folder = ''] = folders;
  const isOfSeveral =
    /^(?:reviews?|content|src|_?posts|docs|pages)$/i.test(folder) || kindInName(folder) !== null;
  return /^_?index$/i.test(name) && !isOfSeveral ? folder : name;
}

/** What a file calls its item in its address: its name and `slug:`. */
function slugsOf({ extra: { slug } }: Review, settings: ReadSettings): string[] {
  return [stemOf(settings), typeof slug === 'string' ? slug : '']
    .map((each) => lettersOf(each.replace(/^\d{4}-\d\d-\d\d-/, '')))
    .filter((each) => each !== '');
}

function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The maker in `Mort by Ada Quill` and `Abbey Road - The Beatles`, where something else says which part is which. */
function withMaker(
  item: Item,
  title: string,
  slugs: readonly string[],
  text: string,
  other?: string,
): Item {
  // Beside the year of a film, a person is who directed it.
  const role =
    item.kind === 'film' && other !== undefined
      ? 'director'
      : item.kind === undefined
        ? undefined
        : makerRoles[item.kind];
  if (role === undefined || item.creators.some((each) => each.role === role)) return item;
  const isWork = role === 'author' || role === 'artist';
  const beside =
    (isWork || role === 'director') && other !== undefined && isFullName(other) ? other : undefined;
  const { name, makers } =
    beside !== undefined
      ? { name: title, makers: [beside] }
      : role === 'director'
        ? {}
        : cutWhole(
            title,
            (sealed): Partial<Parts> =>
              partsBy(sealed, slugs, text) ??
              partsAtDash(sealed, slugs, text) ??
              (isWork ? partsInBrackets(sealed, text) : null) ??
              {},
          );
  if (name === undefined || makers === undefined) return item;
  const made = makers.map((each) => ({ role, name: each }));
  return { ...item, name, creators: [...made, ...item.creators] };
}

interface Parts {
  readonly name: string;
  readonly makers: readonly string[];
}

/** Behind a name, no part of it. */
const suffix = /,?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|Jr\.?|Sr\.?|Esq\.?)$/i;

function partsBy(title: string, slugs: readonly string[], text: string): Parts | null {
  const [, name = '', maker = ''] = /^(.+),? by (\S.*)$/i.exec(title) ?? [];
  const makers = namesIn(maker);
  const names = makers.map((each) => each.replace(suffix, ''));
  if (name === '' || !names.every(isFullName)) return null;
  const letters = lettersOf(name);
  const isInName = slugs.some((slug) => slug.length > 2 && letters.startsWith(slug));
  const isInText = names.some((each) => hasWord(text, each.split(' ').at(-1) as string));
  return isInName || isInText ? { name: name.replace(/,$/, ''), makers } : null;
}

/** Whether a text has a word as it is written, alone or with an ending of its own. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (
      !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) &&
      !/[\p{L}\p{N}]/u.test(text.charAt(at + word.length))
    )
      return true;
  return false;
}

function partsAtDash(title: string, slugs: readonly string[], text: string): Parts | null {
  const parts = title.split(/\s+[-–—]\s+/);
  const [first = '', second = ''] = parts;
  if (parts.length !== 2 || first === '' || second === '') return null;
  const isSlug = (part: string): boolean => slugs.includes(lettersOf(part));
  if (isSlug(first) === isSlug(second))
    return isFullName(second) && isSaidMaker(second, text)
      ? { name: first, makers: [second] }
      : null;
  return isSlug(first) ? { name: first, makers: [second] } : { name: second, makers: [first] };
}

/** `Salt (Ada Quill)`, where the text has the whole name too. */
function partsInBrackets(title: string, text: string): Parts | null {
  const [, name = '', maker = ''] = /^(.*\S)\s*\(([^()]+)\)$/.exec(title) ?? [];
  return isFullName(maker) && text.includes(maker) ? { name, makers: [maker] } : null;
}

/** Whether a text says in words whose work it is about: `by Ada Quill`, `Ada Quill’s`. */
function isSaidMaker(name: string, text: string): boolean {
  return [`by ${name}`, `${name}’s`, `${name}'s`].some((words) => hasWord(text, words));
}

function withYear(item: Item, year: number | undefined): Item {
  return item.year !== undefined || year === undefined ? item : { ...item, year };
}
