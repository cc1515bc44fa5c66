import type { ItemKind } from '../model/review.ts';
import type { ExtraSynonyms, Role } from '../model/roles.ts';
import type { Language } from './languages/language.ts';
import { loadLanguages } from './languages/load-languages.ts';
import { normalizeKey } from './spellings.ts';

/** What a key in another language stands for: a field by its English name, or the name of a thing of a kind. */
export type ForeignKey = { readonly field: string } | { readonly kind: ItemKind };

interface Words {
  readonly keys: ReadonlyMap<string, ForeignKey>;
  readonly kinds: ReadonlyMap<string, ItemKind>;
  readonly roles: ExtraSynonyms;
  readonly months: ReadonlyMap<string, number>;
  readonly stars: ReadonlySet<string>;
  readonly points: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  readonly notRated: ReadonlySet<string>;
}

/** A word as it is looked up: with and without accents it is the same. */
export function foldedKey(word: string): string {
  return normalizeKey(word)
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .normalize('NFC')
    .replaceAll('’', "'")
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe');
}

const parts = (list: string): string[] => list.split(', ').filter((word) => word !== '');

let words: Words | undefined;

/** All languages at once; of a word that two of them have, the first counts. Loaded when a word is neither English nor plumbing. */
function allWords(): Words {
  words ??= gather(loadLanguages());
  return words;
}

function gather(languages: readonly Language[]): Words {
  const keys = new Map<string, ForeignKey>();
  const kinds = new Map<string, ItemKind>();
  const months = new Map<string, number>();
  const roles: Partial<Record<Role, string[]>> = {};
  const add = <Value>(map: Map<string, Value>, word: string, value: Value): void => {
    const name = foldedKey(word);
    if (!map.has(name)) map.set(name, value);
  };
  for (const language of languages) {
    for (const [field, list] of Object.entries(language.fields))
      for (const word of parts(list)) add(keys, word, { field });
    for (const kind of Object.keys(language.kinds) as ItemKind[]) {
      const [singular, plural] = language.kinds[kind] as readonly [string, string];
      for (const word of parts(singular)) add(keys, word, { kind });
      for (const word of [...parts(singular), ...parts(plural)]) add(kinds, word, kind);
    }
    for (const role of Object.keys(language.roles) as Role[]) {
      const own = parts(language.roles[role] as string);
      roles[role] = [...(roles[role] ?? []), ...own, ...own.map(plain)];
    }
    for (const [at, month] of language.months.split(' ').entries()) add(months, month, at + 1);
  }
  const all = (list: keyof Language): ReadonlySet<string> =>
    new Set(languages.flatMap((language) => parts(language[list] as string).map(foldedKey)));
  return {
    keys,
    kinds,
    roles,
    months,
    stars: all('stars'),
    points: all('points'),
    between: all('between'),
    yes: all('yes'),
    no: all('no'),
    notRated: all('notRated'),
  };
}

/** Without accents, as many type it. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/** What a key means in any language but English; null when it is known in none. */
export function foreignKey(key: string): ForeignKey | null {
  return allWords().keys.get(foldedKey(key)) ?? null;
}

/** The kind that a word of another language names, singular or plural. */
export function foreignKind(word: string): ItemKind | null {
  return allWords().kinds.get(foldedKey(word)) ?? null;
}

const merges = new WeakMap<ExtraSynonyms, ExtraSynonyms>();

/** Headings of roles in every language, besides `extra`. */
export function foreignRoles(extra?: ExtraSynonyms): ExtraSynonyms {
  const { roles } = allWords();
  if (extra === undefined) return roles;
  const known = merges.get(extra);
  if (known !== undefined) return known;
  const merged: Partial<Record<Role, readonly string[]>> = { ...roles };
  for (const role of Object.keys(extra) as Role[])
    merged[role] = [...(extra[role] ?? []), ...(roles[role] ?? [])];
  merges.set(extra, merged);
  return merged;
}

/** What is counted by a word of another language: `Sterne`, `Punkten`. */
export function foreignUnit(word: string): 'stars' | 'points' | null {
  const name = foldedKey(word);
  const { stars, points } = allWords();
  return stars.has(name) ? 'stars' : points.has(name) ? 'points' : null;
}

/** Whether a word stands between a value and the best one: `von`, `из`. */
export function isForeignBetween(word: string): boolean {
  return allWords().between.has(foldedKey(word));
}

/** Whether words say that there is no rating yet: `sin nota`. */
export function isForeignNotRated(text: string): boolean {
  return allWords().notRated.has(foldedKey(text));
}

/** `ja` and `nein`; undefined for anything else. */
export function foreignAnswer(word: string): boolean | undefined {
  const name = foldedKey(word);
  const { yes, no } = allWords();
  return yes.has(name) ? true : no.has(name) ? false : undefined;
}

/** A month by its name, or by the first three letters or more of it, 1..12; 0 when it is none. */
export function foreignMonth(word: string): number {
  const name = foldedKey(word);
  const { months } = allWords();
  const exact = months.get(name);
  if (exact !== undefined || name.length < 3) return exact ?? 0;
  const found = new Set(
    [...months].filter(([month]) => month.startsWith(name)).map(([, at]) => at),
  );
  return found.size === 1 ? ([...found][0] as number) : 0;
}

/** The language of a tag (`de`, `pt-BR`); null for English and for one that is not spoken here. */
export function languageOf(tag: string): Language | null {
  const name = tag.toLowerCase().split(/[-_]/, 1)[0];
  if (name === 'en' || name === '') return null;
  return loadLanguages().find((language) => language.tag === name) ?? null;
}

/** A day as a language writes it; null when it is no whole ISO date or the language is not spoken here. */
export function dateIn(tag: string, date: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const language = year === undefined ? null : languageOf(tag);
  const name = language?.months.split(' ')[Number(month) - 1];
  if (language === null || name === undefined) return null;
  const values: Readonly<Record<string, string>> = {
    d: String(Number(day)),
    M: name,
    y: year as string,
  };
  return language.date.replace(/(?<![a-z])[dMy](?![a-z])/g, (part) => values[part] as string);
}

/** Common headings without a letter that English has not: they tell that a text is in another language. */
const plainHeadings = new Set(
  (
    'fazit handlung inhalt figuren charaktere musik geschichte bilder urteil pluspunkte minuspunkte regie kamera essen ' +
    'conclusion bilan avis intrigue personnages scenario points forts faibles musique acteurs ' +
    'veredicto veredito historia argumento trama sinopsis sinopse resumen resumo personajes personagens enredo elenco lo bueno malo mejor peor ' +
    'verdetto conclusione conclusioni pregi difetti personaggi musica attori storia giudizio ' +
    'mir nicht gefallen lohnt worum schluss umsetzung bande rythme cuisine plats prix ambiance vale pena que gostei funciona roteiro trilha sonora pontos ' +
    'colonna cosa funziona piaciuto ritmo scrittura recitazione regia wat werkt niet eindoordeel sfeer eten prijs voordelen nadelen nie warto zalecenia opinia ' +
    'oordeel conclusie verhaal personages acteurs muziek pluspunten minpunten samenvatting ' +
    'fabula werdykt obsada zalety wady plusy minusy bohaterowie muzyka podsumowanie'
  ).split(' '),
);

/** Whether a text has a heading that may be in another language: then the tables are worth loading. */
export function hasForeignHeading(text: string): boolean {
  for (const [, heading = ''] of text.matchAll(/^(?:#{1,6}[ \t]+|\*\*)([^\r\n]{1,80})/gm)) {
    if (/(?![a-z])\p{L}/iu.test(heading)) return true;
    if (
      heading
        .toLowerCase()
        .split(/[^a-z]+/)
        .some((word) => plainHeadings.has(word))
    )
      return true;
  }
  return false;
}
