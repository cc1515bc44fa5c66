import type { ItemKind } from '../model/review.ts';
import { foreignKey, foreignKind } from './foreign.ts';
import { isPlumbing } from './plumbing.ts';
import {
  creatorRoles,
  detailSpellings,
  type fieldSpellings,
  fieldSpellings as fields,
  fileTypes,
  idSpellings,
  kindSynonyms,
  namedKinds,
  normalizeKey,
} from './spellings.ts';

export type Field = keyof typeof fieldSpellings;

/** What a key stands for: a field, and as what within it. */
export type Meaning =
  | { readonly field: Field }
  | { readonly field: 'named'; readonly kind: ItemKind }
  | { readonly field: 'creator'; readonly role: string; readonly kind?: ItemKind }
  | { readonly field: 'id'; readonly name: string }
  | { readonly field: 'detail'; readonly name: string };

let meanings: Map<string, Meaning> | undefined;

function table(): Map<string, Meaning> {
  if (meanings !== undefined) return meanings;
  meanings = new Map();
  for (const [spelling, meaning] of builtInSpellings()) {
    const name = normalizeKey(spelling);
    if (!meanings.has(name)) meanings.set(name, meaning);
  }
  return meanings;
}

/** Every built-in spelling, as it is written in code, and what it stands for. Of a spelling that comes twice, the first counts. */
export function builtInSpellings(): [spelling: string, meaning: Meaning][] {
  const of = (spellings: readonly string[], meaning: Meaning): [string, Meaning][] =>
    spellings.map((spelling) => [spelling, meaning]);
  return [
    ...(Object.keys(fields) as Field[]).flatMap((field) => of(fields[field], { field })),
    ...Object.entries(namedKinds).flatMap(([key, kind]) => of([key], { field: 'named', kind })),
    ...creatorRoles.flatMap(({ role, spellings, kind }) =>
      of(spellings, { field: 'creator', role, ...(kind === undefined ? {} : { kind }) }),
    ),
    ...Object.entries(idSpellings).flatMap(([name, keys]) => of(keys, { field: 'id', name })),
    ...Object.entries(detailSpellings).flatMap(([name, keys]) =>
      of(keys, { field: 'detail', name }),
    ),
  ];
}

/** More spellings of a field, by the field's name (`rating`, `item.name`, `director`). */
export type ExtraSpellings = Readonly<Record<string, readonly string[]>>;

/** What `key` stands for, ignoring case, `_`, `-`, spaces and a leading `:`; null when it is not known. */
export function meaningOf(key: string, extra: ExtraSpellings = {}): Meaning | null {
  const name = normalizeKey(key);
  for (const [field, spellings] of Object.entries(extra)) {
    if (spellings.some((spelling) => normalizeKey(spelling) === name)) return meaningOfField(field);
  }
  const known = table().get(name);
  if (known !== undefined || isPlumbing(key)) return known ?? null;
  return ratingOnScale(key, extra) ?? meaningInOtherLanguages(key);
}

/** A key with the scale of what stands under it. */
const withScale =
  /^(.*?\p{L})[\s_-]*\(?\s*(?:(?:out[\s_-]*of|of|over|von|sur|de|su|van|z|из|av)[\s_-]+(\d{1,3})|[/／]\s*(\d{1,3})|[01]\s*(?:[-–—]|\.\.|to|_to_)\s*(\d{1,3})|(?<=[\s_-])(5|10|20|100))\s*\)?$/iu;

/** A key that says the scale of what stands under it: `rating_1-5`, `Score (out of 10)`, `Note /20`; null for any other. */
export function scaledKey(key: string): { readonly name: string; readonly best: number } | null {
  if (key.length > 40 || !/\d/.test(key)) return null;
  const [, name, ...figures] = withScale.exec(key.trim()) ?? [];
  const best = Number(figures.find((figure) => figure !== undefined));
  return name === undefined || !(best > 1) ? null : { name: name.replace(/[\s_-]+$/, ''), best };
}

/** `rating_1-5`, `Score (out of 10)`. */
function ratingOnScale(key: string, extra: ExtraSpellings): Meaning | null {
  const scaled = scaledKey(key);
  const meaning = scaled === null ? null : meaningOf(scaled.name, extra);
  return meaning?.field === 'rating' ? meaning : null;
}

function meaningInOtherLanguages(key: string): Meaning | null {
  if (!mayBeWord(key)) return null;
  const found = foreignKey(key);
  if (found === null) return null;
  return 'kind' in found ? { field: 'named', kind: found.kind } : meaningOfField(found.field);
}

/** No word of any language: it has no letter, is too long, or is one of JSON-LD’s own. */
function mayBeWord(key: string): boolean {
  return key.length <= 40 && /\p{L}/u.test(key) && !/^\s*[@$]/.test(key);
}

/** Whether a key is known in English, or added by the library. */
export function isEnglishKey(key: string, extra: ExtraSpellings = {}): boolean {
  const name = normalizeKey(key);
  return (
    table().has(name) ||
    Object.values(extra).some((list) => list.some((spelling) => normalizeKey(spelling) === name))
  );
}

/** Whether a key is known in another language alone. */
export function isForeignKey(key: string, extra: ExtraSpellings = {}): boolean {
  if (isEnglishKey(key, extra) || isPlumbing(key)) return false;
  return meaningInOtherLanguages(key) !== null;
}

/** Every built-in spelling of a key, as `normalizeKey` writes them. */
export function knownSpellings(): readonly string[] {
  return [...table().keys()];
}

/** What a field of the model is called here: `item.name`, `item.year`, `rating`, `director`. */
export function meaningOfField(field: string): Meaning | null {
  const name = normalizeKey(field.replace(/^item\.(?:details\.|ids\.)?/i, ''));
  if (/^item\.name$/i.test(field)) return { field: 'itemName' };
  return table().get(name) ?? null;
}

let kinds: Map<string, ItemKind> | undefined;

/** The kind that a word names (`movie`, `Video Game`, `MusicAlbum`), or null. */
export function kindNamed(word: string): ItemKind | null {
  if (kinds === undefined) {
    kinds = new Map();
    for (const kind of Object.keys(kindSynonyms) as ItemKind[]) {
      for (const synonym of [kind, ...kindSynonyms[kind]])
        if (!kinds.has(synonym)) kinds.set(synonym, kind);
    }
  }
  const name = normalizeKey(word.replace(/^https?:\/\/schema\.org\//, ''));
  const kind = kinds.get(name) ?? kinds.get(name.replace(/s$/, ''));
  if (kind !== undefined) return kind;
  return fileTypes.has(name) || !mayBeWord(word) ? null : foreignKind(word);
}
